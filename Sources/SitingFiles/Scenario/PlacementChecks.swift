import Siting

/// Refuses policies that place all work in two ways at once.
struct PlacementChecks {
    let context: ScenarioContext

    func check(_ policies: [Policy], rules: [Rule]) {
        let placements = Set(
            rules.filter { if case .placement = $0.content { true } else { false } }.map(\.name))
        for policy in policies {
            let held = policy.rules.filter(placements.contains)
            guard held.count > 1, let location = policy.location else { continue }
            context.diagnostics.error(
                "the policy \(quoted(policy.name)) holds more than one placement:"
                    + " \(held.joined(separator: ", "))", at: location,
                help: "give each a policy of its own")
        }
    }
}
