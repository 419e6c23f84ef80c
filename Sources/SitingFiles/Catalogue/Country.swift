import Siting

/// A country or territory and the law that matters for where data may go.
public struct Country: Sendable, Equatable {
    /// ISO 3166-1 alpha-2.
    public let code: String
    public let name: String
    /// AF, AN, AS, EU, NA, OC or SA.
    public let continent: String
    public let population: Double?
    /// Share of the population that uses the internet, percent.
    public let internetSharePercent: Double?
    public let isEUMember: Bool
    public let isEEAMember: Bool
    public let gdprApplies: Bool
    /// Whether an adequacy decision of the European Commission covers it.
    public let hasGDPRAdequacy: Bool
    /// Whether it is in group D:5 of the US Export Administration Regulations.
    public let isInGroupD5: Bool
}

extension Country {
    /// Joins `countries.csv` and `jurisdictions.csv`.
    static func read(from files: CatalogueFiles) -> [Country] {
        let laws = Law.read(from: files)
        var names = UniqueNames()
        let rows = files.rows(
            "countries.csv",
            requiring: ["iso2", "name", "continent", "population", "internet_share_pct"])
        return rows.compactMap { row in
            guard let code = row.text("iso2"), names.insert(code, of: row, column: "iso2"),
                let name = row.text("name"), let continent = row.text("continent")
            else { return nil }
            guard Continent.codes.contains(continent) else {
                row.report("continent", "unknown continent \(quoted(continent))")
                return nil
            }
            if laws[code] == nil, !laws.isEmpty {
                row.report("iso2", "jurisdictions.csv has no row for \(quoted(code))")
            }
            let law = laws[code] ?? Law()
            return Country(
                code: code, name: name, continent: continent,
                population: row.optionalNumber("population", in: .notNegative),
                internetSharePercent: row.optionalNumber(
                    "internet_share_pct", in: .between(0, 100)),
                isEUMember: law.isEUMember, isEEAMember: law.isEEAMember,
                gdprApplies: law.gdprApplies, hasGDPRAdequacy: law.hasGDPRAdequacy,
                isInGroupD5: law.isInGroupD5)
        }
    }
}

/// A row of `jurisdictions.csv`.
private struct Law {
    var isEUMember = false
    var isEEAMember = false
    var gdprApplies = false
    var hasGDPRAdequacy = false
    var isInGroupD5 = false

    static func read(from files: CatalogueFiles) -> [String: Law] {
        let columns = [
            "iso2", "eu_member", "eea_member", "gdpr_applies", "gdpr_adequacy",
            "us_country_group_d5",
        ]
        var laws: [String: Law] = [:]
        var names = UniqueNames()
        for row in files.rows("jurisdictions.csv", requiring: columns) {
            guard let code = row.text("iso2"), names.insert(code, of: row, column: "iso2")
            else { continue }
            laws[code] = Law(
                isEUMember: row.flag("eu_member") ?? false,
                isEEAMember: row.flag("eea_member") ?? false,
                gdprApplies: row.flag("gdpr_applies") ?? false,
                hasGDPRAdequacy: row.flag("gdpr_adequacy") ?? false,
                isInGroupD5: row.flag("us_country_group_d5") ?? false)
        }
        return laws
    }
}

/// The codes of continents.
enum Continent {
    static let codes = ["AF", "AN", "AS", "EU", "NA", "OC", "SA"]
}
