import Quantities
public import Siting

extension Formulation {
    /// What keeps a market's requests to a service from each site; none where the pair is allowed.
    public func obstacles(service: Int, market: Int) -> [[WorkObstacle]] {
        let rules = singleRules.map { rule, access in
            (rule: rule, allowed: access.sites(service: service, market: market))
        }
        let limits = scenario.services[service]
        return scenario.sites.indices.map { site in
            var found = rules.filter { !$0.allowed[site] }.map { WorkObstacle.rule($0.rule) }
            let trip = scenario.roundTrips[market, site]
            if let limit = limits.maxRoundTrip, !limits.allows(roundTrip: trip) {
                if trip > limit { found.append(.roundTrip(limit: limit.value)) }
            }
            if let limit = limits.maxLatency, !limits.allows(roundTrip: trip) {
                let isBeyond = limits.latency(roundTrip: trip) > limit
                if isBeyond { found.append(.latency(limit: limit.value)) }
            }
            return found
        }
    }

    /// What keeps a job from each site.
    public func obstacles(job: Int) -> [[WorkObstacle]] {
        let rules = singleRules
        return scenario.sites.indices.map { site in
            rules.filter { !$0.access.allows(job: scenario.jobs[job], site: site) }
                .map { .rule($0.rule) }
        }
    }

    /// Rules in force that shut a whole site.
    public func rulesClosing(site: Int) -> [String] {
        singleRules.filter { $0.access.isClosed[site] }.map(\.rule)
    }

    /// Each rule in force with what it alone leaves open.
    private var singleRules: [(rule: String, access: SiteAccess)] {
        rulesInForce.map { rule in
            var alone = policy
            alone.rules = [rule.name]
            return (rule.name, SiteAccess(scenario: scenario, policy: alone))
        }
    }
}
