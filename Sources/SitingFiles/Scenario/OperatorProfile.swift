import Siting

/// A scenario seen as one operator: its sites, its markets, and the law that follows it.
struct OperatorProfile {
    let operatorRow: CatalogueOperator
    let catalogue: Catalogue

    var homeCountry: String { operatorRow.homeCountry }

    func owns(_ site: Site) -> Bool { operatorRow.owns(site) }

    func serves(_ market: Market) -> Bool { !operatorRow.servesNot.contains(market.country) }

    /// What became of the operator's rules.
    struct Rules {
        var rules: [Rule] = []
        /// Those that no site of the operator can keep.
        var unkept: [String] = []
    }

    /// The rules that hold wherever these sites take part.
    func rules(sites: [Site], at location: SourceLocation) -> Rules {
        var result = Rules()
        for rule in operatorRow.rules {
            let content: Rule.Content?
            switch rule {
            case .usExport: content = export
            case .chinaDataExport:
                content = .residency(
                    services: [], jobs: [], markets: Selection(countries: ["CN"]),
                    sites: Selection(countries: ["CN"]))
            case .gdpr:
                content = gdpr(sites)
                if content == nil { result.unkept.append(rule.rawValue) }
            }
            if let content {
                result.rules.append(
                    Rule(name: rule.rawValue, content: content, location: location))
            }
        }
        return result
    }

    /// Hong Kong and Macau are treated like the group, which does not list them.
    private var export: Rule.Content? {
        let closed = catalogue.members(of: .d5).union(["HK", "MO"])
        guard !closed.contains(homeCountry) else { return nil }
        return .closed(sites: Selection(countries: closed))
    }

    private func gdpr(_ sites: [Site]) -> Rule.Content? {
        let users = catalogue.members(of: .eu)
        let allowed = Selection(countries: users.union(catalogue.members(of: .adequate)))
        guard sites.contains(where: allowed.contains) else { return nil }
        return .residency(
            services: [], jobs: [], markets: Selection(countries: users), sites: allowed)
    }
}
