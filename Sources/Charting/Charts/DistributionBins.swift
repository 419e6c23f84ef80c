/// Shares of the weight by classes of equal width with round edges.
struct DistributionBins: Equatable {
    /// One more than classes; a class holds its lower edge, the last one its upper edge as well.
    let edges: [Double]
    /// Fractions of the whole weight; with the tail they sum to 1; all zero without samples.
    let shares: [Double]
    /// The sums of the shares up to each class.
    let cumulative: [Double]
    /// What few samples far from the others have, which are in no class.
    let tail: Tail?

    /// Beyond the last edge.
    struct Tail: Equatable {
        let from: Double
        /// A multiple of a class's width above all samples.
        let to: Double
        /// The highest sample.
        let highest: Double
        /// Of the whole weight.
        let share: Double
    }

    private static let limit = 24
    /// No more of the weight than this is a tail,
    private static let mostTail = 0.01
    /// and only where the classes then span no more than this of the range.
    private static let mostSpan = 2.0 / 3

    init(_ chart: DistributionChart) {
        let samples = chart.samples
        let total = samples.reduce(0) { $0 + $1.weight }
        let bulk = chart.kind == .histogram ? Self.bulk(of: chart, total) : samples.count
        let shown = samples[..<bulk].map(\.value)
        let marks = bulk < samples.count ? chart.marks.map(\.value) : []
        let edges = chart.axis.ticks(shown + marks, atMost: Self.limit).values
        let end = edges[edges.count - 1]
        let highest = samples.last?.value ?? end
        let hasTail = highest > end
        var shares = Array(repeating: 0.0, count: edges.count - 1)
        var beyond = 0.0
        for sample in samples {
            if sample.value > end {
                beyond += sample.weight / total
            } else {
                let index = (edges.lastIndex { $0 <= sample.value } ?? 0)
                shares[min(index, shares.count - 1)] += sample.weight / total
            }
        }
        var sum = 0.0
        self.edges = edges
        self.shares = shares
        cumulative = shares.map { share in
            sum += share
            return min(1, sum)
        }
        let step = edges[1] - edges[0]
        let steps = ((highest - end) / step).rounded(.down) + 1
        tail =
            hasTail
            ? Tail(from: end, to: end + steps * step, highest: highest, share: beyond) : nil
    }

    /// How many samples, the lowest first, are no tail.
    private static func bulk(of chart: DistributionChart, _ total: Double) -> Int {
        let samples = chart.samples
        guard let first = samples.first?.value, let last = samples.last?.value else { return 0 }
        var left = mostTail * total
        var count = samples.count
        while count > 1, samples[count - 1].weight <= left {
            left -= samples[count - 1].weight
            count -= 1
        }
        let low = chart.axis.includesZero ? min(0, first) : first
        let span = max(samples[count - 1].value, chart.marks.last?.value ?? low) - low
        return span <= mostSpan * (last - low) ? count : samples.count
    }
}
