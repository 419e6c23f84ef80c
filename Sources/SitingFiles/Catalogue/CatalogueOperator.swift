import Siting

/// A row of `operators.csv`: who runs work, where it has sites, and the law that follows it.
public struct CatalogueOperator: Sendable, Equatable {
    /// A restriction that comes with an operator; `SOURCES.md` says what each rests on.
    public enum Rule: String, Sendable, CaseIterable {
        /// No advanced accelerators of a US operator in group D:5, Hong Kong or Macau.
        case usExport = "us_export_d5"
        /// Data of users in mainland China stays there.
        case chinaDataExport = "cn_data_export"
        /// Data of users in the European Union goes only where the GDPR lets it.
        case gdpr = "eu_gdpr"
    }

    public let id: String
    public let name: String
    /// ISO 3166-1 alpha-2.
    public let homeCountry: String
    /// The operator of its cloud regions in `sites.csv`; nil where it has none.
    public let siteOperator: String?
    /// Ids of sites near a published campus of its own.
    public let campuses: [String]
    /// Countries whose users it does not serve, groups spelt out; empty means unknown.
    public let servesNot: Set<String>
    public let rules: [Rule]
    /// A key of `sources.csv`.
    public let source: String

    /// Whether a site is one of its own.
    func owns(_ site: Site) -> Bool {
        (siteOperator != nil && site.operatorID == siteOperator) || campuses.contains(site.id)
    }
}

extension CatalogueOperator {
    private static let columns = [
        "id", "name", "home_country", "site_operator", "campuses", "serves_not", "rules", "source",
    ]

    static func read(
        from files: CatalogueFiles, sites: [CatalogueSite], countries: [Country]
    ) -> [CatalogueOperator] {
        // A row that is wrong elsewhere is no wrong name here.
        let isSound = !files.diagnostics.hasErrors
        let siteIDs = isSound ? Set(sites.map(\.id)) : nil
        let codes = isSound ? Set(countries.map(\.code)) : nil
        var ids = UniqueNames()
        return files.rows("operators.csv", requiring: columns).compactMap { row in
            guard let id = row.id("id"), ids.insert(id, of: row, column: "id"),
                let name = row.text("name"), let home = row.text("home_country"),
                let source = row.text("source")
            else { return nil }
            let campuses = row.words("campuses")
            row.check("campuses", campuses, "site", known: siteIDs)
            row.check("home_country", [home], "country", known: codes)
            return CatalogueOperator(
                id: id, name: name, homeCountry: home,
                siteOperator: row.optionalText("site_operator"), campuses: campuses,
                servesNot: servesNot(row, countries, codes), rules: rules(row), source: source)
        }
    }

    private static func servesNot(
        _ row: TableRow, _ countries: [Country], _ codes: Set<String>?
    ) -> Set<String> {
        var served: Set<String> = []
        for word in row.words("serves_not") {
            if let group = CountryGroup(rawValue: word) {
                served.formUnion(countries.filter(group.contains).map(\.code))
            } else {
                row.check("serves_not", [word], "country", known: codes)
                served.insert(word)
            }
        }
        return served
    }

    private static func rules(_ row: TableRow) -> [Rule] {
        let words = row.words("rules")
        row.check("rules", words, "rule", known: Set(Rule.allCases.map(\.rawValue)))
        return words.compactMap(Rule.init)
    }
}

extension TableRow {
    /// The words of a field, which stand between semicolons.
    fileprivate func words(_ column: String) -> [String] {
        (optionalText(column) ?? "").split(separator: ";").map(String.init)
    }

    /// Reports words that are not known; nothing where what is known cannot be read.
    fileprivate func check(
        _ column: String, _ words: [String], _ kind: String, known: Set<String>?
    ) {
        guard let known else { return }
        for word in words where !known.contains(word) {
            report(column, "unknown \(kind) \(quoted(word))")
        }
    }
}
