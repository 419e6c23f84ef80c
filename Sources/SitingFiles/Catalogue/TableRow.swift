import Siting

/// One row of a table, its fields by the names of their columns.
///
/// An accessor that finds another type than it is asked for records an error and returns nil.
struct TableRow {
    let table: CSVTable
    let index: Int

    var location: SourceLocation { table.location(row: index) }

    func text(_ column: String) -> String? {
        table.column(column).flatMap { table.string(index, $0) }
    }

    func optionalText(_ column: String) -> String? {
        table.optionalString(index, table.column(column))
    }

    func id(_ column: String) -> String? {
        table.column(column).flatMap { table.id(index, $0) }
    }

    func number(_ column: String, in range: NumberRange = .any) -> Double? {
        table.column(column).flatMap { table.double(index, $0, in: range) }
    }

    func optionalNumber(_ column: String, in range: NumberRange = .any) -> Double? {
        table.optionalDouble(index, table.column(column), in: range)
    }

    func optionalInteger(_ column: String, in range: NumberRange = .any) -> Int? {
        guard let column = table.column(column), !table.isEmpty(index, column) else { return nil }
        return table.integer(index, column, in: range)
    }

    func flag(_ column: String) -> Bool? {
        table.column(column).flatMap { table.bool(index, $0) }
    }

    /// A day of every year as `MM-DD`.
    func yearDay(_ column: String) -> YearDay? {
        guard let text = text(column) else { return nil }
        if let day = YearDay(text) { return day }
        report(
            column, "\(column) must \(YearDay.requirement), not \(quoted(text))",
            help: YearDay.help(for: text))
        return nil
    }

    /// The columns `latitude` and `longitude`.
    func coordinate() -> Coordinate? {
        let latitude = number("latitude", in: .between(-90, 90))
        let longitude = number("longitude", in: .between(-180, 180))
        guard let latitude, let longitude else { return nil }
        return Coordinate(latitude: latitude, longitude: longitude)
    }

    /// Records an error at a field, with nothing put before the message.
    func report(_ column: String, _ message: String, help: String? = nil) {
        let place = table.column(column).map { table.location(row: index, column: $0) }
        table.report(message, at: place ?? location, help: help)
    }
}

extension CSVTable {
    /// All rows, once every column of the list is there.
    func rows(requiring names: [String]) -> [TableRow] {
        let found = names.map(requiredColumn)
        guard !found.contains(nil) else { return [] }
        return (0..<rowCount).map { TableRow(table: self, index: $0) }
    }
}

/// Finds names that are given twice.
struct UniqueNames {
    private var lines: [String: Int] = [:]

    /// Whether the name is new; if not, that is reported at the field.
    mutating func insert(_ name: String, of row: TableRow, column: String) -> Bool {
        guard let line = lines[name] else {
            lines[name] = row.location.line
            return true
        }
        let help = "it is already given in line \(line)"
        row.report(column, "duplicate \(column) \(quoted(name))", help: help)
        return false
    }
}
