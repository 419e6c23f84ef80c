extension CSVTable {
    /// The index of a column that must be there; its absence is an error at the header.
    public func requiredColumn(_ name: String) -> Int? {
        if let column = column(name) { return column }
        let near = suggestion(for: name, among: columns)
        report(
            "the table has no column \(quoted(name))", at: location(ofColumn: 0),
            help: near.map { "is \(quoted($0)) meant?" })
        return nil
    }

    /// Reports every column that is not among the allowed ones, with what was probably meant.
    public func checkColumns(allowed: [String]) {
        let known = Set(allowed)
        for (index, name) in columns.enumerated() where !name.isEmpty && !known.contains(name) {
            let unknown = UnknownName(name, kind: "column", allowed: allowed)
            report(unknown.message, at: location(ofColumn: index), help: unknown.help)
        }
    }
}
