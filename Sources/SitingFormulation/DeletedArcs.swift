public import Siting

/// Which restrictions of a policy delete each pair of work and site: the arcs of a scenario without them,
/// tagged.
public struct DeletedArcs: Sendable {
    /// What keeps some work from some sites.
    public enum Restriction: Sendable, Equatable {
        /// `residency`, `access` or `closed`. A `placement` is left to its rows.
        case rule(Rule)
        /// The longest round trip of a service, by its index.
        case roundTrip(service: Int)
        /// The longest `trips * round trip + service time` of a service, by its index.
        case latency(service: Int)
    }

    /// As many as a mask has bits; further ones would have to be taken as given.
    public static let mostRestrictions = UInt64.bitWidth

    public let restrictions: [Restriction]
    /// Every pair.
    public let arcs: Arcs
    /// By arc: bit `k` is set where restriction `k` deletes it.
    public private(set) var masks: [UInt64] = []
    /// The same by job and site.
    public private(set) var jobMasks: [[UInt64]] = []

    /// - Parameter restrictions: At most `mostRestrictions`.
    public init(scenario: Scenario, policy: Policy, restrictions: [Restriction]) {
        precondition(restrictions.count <= Self.mostRestrictions)
        self.restrictions = restrictions
        let scenario = scenario.under(policy)
        var free = scenario
        for service in free.services.indices {
            free.services[service].maxRoundTrip = nil
            free.services[service].maxLatency = nil
        }
        let tagged = restrictions.compactMap { restriction -> String? in
            if case .rule(let rule) = restriction { return rule.name }
            return nil
        }
        var others = policy.without(rules: tagged)
        others.rules.removeAll { scenario.rule(named: $0)?.content.kind == "placement" }
        arcs = Arcs(scenario: free, policy: others)
        let access = restrictions.map { restriction -> SiteAccess? in
            guard case .rule(let rule) = restriction else { return nil }
            return SiteAccess(scenario: scenario, policy: policy.with(only: rule.name))
        }
        tagArcs(scenario, access)
        tagJobs(scenario, access)
    }

    private mutating func tagArcs(_ scenario: Scenario, _ access: [SiteAccess?]) {
        masks = [UInt64](repeating: 0, count: arcs.sites.count)
        for demand in arcs.demands {
            for (bit, restriction) in restrictions.enumerated() {
                switch restriction {
                case .rule:
                    guard
                        let allowed = access[bit]?.sites(
                            service: demand.service, market: demand.market)
                    else { continue }
                    for arc in demand.arcs where !allowed[Int(arcs.sites[arc])] {
                        masks[arc] |= 1 << bit
                    }
                case .roundTrip(let service), .latency(let service):
                    guard service == demand.service else { continue }
                    let limited = scenario.services[service].with(only: restriction)
                    for arc in demand.arcs {
                        let trip = scenario.roundTrips[demand.market, Int(arcs.sites[arc])]
                        if !limited.allows(roundTrip: trip) { masks[arc] |= 1 << bit }
                    }
                }
            }
        }
    }

    private mutating func tagJobs(_ scenario: Scenario, _ access: [SiteAccess?]) {
        jobMasks = zip(scenario.jobs, arcs.jobSites).map { job, sites in
            sites.map { site in
                access.enumerated().reduce(0) { mask, item in
                    guard let access = item.element, !access.allows(job: job, site: site) else {
                        return mask
                    }
                    return mask | 1 << item.offset
                }
            }
        }
    }
}

extension Policy {
    /// The same without some rules.
    public func without(rules names: [String]) -> Policy {
        var policy = self
        policy.rules.removeAll(where: names.contains)
        return policy
    }

    fileprivate func with(only rule: String) -> Policy {
        var policy = self
        policy.rules = [rule]
        return policy
    }
}

extension Service {
    /// The same with no limit but the one meant.
    fileprivate func with(only restriction: DeletedArcs.Restriction) -> Service {
        var service = self
        if case .roundTrip = restriction {
            service.maxLatency = nil
        } else {
            service.maxRoundTrip = nil
        }
        return service
    }
}
