import Foundation
import Testing
import Typesetting

@testable import Charting

/// What holds for every chart, from random values and names.
@Suite("Geometry of all charts")
struct ChartGeometryTests {
    private static let widths: [Double] = [216, 312, 700, 1016]

    private func forAll(seed: Int, _ check: (any Chart, Double, ChartDrawing) -> Void) {
        for chart in RandomCharts.all(seed: seed) + ChartFixtures.all.map(\.chart) {
            for width in Self.widths { check(chart, width, chart.drawing(width: width)) }
        }
    }

    @Test("No text covers another or leaves the drawing", arguments: 1...12)
    func texts(seed: Int) {
        forAll(seed: seed) { chart, width, drawing in
            let whole = Box(minX: -0.01, minY: -2, width: width + 0.02, height: drawing.height + 2)
            let texts = drawing.texts.filter { !$0.words.isEmpty }
            for (index, text) in texts.enumerated() {
                #expect(whole.contains(text.box), "\(type(of: chart)) \(width): \(text)")
                for other in texts.dropFirst(index + 1) {
                    #expect(
                        !text.box.intersects(other.box),
                        "\(type(of: chart)) \(width): \(text) \(other)")
                }
            }
        }
    }

    @Test("Bars, points and lines lie inside the drawing", arguments: 1...12)
    func marks(seed: Int) {
        forAll(seed: seed) { chart, width, drawing in
            let (right, foot) = (width + 0.01, drawing.height + 0.01)
            for element in drawing.elements.flatMap(\.descendants) {
                let name = "\(type(of: chart)) \(width): \(element)"
                switch element.name {
                case "rect":
                    let (x, y) = (element.number("x") ?? .nan, element.number("y") ?? .nan)
                    #expect(x >= -0.01 && y >= -0.01, "\(name)")
                    #expect(x + (element.number("width") ?? .nan) <= right, "\(name)")
                    #expect(y + (element.number("height") ?? .nan) <= foot, "\(name)")
                case "circle":
                    let (x, y) = (element.number("cx") ?? .nan, element.number("cy") ?? .nan)
                    #expect(x >= -0.01 && x <= right && y >= -0.01 && y <= foot, "\(name)")
                case "line":
                    let x = [element.number("x1"), element.number("x2")].map { $0 ?? .nan }
                    let y = [element.number("y1"), element.number("y2")].map { $0 ?? .nan }
                    #expect(x.allSatisfy { $0 >= -2 && $0 <= right }, "\(name)")
                    #expect(y.allSatisfy { $0 >= -2 && $0 <= foot }, "\(name)")
                default: break
                }
            }
        }
    }

    @Test(
        "Whatever the values and names, the markup is well-formed and runs no script",
        arguments: 1...12)
    func markup(seed: Int) {
        for chart in RandomCharts.all(seed: seed) {
            let parsed = ParsedMarkup(chart.svg(width: 320))
            #expect(parsed.problem == nil)
            #expect(!parsed.names.contains("script"))
        }
    }

    @Test("Ticks of an axis cover all that it holds", arguments: 1...200)
    func ticks(seed: Int) {
        var numbers = SeededNumbers(state: UInt64(seed))
        let values = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
            pow(10, Double.random(in: -11...16, using: &numbers))
                * (Bool.random(using: &numbers) ? 1 : -1)
        }
        for kind in [ChartAxis.Kind.linear, .logarithmic] {
            let axis = ChartAxis("x", unit: .count, kind: kind)
            let ticks = axis.ticks(values + [.nan, .infinity], atMost: 6)
            for value in values where axis.holds(value) {
                let noise = 1e-8 * (ticks.domain.upperBound - ticks.domain.lowerBound)
                #expect(ticks.domain.lowerBound - noise <= value)
                #expect(ticks.domain.upperBound + noise >= value)
            }
        }
    }

    @Test("A world of a thousand markets and fifteen hundred flows stays below 450 KB")
    func size() {
        var numbers = SeededNumbers(state: 11)
        func position() -> GeoPoint {
            GeoPoint(
                latitude: Double.random(in: -40...60, using: &numbers),
                longitude: Double.random(in: -180...180, using: &numbers))
        }
        let map = WorldMap(
            ChartFixtures.caption("m", "M"), land: [],
            sites: (0..<25).map {
                MapSite(
                    "Site number \($0)", at: position(), trainingMegawatts: 10,
                    inferenceMegawatts: 50)
            },
            markets: (0..<1000).map {
                MapMarket(
                    "Market \($0)", at: position(), roundTripMilliseconds: Double($0) / 5)
            },
            flows: (0..<1500).map {
                MapFlow(site: $0 % 25, market: $0 % 1000, megawatts: Double(1 + $0 % 40))
            })
        #expect(map.svg(width: 1040).utf8.count < 400_000)
        #expect(map.svg(width: 320).utf8.count < 200_000)
        #expect(map.tables.map(\.table.rows.count) == [25, 1000, 1500])
    }
}
