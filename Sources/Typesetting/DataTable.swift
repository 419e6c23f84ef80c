/// A column of a table for programs: its name, what it holds, and its cell in a row.
public struct DataColumn<Row> {
    /// With its unit, such as `cost_usd_per_year`.
    public let name: String
    /// Such as `USD/year`; empty where there is none.
    public let unit: String
    /// A sentence.
    public let meaning: String
    private let cell: (Row) -> TextTable.Cell

    private init(
        name: String, unit: String, meaning: String, cell: @escaping (Row) -> TextTable.Cell
    ) {
        self.name = name
        self.unit = unit
        self.meaning = meaning
        self.cell = cell
    }

    /// A column of words, empty where there is none.
    public init(_ name: String, _ meaning: String, text: @escaping (Row) -> String?) {
        self.init(name: name, unit: "", meaning: meaning) { .text(text($0) ?? "") }
    }

    /// A column of figures, exact and in one unit, empty where one is missing or not finite.
    public init(
        _ name: String, in unit: String, _ meaning: String, value: @escaping (Row) -> Double?
    ) {
        self.init(name: name, unit: unit, meaning: meaning) { .number("", value: value($0)) }
    }

    /// A column of figures without unit.
    public init(_ name: String, _ meaning: String, ratio: @escaping (Row) -> Double?) {
        self.init(name, in: "", meaning, value: ratio)
    }

    /// A column of whole numbers.
    public init(_ name: String, _ meaning: String, count: @escaping (Row) -> Int?) {
        self.init(name: name, unit: "", meaning: meaning) { row in
            .number("", value: count(row).map(Double.init))
        }
    }

    /// A column of `true` and `false`.
    public init(_ name: String, _ meaning: String, flag: @escaping (Row) -> Bool?) {
        self.init(name: name, unit: "", meaning: meaning) { row in
            .text(flag(row).map { $0 ? "true" : "false" } ?? "")
        }
    }

    /// The same column over rows that hold those of this one.
    public func over<Outer>(_ row: @escaping (Outer) -> Row) -> DataColumn<Outer> {
        DataColumn<Outer>(name: name, unit: unit, meaning: meaning) { cell(row($0)) }
    }

    func cells(of rows: [Row]) -> [TextTable.Cell] { rows.map(cell) }
}

/// A table for programs whose columns say what they hold.
public struct DataTable: Sendable, Equatable {
    /// What one column holds.
    public struct Column: Sendable, Equatable {
        public let name: String
        public let unit: String
        public let meaning: String
    }

    /// Such as `sites`; the name of its file without the ending.
    public private(set) var name: String
    public let columns: [Column]
    private let cells: TextTable

    /// A table with a row for each of those given.
    public init<Row>(_ name: String, _ columns: [DataColumn<Row>], rows: [Row]) {
        self.name = name
        self.columns = columns.map { Column(name: $0.name, unit: $0.unit, meaning: $0.meaning) }
        var table = TextTable(columns: columns.map { TextTable.Column($0.name) })
        let texts = columns.map { $0.cells(of: rows) }
        for row in rows.indices { table.append(texts.map { $0[row] }) }
        cells = table
    }

    /// The same table under another name, beside others.
    public func named(_ name: String) -> DataTable {
        var table = self
        table.name = name
        return table
    }

    /// One header row and one row each, as of ``TextTable/csv()``.
    public func csv() -> String { cells.csv() }
}
