import Typesetting

/// Horizontal bars, one below the other; with several series their values are stacked.
///
/// Bars start at zero always, so that their lengths compare. What is below zero stacks to the left.
/// Parts of a bar bear their figures where there is room, its end the sum.
public struct BarChart: Chart {
    /// One bar.
    public struct Bar: Sendable, Equatable {
        public var label: String
        /// A heading above it and the bars that follow with the same one; nil for none.
        public var group: String?
        /// One value for each series, in the axis's unit; nil for a missing one.
        public var values: [Double?]

        public init(_ label: String, group: String? = nil, values: [Double?]) {
            self.label = label
            self.group = group
            self.values = values
        }
    }

    public let caption: ChartCaption
    public let axis: ChartAxis
    /// What bars are, for the head of the table: `Site`.
    public let kind: String
    /// The names of the series, at most as many as the palette has colours.
    public let series: [String]
    /// Whether the last series is what others leave of a whole, such as idle capacity: drawn hollow.
    public let hasRemainder: Bool
    /// From top to bottom, each with one value for each series.
    public let bars: [Bar]

    /// A chart of bars.
    ///
    /// - Parameters:
    ///   - axis: Its kind must be linear: a bar on a logarithmic axis has no start.
    ///   - series: One or more; where there are more than colours, the last ones are summed as
    ///     `others`.
    ///   - hasRemainder: Whether the last series is what others leave of a whole; not with more
    ///     series than colours, which sum it up with others.
    public init(
        _ caption: ChartCaption, axis: ChartAxis, kind: String, series: [String],
        hasRemainder: Bool = false, bars: [Bar]
    ) {
        precondition(axis.kind == .linear, "bars need a linear axis")
        let limit = PaletteRole.series.count
        let isFolded = series.count > limit
        let kept = isFolded ? limit - 1 : series.count
        self.caption = caption
        self.axis = ChartAxis(axis.title, unit: axis.unit, includesZero: true)
        self.kind = kind
        self.series = series.prefix(kept) + (isFolded ? ["others"] : [])
        self.hasRemainder = hasRemainder && !isFolded && !series.isEmpty
        self.bars = bars.map { bar in
            let count = series.count
            let given = (0..<count).map { index -> Double? in
                let value = bar.values.indices.contains(index) ? bar.values[index] : nil
                return value.flatMap { axis.holds($0) ? $0 : nil }
            }
            var result = bar
            result.values = given.prefix(kept) + (isFolded ? [Self.sum(given.dropFirst(kept))] : [])
            return result
        }
    }

    public var legend: [LegendItem] {
        series.count > 1 ? zip(series, looks).map { LegendItem($0, area: $1) } : []
    }

    /// One for each series.
    var looks: [SeriesLook] {
        let looks = series.indices.map(SeriesLook.at)
        return hasRemainder ? looks.dropLast() + [.remainder] : looks
    }

    /// What a bar's values come to; nil where all are missing.
    static func sum(_ values: some Sequence<Double?>) -> Double? {
        let present = values.compactMap { $0 }
        return present.isEmpty ? nil : present.reduce(0, +)
    }

    /// Where each value of a bar starts and ends, in the axis's unit; nil for a missing one.
    static func extents(_ values: [Double?]) -> [(start: Double, end: Double)?] {
        var (above, below) = (0.0, 0.0)
        return values.map { value in
            guard let value else { return nil }
            if value < 0 {
                defer { below += value }
                return (below, below + value)
            }
            defer { above += value }
            return (above, above + value)
        }
    }

    public var tables: [ChartTable] {
        let hasGroups = bars.contains { $0.group != nil }
        let totals = bars.map { Self.sum($0.values) }
        let scale = ColumnScale(totals, in: axis.unit)
        let heads = series.count > 1 ? series + ["Total"] : series
        let columns = heads.map { TextTable.Column($0, scale.label, alignment: .right) }
        let first = [TextTable.Column(kind)] + (hasGroups ? [TextTable.Column("Group")] : [])
        var table = TextTable(columns: first + columns)
        for (bar, total) in zip(bars, totals) {
            let figures = series.count > 1 ? bar.values + [total] : bar.values
            let names = [bar.label] + (hasGroups ? [bar.group ?? ""] : [])
            let cells = figures.map { TextTable.Cell.number($0, scale: scale) }
            table.append(names.map(TextTable.Cell.text) + cells)
        }
        return [ChartTable(title: axis.title, table: table)]
    }

    public func drawing(width: Double) -> ChartDrawing {
        BarDrawing(chart: self, width: width).drawing
    }
}
