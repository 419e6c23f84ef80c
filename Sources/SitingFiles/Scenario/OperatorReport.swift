import Siting

/// Says what an operator's profile did to a scenario.
struct OperatorReport {
    let context: ScenarioContext
    let profile: OperatorProfile

    /// The rules to add to those that the scenario states; a name taken twice is an error.
    func rules(_ sites: SitesResult, stated: YAMLMapping?) -> [Rule] {
        let found = profile.rules(sites: sites.sites, at: context.start)
        for rule in found.rules {
            guard let entry = stated?.entry(rule.name) else { continue }
            context.diagnostics.error(
                "the rule \(quoted(rule.name)) comes with the operator"
                    + " \(quoted(profile.operatorRow.id))", at: entry.location,
                help: "give the scenario's own rule another name")
        }
        for name in found.unkept {
            context.diagnostics.warning(
                "\(profile.operatorRow.name) has no site where data of users in the European Union"
                    + " may go, so \(name) is not in force", at: context.start)
        }
        return found.rules
    }

    func describe(_ sites: SitesResult, _ markets: MarketsResult, _ rules: [Rule]) {
        let row = profile.operatorRow
        let own = (sites.candidates ?? []).count(where: profile.owns)
        let dropped = markets.unserved
        let countries = Set(dropped.map(\.country)).sorted().joined(separator: ", ")
        let lost =
            dropped.isEmpty
            ? "no market is left out"
            : "\(counted(dropped.count, "market")) in \(countries) not served"
        let names = rules.map(\.name).joined(separator: ", ")
        let law = rules.isEmpty ? "no rule added" : "every policy holds \(names)"
        context.diagnostics.warning(
            "as \(row.name), at home in \(row.homeCountry): \(sites.sites.count) of its"
                + " \(counted(own, "site")) kept, \(lost), \(law)", at: context.start)
    }
}
