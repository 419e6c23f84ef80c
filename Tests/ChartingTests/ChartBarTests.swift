import Testing
import Typesetting

@testable import Charting

@Suite("Bar charts")
struct ChartBarTests {
    private func chart(_ series: [String], _ values: [[Double?]]) -> BarChart {
        BarChart(
            ChartFixtures.caption("c", "C"), axis: ChartAxis("Capacity", unit: .megawatts),
            kind: "Site", series: series,
            bars: values.enumerated().map { BarChart.Bar("site \($0)", values: $1) })
    }

    @Test("Bars are as long as their values, and start together", arguments: [336.0, 700])
    func proportional(width: Double) throws {
        let bars = chart(["MW"], [[100], [250], [40], [nil], [.nan]]).drawing(width: width)
            .all("rect", filled: .series1)
        let lengths = bars.compactMap { $0.number("width") }
        try #require(lengths.count == 3)
        #expect(abs(lengths[1] / lengths[0] - 2.5) < 1e-9)
        #expect(abs(lengths[2] / lengths[0] - 0.4) < 1e-9)
        #expect(Set(bars.compactMap { $0.number("x") }).count == 1)
        #expect(bars.allSatisfy { ($0.number("height") ?? 0) > 10 })
    }

    @Test("Stacked parts follow each other without a gap and add up to the whole")
    func stacked() throws {
        let drawing = chart(["a", "b", "c"], [[100, 50, 25], [175, 0, 0]]).drawing(width: 700)
        let rows = drawing.elements.filter { $0.name == "g" }
        // The third is hatched: its figure has a plate of its own.
        let parts = rows.map {
            $0.descendants.filter { $0.name == "rect" && $0.text("stroke") != nil }
        }
        let first = try #require(parts.first)
        try #require(first.count == 3)
        for (left, right) in zip(first, first.dropFirst()) {
            let end = (left.number("x") ?? 0) + (left.number("width") ?? 0)
            #expect(abs(end - (right.number("x") ?? 0)) < 1e-9)
        }
        let sum = first.reduce(0) { $0 + ($1.number("width") ?? 0) }
        let whole = try #require(parts.last?.first?.number("width"))
        #expect(abs(sum - whole) < 1e-9)
    }

    @Test("What is below zero stacks to the left of it")
    func negative() {
        let extents = BarChart.extents([3, -1, nil, 2, -4])
        #expect(extents.map { $0?.start } == [0, 0, nil, 3, -1])
        #expect(extents.map { $0?.end } == [3, -1, nil, 5, -5])
    }

    @Test("More series than colours are summed as others, and no value is lost")
    func folded() {
        let chart = chart((1...7).map { "s\($0)" }, [[1, 2, 3, 4, 5, 6, 7], [1]])
        #expect(chart.series == ["s1", "s2", "s3", "s4", "others"])
        #expect(chart.bars[0].values == [1, 2, 3, 4, 18])
        #expect(chart.bars[1].values == [1, nil, nil, nil, nil])
    }

    @Test("Parts bear their figures where they fit, the end the sum, all in the axis's unit")
    func figures() {
        let drawing = chart(["a", "b"], [[1200, 340.4], [2, 900]]).drawing(width: 700)
        let words = drawing.elements.filter { $0.name == "g" }.map { row in
            row.descendants.filter { $0.name == "text" }.map(\.words)
        }
        #expect(words == [["site 0", "1.2", "0.340", "1.54"], ["site 1", "0.9", "0.902"]])
    }

    @Test("What others leave is hollow, and series beyond the second are hatched")
    func textures() {
        let chart = BarChart(
            ChartFixtures.caption("c", "C"), axis: ChartAxis("Capacity", unit: .megawatts),
            kind: "Site", series: ["a", "b", "c", "free"], hasRemainder: true,
            bars: [.init("site", values: [1, 2, 3, 4])])
        #expect(
            chart.legend.map(\.swatch) == [
                .area(.solid(.onSeries1)), .area(.solid(.onSeries2)), .area(.hatched(.rising)),
                .area(.hollow),
            ])
        let drawing = chart.drawing(width: 700)
        let hatching = drawing.all("path").filter { $0.text("stroke") == PaletteRole.series3.css }
        #expect(hatching.count == 1)
    }

    @Test("Lines of a hatching end on the edges of their box", arguments: HatchDirection.allCases)
    func hatching(direction: HatchDirection) {
        let box = Box(minX: 13, minY: 7, width: 50, height: 19)
        let lines = HatchLines(box: box, direction: direction).segments
        #expect(lines.count >= 8)
        for end in lines.flatMap({ [$0.start, $0.end] }) {
            let onX = abs(end.x - box.minX) < 1e-9 || abs(end.x - box.maxX) < 1e-9
            let onY = abs(end.y - box.minY) < 1e-9 || abs(end.y - box.maxY) < 1e-9
            #expect(onX || onY)
            #expect(
                Box.around(box.nearest(to: end), radius: 1e-9).intersects(
                    .around(end, radius: 1e-9)))
        }
        #expect(
            HatchLines(box: Box(minX: 1, minY: 1, width: 0, height: 0), direction: direction)
                .segments.isEmpty)
    }

    @Test("The table has the bars' values, their groups and totals")
    func table() {
        let table = ChartFixtures.bars.tables[0].table
        #expect(
            table.columns.map(\.header) == [
                ["Site"], ["Group"], ["Training", "GW"], ["Inference", "GW"], ["Total", "GW"],
            ])
        #expect(
            table.rows[0] == [
                .text("Keflavík"), .text("2026"), .number("0.250", value: 0.25),
                .number("0.050", value: 0.05), .number("0.300", value: 0.3),
            ])
        #expect(table.rows[4][4] == .number("–", value: nil))
    }
}
