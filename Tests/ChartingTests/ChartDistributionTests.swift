import Typesetting
import Testing

@testable import Charting

@Suite("Distributions")
struct ChartDistributionTests {
    @Test("Classes are equal, hold the whole weight and count an edge to the right")
    func bins() {
        let chart = DistributionChart(
            ChartFixtures.caption("d", "D"), axis: ChartAxis("Round trip", unit: .milliseconds),
            weightName: "requests", kind: .histogram,
            samples: [.init(0), .init(10), .init(10), .init(25), .init(240, weight: 4)])
        let bins = DistributionBins(chart)
        #expect(bins.edges.prefix(3) == [0, 20, 40])
        #expect(bins.shares[0] == 3.0 / 8)
        #expect(bins.shares[1] == 1.0 / 8)
        #expect(bins.shares.last == 0.5)
        #expect(abs(bins.shares.reduce(0, +) - 1) < 1e-12)
        #expect(bins.cumulative.last == 1)
    }

    @Test("A hundredth far from the others is a tail: no classes, a row of the table, and words")
    func tail() throws {
        func chart(_ weight: Double, marks: [DistributionChart.Mark] = []) -> DistributionChart {
            DistributionChart(
                ChartFixtures.caption("d", "D"),
                axis: ChartAxis("Round trip", unit: .milliseconds), weightName: "requests",
                kind: .histogram,
                samples: (0..<100).map { .init(Double($0), weight: 1) }
                    + [.init(343.6, weight: weight)], marks: marks)
        }
        let bins = DistributionBins(chart(1))
        #expect(bins.edges.last == 100)
        let tail = try #require(bins.tail)
        #expect(tail.from == 100 && tail.to == 345 && tail.highest == 343.6)
        #expect(abs(tail.share - 1.0 / 101) < 1e-12)
        #expect(abs(bins.shares.reduce(tail.share, +) - 1) < 1e-12)
        let rows = chart(1).tables[0].table.rows
        #expect(rows.count == bins.shares.count + 1)
        #expect(rows.last?.map(\.display) == ["100", "345", "1.0", "100.0"])
        let words = chart(1).svg(width: 600)
        #expect(words.contains(">0.99 % beyond 100 ms, up to 344 ms<"))
        // What many have at the last edge is in the last class.
        let atLimit = DistributionChart(
            ChartFixtures.caption("d", "D"), axis: ChartAxis("x", unit: .milliseconds),
            weightName: "requests", kind: .histogram,
            samples: [.init(0), .init(150, weight: 99), .init(400)])
        #expect(DistributionBins(atLimit).shares.last == 99.0 / 101)
        #expect(DistributionBins(atLimit).tail?.from == 150)
        // More than that is shown, and so is whatever has a mark.
        #expect(DistributionBins(chart(3)).tail == nil)
        #expect(DistributionBins(chart(1, marks: [.init(343.6, "longest")])).tail == nil)
        #expect(DistributionBins(chart(3)).edges.last == 360)
    }

    @Test("Samples without value or weight do not count, and none at all is no trap")
    func empty() {
        #expect(ChartFixtures.latency(.histogram).samples.count == 6)
        for kind in [DistributionChart.Kind.histogram, .cumulative] {
            let chart = DistributionChart(
                ChartFixtures.caption("d", "D"), axis: ChartAxis("x", unit: .count),
                weightName: "requests", kind: kind, samples: [])
            #expect(DistributionBins(chart).shares.allSatisfy { $0 == 0 })
            #expect(chart.drawing(width: 300).height > 100)
        }
    }

    @Test("Bars are as high as their shares")
    func heights() throws {
        let chart = ChartFixtures.latency(.histogram)
        let bars = chart.drawing(width: 600).all("rect", filled: .series1)
        let shares = DistributionBins(chart).shares.filter { $0 > 0 }
        try #require(bars.count == shares.count)
        let unit = try #require(bars[0].number("height")) / shares[0]
        for (bar, share) in zip(bars, shares) {
            #expect(abs((bar.number("height") ?? 0) - unit * share) < 1e-9)
        }
    }

    @Test("The cumulative line rises from the foot of the plot to its top")
    func cumulative() {
        let chart = ChartFixtures.latency(.cumulative)
        let points = DistributionDrawing(chart: chart, width: 600).stepPoints
        let heights = points.map(\.y)
        #expect(heights.count == 2 * chart.samples.count + 2)
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 >= $1 })
        #expect((heights.first ?? 0) - (heights.last ?? 0) == 300)
    }

    @Test("A cumulative line of many samples has two points for each half pixel at most")
    func manySamples() {
        let samples = (0..<5000).map { DistributionChart.Sample(Double($0) / 20) }
        let chart = DistributionChart(
            ChartFixtures.caption("d", "D"), axis: ChartAxis("x", unit: .milliseconds),
            weightName: "requests", kind: .cumulative, samples: samples)
        let points = DistributionDrawing(chart: chart, width: 300).stepPoints
        #expect(points.count < 1200)
        #expect((points.first?.y ?? 0) - (points.last?.y ?? 0) == 180)
    }
}
