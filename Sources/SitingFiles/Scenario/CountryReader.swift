import Siting

/// Reads names of countries and of groups of them.
struct CountryReader {
    let catalogue: Catalogue

    /// One country; nil, with an error, where there is no such code.
    func code(_ value: YAMLValue) -> String? {
        guard let text = value.string() else { return nil }
        guard catalogue.country(text) == nil else { return text }
        value.report("unknown country \(quoted(text))", help: help(for: text))
        return nil
    }

    /// Countries, groups spelt out.
    func codes(_ value: YAMLValue) -> Set<String>? {
        guard let names = value.names() else { return nil }
        var codes: Set<String> = []
        for (text, place) in names {
            if let group = CountryGroup(rawValue: text) {
                codes.formUnion(catalogue.members(of: group))
            } else if catalogue.country(text) != nil {
                codes.insert(text)
            } else {
                place.report("unknown country or group \(quoted(text))", help: help(for: text))
            }
        }
        return codes
    }

    /// What was probably meant. Codes are so short that most are near to each other, so that only
    /// the case of letters, names and a few usual mistakes are recognised.
    func help(for text: String) -> String {
        let usual = ["UK": "GB", "EL": "GR", "USA": "US", "UAE": "AE"]
        let groups = CountryGroup.allCases.map(\.rawValue)
        let upper = text.uppercased()
        if let code = usual[upper] { return "did you mean '\(code)'?" }
        if groups.contains(upper) || catalogue.country(upper) != nil {
            return "did you mean '\(upper)'?"
        }
        if text.count > 2 {
            if let group = suggestion(for: text, among: groups) {
                return "did you mean '\(group)'?"
            }
            let name = suggestion(for: text, among: catalogue.countries.map(\.name))
            if let country = catalogue.countries.first(where: { $0.name == name }) {
                return "did you mean '\(country.code)', \(country.name)?"
            }
        }
        return "countries are two letters such as FR; groups are \(groups.joined(separator: ", "))"
    }
}
