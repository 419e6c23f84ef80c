import Typesetting

@testable import Charting

/// One chart of each kind from random values and names, the worst ones among them.
struct RandomCharts {
    private var numbers: SeededNumbers

    init(seed: Int) { numbers = SeededNumbers(state: UInt64(seed)) }

    static func all(seed: Int) -> [any Chart] {
        var random = RandomCharts(seed: seed)
        return [
            random.bars(), random.curves(), random.distribution(.histogram),
            random.distribution(.cumulative), random.map(),
        ]
    }

    private static let oddValues: [Double] = [
        0, -0.0, .nan, .infinity, -.infinity, 1e300, -1e300, 9e14, 1e-300, 1e-12, -7,
    ]
    private static let names = [
        "", "Oslo", "貴安", "貴州省貴安新区のデータセンター", "<script>alert(1)</script>", "=cmd|' /C calc'!A0",
        "\" onload=\"x", "]]>&amp;", "a\u{0}\u{202E}b\u{FFFE}", "Keflavík",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "👩‍👩‍👧‍👦 family",
    ]
    private static let units: [DisplayUnit] = [
        .megawatts, .dollars, .count, .share, .other("l/kWh"),
    ]

    private mutating func name() -> String { Self.names.randomElement(using: &numbers) ?? "" }
    private mutating func unit() -> DisplayUnit {
        Self.units.randomElement(using: &numbers) ?? .count
    }
    private mutating func count(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &numbers)
    }

    /// One in six is odd, unless the chart is to be calm.
    private mutating func value() -> Double {
        if count(1...6) == 1 { return Self.oddValues.randomElement(using: &numbers) ?? 0 }
        return Double.random(in: 0...1, using: &numbers) * [0.01, 1, 300][count(0...2)]
    }

    private mutating func caption(_ id: String) -> ChartCaption {
        ChartCaption(id: id, title: name(), description: name(), source: name())
    }

    private mutating func bars() -> BarChart {
        let series = (0..<count(1...7)).map { _ in name() }
        let bars = (0..<count(0...12)).map { _ in
            BarChart.Bar(
                name(), group: count(1...3) == 1 ? name() : nil,
                values: (0..<count(0...8)).map { _ in count(1...5) == 1 ? nil : value() })
        }
        return BarChart(
            caption("bars"), axis: ChartAxis(name(), unit: unit()), kind: "Site", series: series,
            hasRemainder: count(1...2) == 1, bars: bars)
    }

    private mutating func axis() -> ChartAxis {
        ChartAxis(name(), unit: unit(), kind: count(1...2) == 1 ? .linear : .logarithmic)
    }

    private mutating func curves() -> CurveChart {
        let series = (0..<count(0...7)).map { _ in
            let points = (0..<count(0...20)).map { _ in
                CurveChart.Point(x: value(), y: value(), label: name(), isMarked: count(1...9) == 1)
            }
            return CurveChart.Series(name(), points: points, isLine: count(1...2) == 1)
        }
        return CurveChart(caption("curves"), x: axis(), y: axis(), series: series)
    }

    private mutating func distribution(_ kind: DistributionChart.Kind) -> DistributionChart {
        DistributionChart(
            caption("spread"), axis: ChartAxis(name(), unit: unit()), weightName: name(),
            kind: kind,
            samples: (0..<count(0...60)).map { _ in .init(value(), weight: value()) },
            marks: (0..<count(0...5)).map { _ in .init(value(), name()) })
    }

    private mutating func position() -> GeoPoint {
        GeoPoint(
            latitude: Double.random(in: -57...90, using: &numbers),
            longitude: Double.random(in: -180...180, using: &numbers))
    }

    private mutating func map() -> WorldMap {
        let sites = (0..<count(0...15)).map { _ in
            MapSite(
                name(), at: position(), trainingMegawatts: value(), inferenceMegawatts: value())
        }
        let markets = (0..<count(0...40)).map { _ in
            MapMarket(
                name(), at: position(),
                roundTripMilliseconds: count(1...5) == 1 ? nil : value())
        }
        let flows = (0..<count(0...60)).map { _ in
            MapFlow(site: count(-1...16), market: count(-1...41), megawatts: value())
        }
        return WorldMap(caption("map"), land: [], sites: sites, markets: markets, flows: flows)
    }
}
