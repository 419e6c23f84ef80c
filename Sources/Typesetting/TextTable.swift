/// A table for people and for programs: aligned text, Markdown or CSV from the same cells.
///
/// Each rendering ends with a line break. Columns that draw what stands beside them are for a
/// terminal: Markdown and CSV leave them out.
public struct TextTable: Sendable, Equatable {
    /// What heads a column and how its cells stand.
    public struct Column: Sendable, Equatable {
        /// The lines of the heading, the unit last: `["Energy", "GWh"]`.
        public var header: [String]
        /// The header follows it too.
        public var alignment: TextAlignment
        /// The name in CSV with its unit, such as `energy_gwh`; nil for the header's own lines.
        public var key: String?
        /// The columns of a line that a drawing may take, from the fewest to the most; nil for a
        /// column of text.
        public private(set) var drawing: ClosedRange<Int>?

        /// A column whose heading has one line for each string.
        public init(_ header: String..., alignment: TextAlignment = .left, key: String? = nil) {
            self.header = header
            self.alignment = alignment
            self.key = key
        }

        /// A column of ``TextTable/Cell/bar(_:)``, as long as the line has room and at most so.
        public static func bars(_ header: String..., atMost longest: Int = 10) -> Column {
            var column = Column()
            column.header = header
            column.drawing = min(shortestBar, longest)...longest
            return column
        }

        /// A column of ``TextTable/Cell/sparkline(_:)`` with one character for each of so many figures.
        public static func sparklines(_ header: String..., of count: Int) -> Column {
            var column = Column()
            column.header = header
            column.drawing = count...count
            return column
        }

        /// What a drawing takes of a room, with the gap before it: nothing where that is too little.
        public func drawn(in room: Int) -> Int {
            guard let drawing = drawingWithHeader else { return 0 }
            let gap = TextTable.gap.count
            return room < drawing.lowerBound + gap ? 0 : min(room, drawing.upperBound + gap)
        }

        /// What a drawing may take where its heading must have room, too.
        var drawingWithHeader: ClosedRange<Int>? {
            let longest = header.map { DisplayWidth.of($0) }.max() ?? 0
            return drawing.map { max($0.lowerBound, longest)...max($0.upperBound, longest) }
        }

        /// In fewer columns lengths hardly differ: these are 24 eighths.
        private static let shortestBar = 3

        /// The heading on one line.
        package var title: String { header.filter { !$0.isEmpty }.joined(separator: " ") }
    }

    /// What stands in one row of a column.
    public enum Cell: Sendable, Equatable {
        /// Text that may come from a file: made harmless in every rendering.
        case text(String)
        /// A number as readers see it and as CSV holds it, where nil or NaN leaves it empty.
        case number(String, value: Double?)
        /// The length of a bar as a share of the longest one's; see ``TextDrawing``.
        case bar(Double?)
        /// The heights of a row of small bars.
        case sparkline([Double?])
    }

    /// From left to right.
    public let columns: [Column]
    /// From top to bottom; each has one cell for each column.
    public private(set) var rows: [[Cell]] = []
    /// Shown below the rows after a rule; not a record of the CSV, whose sums it would double.
    public private(set) var total: [Cell]?

    /// A table without rows.
    public init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row with one cell for each column.
    public mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "a row needs one cell for each column")
        rows.append(row)
    }

    /// The table without its columns of drawings, which repeat the figures of others.
    public var withoutDrawings: TextTable {
        let kept = columns.indices.filter { columns[$0].drawing == nil }
        guard kept.count < columns.count else { return self }
        var table = TextTable(columns: kept.map { columns[$0] })
        table.rows = rows.map { row in kept.map { row[$0] } }
        table.total = total.map { row in kept.map { row[$0] } }
        return table
    }

    /// Sets the row of totals, with one cell for each column.
    public mutating func setTotal(_ row: [Cell]) {
        precondition(row.count == columns.count, "a row needs one cell for each column")
        total = row
    }
}

extension TextTable.Cell: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .text(value) }

    /// A number by itself in the unit's prefix that suits it; CSV holds the base unit.
    public static func number(_ value: Double?, in unit: DisplayUnit) -> Self {
        .number(NumberText.text(value, in: unit), value: value)
    }

    /// A number in its column's scale; CSV holds the unit of the header, unrounded.
    public static func number(_ value: Double?, scale: ColumnScale) -> Self {
        .number(scale.text(value), value: scale.scaled(value))
    }

    /// A whole number.
    public static func count(_ value: Int) -> Self {
        .number(NumberText.count(value), value: Double(value))
    }

    /// What readers see of it, beside drawings.
    package var display: String {
        switch self {
        case .text(let text), .number(let text, value: _): text
        case .bar, .sparkline: ""
        }
    }
}
