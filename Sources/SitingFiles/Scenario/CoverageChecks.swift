import Quantities
import Siting

/// Refuses policies that judge by figures which count as nothing, and says which totals they touch.
struct CoverageChecks {
    let context: ScenarioContext
    let missing: MissingRules
    let sites: SitesResult
    let prices: PricesResult
    /// Where the sites are described.
    let section: SourceLocation

    func check(_ policies: [Policy]) {
        for field in MissingRules.Field.allCases {
            guard let ids = sites.reported[field], !ids.isEmpty else { continue }
            let measures = measures(judgedBy: field)
            for policy in policies {
                let judging = policy.measures.filter { measures.contains($0.ofWhole) }
                guard let measure = judging.min(by: isBefore)
                else { continue }
                refuse(policy, measure, field, ids)
            }
            warn(of: field, ids)
        }
    }

    private func measures(judgedBy field: MissingRules.Field) -> Set<Measure> {
        switch field {
        case .price: [.cost]
        case .carbon: prices.carbon > 0 ? [.emissions, .cost] : [.emissions]
        // Only water on site is paid for: that of power plants is in the price of power.
        case .wue: prices.water > 0 ? [.water, .cost] : [.water]
        case .gridWater: [.water]
        case .pue: []
        }
    }

    private func refuse(
        _ policy: Policy, _ measure: Measure, _ field: MissingRules.Field, _ ids: [String]
    ) {
        let verb = ids.count == 1 ? "has" : "have"
        context.diagnostics.error(
            "the policy \(quoted(policy.name)) judges by \(measure.rawValue), and"
                + " \(counted(ids.count, "site")) \(verb) no \(field.figure.rawValue):"
                + " \(listed(ids))",
            at: policy.location ?? section,
            help: "let missing.\(field.rawValue) be exclude, or assume a value")
    }

    private func warn(of field: MissingRules.Field, _ ids: [String]) {
        let touched =
            switch field {
            case .price: "cost"
            case .carbon: prices.carbon > 0 ? "emissions and the cost of carbon" : "emissions"
            case .wue: prices.water > 0 ? "water and the cost of water" : "water"
            case .gridWater: "water"
            case .pue: "energy"
            }
        context.diagnostics.warning(
            "\(field.figure.rawValue) is unknown for \(ids.count) of"
                + " \(counted(sites.sites.count, "site")) and counts as nothing in \(touched)",
            at: missing.location(of: field) ?? section)
    }

    private func isBefore(_ first: Measure, _ second: Measure) -> Bool {
        first.rawValue < second.rawValue
    }
}
