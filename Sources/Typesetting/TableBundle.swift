/// Tables that belong together, each a CSV file of one folder, with a dictionary of their columns.
public struct TableBundle: Sendable, Equatable {
    /// The file with one row for each column of each file, its own included.
    public static let dictionaryName = "dictionary.csv"

    /// Without the dictionary.
    public let tables: [DataTable]

    /// - Precondition: Names of tables are those of files, each once.
    public init(_ tables: [DataTable]) {
        precondition(Set(tables.map(\.name)).count == tables.count, "a table's name comes once")
        self.tables = tables
    }

    /// The name and the text of every file, the dictionary last.
    public var files: [(name: String, text: String)] {
        (tables + [dictionary]).map { ($0.name + Self.ending, $0.csv()) }
    }

    /// The files that a dictionary describes; `nil` where the text is no dictionary.
    ///
    /// - Parameter text: What stands in a file of the dictionary's name.
    public static func files(describedBy text: String) -> Set<String>? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let header = dictionaryColumns.map(\.name).joined(separator: ",")
        guard lines.count > 1, lines[0] == header, lines.last == "" else { return nil }
        // Names of files need no quotes, and no sentence of a dictionary has a line break.
        return Set(lines.dropFirst().dropLast().map { String($0.prefix { $0 != "," }) })
    }

    private static let ending = ".csv"

    private typealias Entry = (file: String, column: DataTable.Column)

    private var dictionary: DataTable {
        let own = Self.dictionaryColumns.map {
            DataTable.Column(name: $0.name, unit: $0.unit, meaning: $0.meaning)
        }
        let entries =
            tables.flatMap { table in table.columns.map { (table.name + Self.ending, $0) } }
            + own.map { (Self.dictionaryName, $0) }
        let name = String(Self.dictionaryName.dropLast(Self.ending.count))
        return DataTable(name, Self.dictionaryColumns, rows: entries)
    }

    private static var dictionaryColumns: [DataColumn<Entry>] {
        [
            .init("file", "Name of the file.", text: { $0.file }),
            .init(
                "column", "Name of the column, as in the file's header.",
                text: { $0.column.name }),
            .init(
                "unit", "Unit of its figures; empty where they have none.",
                text: { $0.column.unit }),
            .init("meaning", "What stands in the column.", text: { $0.column.meaning }),
        ]
    }
}
