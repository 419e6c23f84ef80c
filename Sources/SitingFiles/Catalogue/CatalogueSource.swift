/// A row of `sources.csv`.
public struct CatalogueSource: Sendable, Equatable {
    public let key: String
    public let title: String
    public let publisher: String
    public let version: String?
    public let licence: String
    public let citation: String?
    public let notes: String?
}

extension CatalogueSource {
    static func read(from files: CatalogueFiles) -> [CatalogueSource] {
        let columns = ["key", "title", "publisher", "version", "licence", "citation", "notes"]
        var names = UniqueNames()
        return files.rows("sources.csv", requiring: columns).compactMap { row in
            guard let key = row.id("key"), names.insert(key, of: row, column: "key"),
                let title = row.text("title"), let publisher = row.text("publisher"),
                let licence = row.text("licence")
            else { return nil }
            return CatalogueSource(
                key: key, title: title, publisher: publisher,
                version: row.optionalText("version"), licence: licence,
                citation: row.optionalText("citation"), notes: row.optionalText("notes"))
        }
    }
}
