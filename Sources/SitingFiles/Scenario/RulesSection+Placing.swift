import Siting

/// Rules that say where work stands beside other work, or exactly where.
extension RulesSection {
    static let trainingSupplyKeys = ["fuels"]
    static let placementKeys = ["shares"]
    /// How far shares may miss the whole, which decimals cannot always meet.
    private static let slack = 1e-6

    func nearUsers(_ value: YAMLValue) -> Rule.Content? {
        guard let isAsked = value.bool() else { return nil }
        guard isAsked else {
            value.report("near_users must be true, not 'false'", help: "leave the rule out instead")
            return nil
        }
        return .nearUsers
    }

    func trainingSupply(_ part: YAMLMapping) -> Rule.Content? {
        part.checkKeys(allowed: Self.trainingSupplyKeys)
        guard let value = part.value("fuels", required: true) else { return nil }
        let supplies = sites.candidates?.flatMap(\.supplies)
        let known = supplies.map { supplies in
            Set(context.catalogue.fuels.map(\.fuel) + supplies.map(\.fuel)).sorted()
        }
        guard let fuels = value.names(of: "fuel", among: known) else { return nil }
        let isThere = sites.sites.flatMap(\.supplies)
            .contains { $0.kind == .directLine && fuels.contains($0.fuel) }
        if !context.diagnostics.hasErrors, !isThere {
            context.diagnostics.warning(
                "no site has a direct_line on \(fuels.sorted().joined(separator: ", ")),"
                    + " so no training can run under this rule", at: value.location)
        }
        return .trainingSupply(fuels: fuels)
    }

    func placement(_ part: YAMLMapping) -> Rule.Content? {
        part.checkKeys(allowed: Self.placementKeys)
        let areSitesSound = !context.diagnostics.hasErrors
        guard let map = part.mapping("shares", required: true) else { return nil }
        let candidates = sites.candidates?.map(\.id)
        let kept = Set(sites.sites.map(\.id))
        var shares: [String: Double] = [:]
        for entry in map.entries {
            if let candidates, !candidates.contains(entry.key) {
                context.diagnostics.error(
                    "unknown site \(quoted(entry.key))", at: entry.location,
                    help: didYouMean(entry.key, among: candidates))
            }
            guard let share = entry.value.percentOrNumber(in: .share) else { return nil }
            shares[entry.key] = share
            if areSitesSound, share > 0, candidates?.contains(entry.key) == true,
                !kept.contains(entry.key)
            {
                context.diagnostics.error(
                    "the site \(quoted(entry.key)) is left out of the scenario and cannot have a"
                        + " share of the work", at: entry.location)
            }
        }
        return whole(shares, at: map).map { .placement(shares: $0) }
    }

    /// The shares, brought to the whole exactly; nil, with an error, where they miss it.
    private func whole(_ shares: [String: Double], at map: YAMLMapping) -> [String: Double]? {
        // In a fixed order, as sums depend on it.
        let sum = shares.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        guard abs(sum - 1) <= Self.slack else {
            let percent = (sum * 1e8).rounded() / 1e6
            map.report("shares must add up to 100%, not \(plain(percent))%")
            return nil
        }
        return shares.mapValues { $0 / sum }
    }
}
