import Fixtures
import Quantities
import Siting
import SitingSolve

/// A random scenario under a policy that asks for too much, and an exhaustive second opinion on it: which
/// restrictions can hold together is found by placing under each set of them.
struct InfeasibleCase {
    /// A restriction by the name and kind under which a diagnosis speaks of it.
    struct Key: Hashable, Comparable, CustomStringConvertible {
        let name: String
        let kind: String

        static func < (left: Key, right: Key) -> Bool { left.description < right.description }

        var description: String { "\(kind) \(name)" }
    }

    let scenario: Scenario
    let policy: Policy

    init(seed: UInt64, marketCount: Int = 3) {
        var numbers = SeededGenerator(seed: seed)
        func pick(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &numbers) }
        func isChosen(_ share: Double) -> Bool { pick(0...1) < share }
        var scenario = Fixtures.random(
            seed: seed, siteCount: 5, marketCount: marketCount, jobCount: 1,
            loadScale: isChosen(0.15) ? 3 : 1)
        scenario.services[0].maxRoundTrip = isChosen(0.8) ? Latency(pick(30...110)) : nil
        if isChosen(0.2) { scenario.services[0].maxLatency = Latency(pick(40...90)) }
        let somewhere = ["FR", "IS", "US"][Int(pick(0...2.99))]
        scenario.rules = [
            Rule(
                name: "home",
                content: .residency(
                    services: nil, jobs: ["j0"], markets: Selection(countries: [somewhere]),
                    sites: Selection(countries: ["FR"]))),
            Rule(name: "spread", content: .share(of: .country, maximum: pick(0.2...0.5))),
            Rule(name: "shut", content: .closed(sites: Selection(ids: ["s1", "s3"]))),
            Rule(name: "together", content: .nearUsers),
        ]
        self.scenario = scenario
        var limits: [Measure: Double] = [:]
        if isChosen(0.4) { limits[.emissions] = pick(10_000...60_000) }
        if isChosen(0.4) { limits[.roundTrip] = pick(10...60) }
        let rules = scenario.rules.map(\.name).filter {
            $0 == "together" ? isChosen(0.2) : isChosen(0.6)
        }
        policy = Fixtures.policy(.cost, limits: limits, rules: rules)
    }

    init(_ scenario: Scenario, _ policy: Policy) {
        self.scenario = scenario
        self.policy = policy
    }

    /// Every restriction but the room at sites.
    var keys: [Key] {
        var keys = policy.rules.compactMap(scenario.rule(named:)).map {
            Key(name: $0.name, kind: $0.content.kind)
        }
        keys += policy.limits.map { Key(name: $0.measure.limitKey, kind: "limit") }
        for service in scenario.services {
            if service.maxRoundTrip != nil {
                keys.append(Key(name: service.id, kind: "max_rtt_ms"))
            }
            if service.maxLatency != nil {
                keys.append(Key(name: service.id, kind: "max_latency_ms"))
            }
        }
        return keys + scenario.jobs.map { Key(name: $0.id, kind: "job") }
    }

    /// The case with these restrictions alone.
    func keeping(_ kept: Set<Key>, room: Bool = true) -> InfeasibleCase {
        func keeps(_ name: String, _ kind: String) -> Bool {
            kept.contains(Key(name: name, kind: kind))
        }
        var scenario = scenario
        for index in scenario.services.indices {
            let id = scenario.services[index].id
            if !keeps(id, "max_rtt_ms") { scenario.services[index].maxRoundTrip = nil }
            if !keeps(id, "max_latency_ms") { scenario.services[index].maxLatency = nil }
        }
        scenario.jobs = scenario.jobs.map { keeps($0.id, "job") ? $0 : $0.with(peak: 1e6) }
        if !room { for index in scenario.sites.indices { scenario.sites[index].limit = 1e6 } }
        let limits = policy.limits.filter { keeps($0.measure.limitKey, "limit") }
        let rules = policy.rules.filter { name in
            scenario.rule(named: name).map { keeps(name, $0.content.kind) } ?? false
        }
        return InfeasibleCase(
            scenario,
            Policy(name: policy.name, objective: policy.objective, limits: limits, rules: rules))
    }

    func isPossible() throws -> Bool {
        switch try PlacementModel(scenario, under: policy).optimum().status {
        case .optimal, .feasible: true
        case .infeasible, .unbounded, .stopped: false
        }
    }
}

extension Conflict.Member {
    var key: InfeasibleCase.Key { InfeasibleCase.Key(name: name, kind: kind) }
}

extension Job {
    func with(peak: Power) -> Job {
        Job(
            id: id, energy: energy, overhead: overhead, peak: peak, start: start, end: end,
            embodied: embodied, operatorCountry: operatorCountry, location: location)
    }
}
