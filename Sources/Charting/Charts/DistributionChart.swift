import Typesetting

/// How a quantity is spread: shares by class, or the share at or below each value.
public struct DistributionChart: Chart {
    public enum Kind: Sendable, Equatable {
        /// Bars over classes of equal width, and words for a long tail.
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
        let edges = bins.edges + [bins.tail?.to].compactMap(\.self)
        let scale = ColumnScale(edges.map(Optional.some), in: axis.unit, digits: 12)
        let shares = ColumnScale(bins.cumulative.map(Optional.some), in: .share, digits: 3)
        var table = TextTable(columns: [
            .init("From", scale.label, alignment: .right),
            .init("To below", scale.label, alignment: .right),
            .init("Share of \(weightName)", shares.label, alignment: .right),
            .init("At or below", shares.label, alignment: .right),
        ])
        func append(_ from: Double, _ to: Double, _ share: Double, _ sum: Double) {
            table.append([
                .number(from, scale: scale), .number(to, scale: scale),
                .number(share, scale: shares), .number(sum, scale: shares),
            ])
        }
        for index in bins.shares.indices {
            append(
                bins.edges[index], bins.edges[index + 1], bins.shares[index],
                bins.cumulative[index])
        }
        if let tail = bins.tail { append(tail.from, tail.to, tail.share, 1) }
        return [ChartTable(title: axis.title, table: table)]
    }

    public func drawing(width: Double) -> ChartDrawing {
        DistributionDrawing(chart: self, width: width).drawing
    }
}
