import Testing
import Typesetting

@testable import Charting

@Suite("Curves")
struct ChartCurveTests {
    private func chart(_ series: [CurveChart.Series], _ kind: ChartAxis.Kind = .linear)
        -> CurveChart
    {
        CurveChart(
            ChartFixtures.caption("c", "C"), x: ChartAxis("Cost", unit: .dollars),
            y: ChartAxis("Emissions", unit: .tonnes, kind: kind), series: series)
    }

    @Test("Points stand where the axes put them, the line passes through all of them")
    func positions() throws {
        let points = [(0.0, 0.0), (50, 5), (100, 10)].map { CurveChart.Point(x: $0.0, y: $0.1) }
        let drawing = chart([.init("a", points: points)]).drawing(width: 500)
        let dots = drawing.all("circle", filled: .series1)
        let x = dots.compactMap { $0.number("cx") }
        let y = dots.compactMap { $0.number("cy") }
        try #require(x.count == 3)
        #expect(abs(x[1] - (x[0] + x[2]) / 2) < 1e-9 && x[0] < x[2])
        #expect(abs(y[1] - (y[0] + y[2]) / 2) < 1e-9 && y[0] > y[2])
        let path = drawing.all("path").compactMap { $0.text("d") }
        #expect(path.count == 1)
        #expect(path[0].filter { $0 == "L" }.count == 2)
    }

    @Test("The marked point has a ring and its label comes before all others")
    func marked() {
        let points = (0..<30).map { index in
            CurveChart.Point(x: 50, y: 5, label: "point \(index)", isMarked: index == 17)
        }
        let drawing = chart([.init("a", points: points, isLine: false)]).drawing(width: 400)
        let bold = drawing.all("text").filter { $0.text("font-weight") != nil }
        #expect(bold.map(\.words) == ["point 17"])
        #expect(drawing.all("circle", filled: .surface).count == 1)
    }

    @Test("What an axis has no place for is in the table alone")
    func missing() {
        let points: [(Double, Double)] = [(1, 1), (2, 0), (3, -1), (.nan, 5), (4, 100)]
        let chart = chart(
            [.init("a", points: points.map { CurveChart.Point(x: $0.0, y: $0.1) })], .logarithmic)
        #expect(chart.drawing(width: 400).all("circle").count == 2)
        #expect(chart.tables[0].table.rows.count == 5)
        #expect(self.chart([]).drawing(width: 300).all("circle").isEmpty)
    }

    @Test("More series than colours share the last one and are others in the legend")
    func manySeries() {
        let series = (1...7).map { CurveChart.Series("s\($0)", points: [.init(x: 1, y: 2)]) }
        let many = chart(series)
        #expect(many.legend.map(\.label) == ["s1", "s2", "s3", "s4", "others"])
        #expect(many.drawing(width: 400).all("circle", filled: .series5).count == 3)
        #expect(chart(Array(series.prefix(5))).legend.map(\.label).last == "s5")
        #expect(chart(Array(series.prefix(1))).legend.isEmpty)
    }
}
