import Quantities
import Siting

extension InfeasibleCase {
    /// The case after a change that a diagnosis asks for, or a part of it; `nil` where a scenario can't say it.
    func after(_ change: Relaxation, part: Double = 1) -> InfeasibleCase? {
        var scenario = scenario
        let value = change.from + part * (change.to - change.from)
        switch change.kind {
        case "limit": return InfeasibleCase(scenario, policy.with(change.rule, at: value))
        case "max_rtt_ms", "max_latency_ms":
            scenario.raise(change.kind, of: change.rule, to: Latency(value))
        case "job":
            scenario.jobs = scenario.jobs.map {
                $0.id == change.rule ? $0.with(peak: Power(value)) : $0
            }
        case "room": scenario.raiseLimits(by: change.parts, times: part)
        default:
            guard let index = scenario.rules.firstIndex(where: { $0.name == change.rule }),
                let rule = scenario.rules[index].loosened(
                    to: value, at: Set(change.parts.map(\.id)), in: scenario)
            else { return nil }
            scenario.rules[index] = rule
        }
        return InfeasibleCase(scenario, policy)
    }
}

extension Policy {
    fileprivate func with(_ key: String, at maximum: Double) -> Policy {
        let limits = limits.map {
            $0.measure.limitKey == key ? Limit(measure: $0.measure, maximum: maximum) : $0
        }
        return Policy(name: name, objective: objective, limits: limits, rules: rules)
    }
}

extension Scenario {
    fileprivate mutating func raise(_ key: String, of service: String, to limit: Latency) {
        for index in services.indices where services[index].id == service {
            if key == "max_rtt_ms" {
                services[index].maxRoundTrip = limit
            } else {
                services[index].maxLatency = limit
            }
        }
    }

    fileprivate mutating func raiseLimits(by parts: [Relaxation.Part], times factor: Double) {
        for position in Position.grouping(sites) {
            guard let raise = parts.first(where: { $0.id == position.id }) else { continue }
            for site in position.sites where sites[site].limit == position.limit {
                sites[site].limit += Power(factor * raise.amount)
            }
        }
    }
}

extension Rule {
    /// - Parameter sites: Where work is let in.
    fileprivate func loosened(
        to value: Double, at sites: Set<String>, in scenario: Scenario
    ) -> Rule? {
        func ids(_ selection: Selection) -> Set<String> {
            Set(scenario.sites.filter(selection.contains).map(\.id))
        }
        let loose: Content
        switch content {
        case .share(let grouping, _): loose = .share(of: grouping, maximum: value / 100)
        case .closed(let closed):
            loose = .closed(sites: Selection(ids: ids(closed).subtracting(sites)))
        case .residency(let services, let jobs, let markets, let allowed):
            loose = .residency(
                services: services, jobs: jobs, markets: markets,
                sites: Selection(ids: ids(allowed).union(sites)))
        case .access(let countries, let allowed):
            loose = .access(
                operatorCountries: countries, sites: Selection(ids: ids(allowed).union(sites)))
        case .nearUsers, .trainingSupply, .placement: return nil
        }
        return Rule(name: name, content: loose)
    }
}
