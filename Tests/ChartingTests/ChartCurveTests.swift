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
        // The three lie on one line, for which two points are enough.
        let path = drawing.all("path").compactMap { $0.text("d") }
        var expected = CompactPath()
        expected.addLine(through: [PlanePoint(x[0], y[0]), PlanePoint(x[2], y[2])])
        #expect(path == [expected.data])
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
        let crosses = many.drawing(width: 400).all("path").filter {
            $0.text("stroke") == PaletteRole.series5.css
        }
        #expect(crosses.count == 3)
        #expect(Set(SeriesLook.all.map(\.marker)).count == SeriesLook.all.count)
        #expect(Set(SeriesLook.all.map(\.dashes)).count == SeriesLook.all.count)
        #expect(chart(Array(series.prefix(5))).legend.map(\.label).last == "s5")
        #expect(chart(Array(series.prefix(1))).legend.isEmpty)
    }

    @Test("A line of thousands of points has markers at named ones alone, and stays short")
    func longLine() {
        let points = (0..<8760).map { hour in
            CurveChart.Point(
                x: Double(hour), y: Double(hour % 24), label: hour == 4000 ? "noon" : "")
        }
        let drawing = chart([.init("load", points: points)]).drawing(width: 900)
        #expect(drawing.all("circle").count == 1)
        #expect(drawing.elements.reduce(0) { $0 + $1.markup.utf8.count } < 100_000)
    }

    @Test("Names of points in one place are all placed, those further off with a line to them")
    func crowded() {
        let points =
            (0..<9).map { CurveChart.Point(x: 50, y: 5, label: "policy \($0)") }
            + [.init(x: 0, y: 0), .init(x: 100, y: 10)]
        let drawing = chart([.init("a", points: points, isLine: false)]).drawing(width: 700)
        let names = drawing.all("text").map(\.words).filter { $0.hasPrefix("policy") }
        let leaders = drawing.all("line").filter { line in
            line.number("x1") != line.number("x2") && line.number("y1") != line.number("y2")
        }
        #expect(names.count == 9)
        #expect(!leaders.isEmpty)
    }
}
