import Typesetting

/// How a quantity is spread: shares by class, or the share at or below each value.
public struct DistributionChart: Chart {
    public enum Kind: Sendable, Equatable {
        /// Bars over classes of equal width.
        case histogram
        /// The share of weight at or below each value.
        case cumulative
    }

    /// A value and how much it counts.
    public struct Sample: Sendable, Equatable {
        /// In the axis's unit.
        public var value: Double
        /// Such as requests; zero or more, in any one unit.
        public var weight: Double

        public init(_ value: Double, weight: Double = 1) {
            self.value = value
            self.weight = weight
        }
    }

    /// A value to point out, such as a percentile or a limit.
    public struct Mark: Sendable, Equatable {
        /// In the axis's unit.
        public var value: Double
        public var label: String

        public init(_ value: Double, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    public let caption: ChartCaption
    public let axis: ChartAxis
    /// What is counted: `requests`.
    public let weightName: String
    public let kind: Kind
    /// Ascending by value; those without weight or value are left out.
    public let samples: [Sample]
    /// Ascending by value.
    public let marks: [Mark]

    /// A chart of a distribution.
    ///
    /// - Parameter axis: Its kind must be linear: classes have equal widths.
    public init(
        _ caption: ChartCaption, axis: ChartAxis, weightName: String, kind: Kind,
        samples: [Sample], marks: [Mark] = []
    ) {
        precondition(axis.kind == .linear, "classes need a linear axis")
        self.caption = caption
        self.axis = axis
        self.weightName = weightName
        self.kind = kind
        self.samples =
            samples.filter { axis.holds($0.value) && axis.holds($0.weight) && $0.weight > 0 }
            .sorted { $0.value < $1.value }
        self.marks = marks.filter { axis.holds($0.value) }.sorted { $0.value < $1.value }
    }

    public var legend: [LegendItem] { [] }

    public var tables: [ChartTable] {
        let bins = DistributionBins(self)
        let scale = ColumnScale(bins.edges.map(Optional.some), in: axis.unit, digits: 12)
        let shares = ColumnScale(bins.cumulative.map(Optional.some), in: .share, digits: 3)
        var table = TextTable(columns: [
            .init("From", scale.label, alignment: .right),
            .init("To below", scale.label, alignment: .right),
            .init("Share of \(weightName)", shares.label, alignment: .right),
            .init("At or below", shares.label, alignment: .right),
        ])
        for index in bins.shares.indices {
            table.append([
                .number(bins.edges[index], scale: scale),
                .number(bins.edges[index + 1], scale: scale),
                .number(bins.shares[index], scale: shares),
                .number(bins.cumulative[index], scale: shares),
            ])
        }
        return [ChartTable(title: axis.title, table: table)]
    }

    public func drawing(width: Double) -> ChartDrawing {
        DistributionDrawing(chart: self, width: width).drawing
    }
}

/// Shares of the weight by classes of equal width with round edges.
struct DistributionBins: Equatable {
    /// One more than classes; a class holds its lower edge, the last one its upper edge as well.
    let edges: [Double]
    /// Fractions of the whole weight that sum to 1; all zero without samples.
    let shares: [Double]
    /// The sums of the shares up to each class.
    let cumulative: [Double]

    private static let limit = 24

    init(_ chart: DistributionChart) {
        let axis = chart.axis
        let edges = axis.ticks(chart.samples.map(\.value), atMost: Self.limit).values
        let total = chart.samples.reduce(0) { $0 + $1.weight }
        var shares = Array(repeating: 0.0, count: edges.count - 1)
        for sample in chart.samples {
            let index = (edges.lastIndex { $0 <= sample.value } ?? 0)
            shares[min(index, shares.count - 1)] += sample.weight / total
        }
        var sum = 0.0
        self.edges = edges
        self.shares = shares
        cumulative = shares.map { share in
            sum += share
            return min(1, sum)
        }
    }
}
