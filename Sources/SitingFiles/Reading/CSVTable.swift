public import Siting

/// A table from a CSV file: a header and rows of as many fields, kept as ranges of its bytes.
///
/// Every problem goes to the collector that the table was made with; after 100 errors the table
/// reports no more. It belongs to one thread.
public final class CSVTable {
    /// The errors after which a table falls silent.
    public static let errorLimit = 100

    public let source: SourceText
    /// The header's names.
    public let columns: [String]
    /// The rows after the header; rows with a wrong number of fields are reported and left out.
    public let rowCount: Int
    /// The errors of this table, those found by the typed accessors included.
    public private(set) var errorCount = 0

    private let fields: ContiguousArray<CSVField>
    private let diagnostics: DiagnosticCollector
    private let indices: [String: Int]

    /// Reads a whole table; nil where the rows cannot be told apart or nothing is there.
    ///
    /// Errors: ragged rows, quotes that are stray or never closed, empty or repeated names in the
    /// header, no rows.
    /// No table of the product has so many; a file that has is no table.
    private static let columnLimit = 1000

    public init?(_ source: SourceText, into diagnostics: DiagnosticCollector) {
        self.source = source
        self.diagnostics = diagnostics
        // Fields are ranges of 31 bits.
        let isTooLarge = source.bytes.count >= 1 << 31
        let bytes = isTooLarge ? [] : source.bytes
        let parser = CSVParser(bytes, problemLimit: Self.errorLimit)
        fields = parser.fields
        let count = parser.columnCount ?? 0
        columns = fields.prefix(count).map { Self.text(of: $0, in: source.bytes) }
        rowCount = count == 0 ? 0 : fields.count / count - 1
        indices = Dictionary(zip(columns, 0...), uniquingKeysWith: { first, _ in first })

        for problem in parser.problems {
            let location = source.location(ofByte: problem.offset)
            report(problem.message, at: location, help: problem.help)
        }
        guard count > 0, !parser.isCut else {
            let message = isTooLarge ? "the table is larger than 2 GiB" : "the table is empty"
            if !parser.isCut { report(message, at: source.location(ofByte: 0)) }
            return nil
        }
        guard count <= Self.columnLimit else {
            report(
                "the table has \(count) columns, and at most \(Self.columnLimit) are read",
                at: source.location(ofByte: 0), help: "separate rows by line breaks")
            return nil
        }
        checkHeader()
        if rowCount == 0, parser.problems.isEmpty {
            report("the table has a header and no rows", at: source.location(ofByte: 0))
        }
    }

    /// Whether the limit was reached, so that reading further rows tells nothing.
    public var hasTooManyErrors: Bool { errorCount >= Self.errorLimit }

    /// The text of a field, quotes resolved; rows and columns count from 0.
    public subscript(row: Int, column: Int) -> String {
        Self.text(of: field(row, column), in: source.bytes)
    }

    public func isEmpty(_ row: Int, _ column: Int) -> Bool {
        field(row, column).range.isEmpty
    }

    /// Where a field is, at its quote if it has one.
    public func location(row: Int, column: Int) -> SourceLocation {
        location(of: field(row, column))
    }

    /// Where a row begins.
    public func location(row: Int) -> SourceLocation {
        location(row: row, column: 0)
    }

    /// Where a name in the header is.
    public func location(ofColumn column: Int) -> SourceLocation {
        location(of: fields[column])
    }

    /// The index of a column that may be missing.
    public func column(_ name: String) -> Int? { indices[name] }

    /// Records an error of this table, unless there were too many.
    public func report(_ message: String, at location: SourceLocation, help: String? = nil) {
        guard errorCount < Self.errorLimit else { return }
        errorCount += 1
        diagnostics.error(message, at: location, help: help)
        if errorCount == Self.errorLimit {
            diagnostics.warning(
                "\(Self.errorLimit) errors in this table, the rest of it is not reported",
                at: location)
        }
    }

    func field(_ row: Int, _ column: Int) -> CSVField {
        fields[(row + 1) * columns.count + column]
    }

    private func location(of field: CSVField) -> SourceLocation {
        let start = field.range.lowerBound
        let isQuoted = start > 0 && source.bytes[start - 1] == UInt8(ascii: "\"")
        return source.location(ofByte: isQuoted ? start - 1 : start)
    }

    private static func text(of field: CSVField, in bytes: [UInt8]) -> String {
        let text = String(decoding: bytes[field.range], as: UTF8.self)
        guard field.hasDoubledQuotes else { return text }
        return text.split(separator: "\"\"", omittingEmptySubsequences: false)
            .joined(separator: "\"")
    }

    private func checkHeader() {
        for (column, name) in columns.enumerated() {
            if name.isEmpty {
                report("column \(column + 1) has no name", at: location(ofColumn: column))
            } else if indices[name] != column {
                report("duplicate column \(quoted(name))", at: location(ofColumn: column))
            }
        }
    }
}
