import Siting
import SitingFormulation

/// A part of a scenario under a policy that can be to blame when no placement is possible.
enum Restriction: Equatable {
    case rule(Rule)
    /// A limit of the policy, by its place.
    case limit(Int)
    /// The longest round trip of a service, by its index.
    case roundTrip(Int)
    /// The longest `trips * round trip + service time` of a service, by its index.
    case latency(Int)
    /// The limits of all positions.
    case room

    /// Every one that a policy has; those that a planner would least expect to hear of come first, as they
    /// are tried first when a conflict is made smaller.
    ///
    /// Pairs that further rules delete than masks have bits stay deleted: those rules are not listed.
    static func all(of policy: Policy, in scenario: Scenario) -> [Restriction] {
        let services = scenario.under(policy).services
        var trips: [Restriction] = []
        for (index, service) in services.enumerated() {
            if service.maxRoundTrip != nil { trips.append(.roundTrip(index)) }
            if service.maxLatency != nil { trips.append(.latency(index)) }
        }
        let rules = policy.rules.compactMap(scenario.rule(named:)).map(Restriction.rule)
        var room = DeletedArcs.mostRestrictions
        let known = (trips + policy.limits.indices.map(Restriction.limit) + rules).filter {
            guard $0.arcRestriction != nil else { return true }
            room -= 1
            return room >= 0
        }
        return [.room] + known
    }

    /// The same among those that delete pairs; `nil` where it limits sums.
    var arcRestriction: DeletedArcs.Restriction? {
        switch self {
        case .rule(let rule): rule.deletesArcs ? .rule(rule) : nil
        case .roundTrip(let service): .roundTrip(service: service)
        case .latency(let service): .latency(service: service)
        case .limit, .room: nil
        }
    }

    /// Whether rows of other families change with it: it can't be dropped by a price of nothing.
    var shapesOthers: Bool {
        if case .rule(let rule) = self, case .trainingSupply = rule.content { return true }
        return false
    }
}

extension Rule {
    fileprivate var deletesArcs: Bool { !limitsSums }
}
