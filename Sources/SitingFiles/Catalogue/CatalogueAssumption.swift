/// A row of `assumptions.csv`: a planning figure for what no table knows.
public struct CatalogueAssumption: Sendable, Equatable {
    /// The scenario's key, such as `limit_mw`.
    public let key: String
    public let value: Double
    public let unit: String
    public let year: Int?
    /// A key of `sources.csv`; nil where nothing stands behind it.
    public let source: String?
    /// `sourced`: follows from the source by the note's arithmetic; `assumption`: a choice.
    public let kind: String
    public let note: String?
}

extension CatalogueAssumption {
    static func read(from files: CatalogueFiles) -> [CatalogueAssumption] {
        let columns = ["key", "value", "unit", "year", "source", "kind", "note"]
        var names = UniqueNames()
        return files.rows("assumptions.csv", requiring: columns).compactMap { row in
            guard let key = row.id("key"), names.insert(key, of: row, column: "key"),
                let value = row.number("value", in: .notNegative), let unit = row.text("unit"),
                let kind = row.text("kind")
            else { return nil }
            return CatalogueAssumption(
                key: key, value: value, unit: unit,
                year: row.optionalInteger("year", in: .between(1900, 2100)),
                source: row.optionalText("source"), kind: kind, note: row.optionalText("note"))
        }
    }
}
