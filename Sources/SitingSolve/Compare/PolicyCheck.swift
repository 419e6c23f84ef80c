import Quantities
import Siting
import SitingFormulation

/// What plans break of a policy, from their rows and totals alone: nothing is solved.
struct PolicyCheck {
    private let scenario: Scenario
    private let policy: Policy
    private let rules: [Rule]
    private let rows: RuleRows
    /// Which sites each rule by itself leaves open, in the order of `rules`.
    private let access: [SiteAccess]

    /// Excesses up to this share are those of arithmetic.
    static let tolerance = 1e-6

    init(_ scenario: Scenario, under policy: Policy) throws {
        self.scenario = scenario.under(policy)
        self.policy = policy
        rules = policy.rules.compactMap(scenario.rule(named:))
        rows = try RuleRows(scenario, under: policy)
        access = rules.map { rule in
            SiteAccess(scenario: scenario, policy: policy.withRulesAlone([rule.name]))
        }
    }

    /// Limits on round trips first, then rules in the policy's order, then limits on measures.
    func breaches(of plan: Plan) -> [Breach] {
        guard plan.hasPlacement, let totals = plan.totals else { return [] }
        let work = PlanWork(plan, in: scenario)
        let excess = rows.excess(of: plan, work)
        let least = Self.tolerance * max(1, scenario.meanWork.value)
        let ofRules = zip(rules, access).map { rule, access in
            Breach(
                rule: rule.name, kind: rule.content.kind,
                amount: (excess[rule.name] ?? 0) + power(of: work, outside: access)
                    + idlePower(of: plan, under: rule, work, access))
        }
        let trips = Breach(rule: "max_rtt_ms", kind: "max_rtt", amount: slowPower(of: work))
        return ([trips] + ofRules).filter { $0.amount > least } + limits(totals)
    }

    /// Work at sites that a rule keeps from it, MW.
    private func power(of work: PlanWork, outside access: SiteAccess) -> Double {
        var power = 0.0
        var pair = (service: -1, market: -1)
        var open: [Bool] = []
        for request in work.requests {
            if pair != (request.service, request.market) {
                pair = (request.service, request.market)
                open = access.sites(service: pair.service, market: pair.market)
            }
            if !open[request.site] { power += request.power }
        }
        for training in work.trainings {
            let job = scenario.jobs[training.job]
            guard !access.allows(job: job, site: training.site) else { continue }
            power += (1 + job.overhead) * training.power
        }
        return power
    }

    /// Capacity built at closed sites where nothing runs, MW.
    private func idlePower(
        of plan: Plan, under rule: Rule, _ work: PlanWork, _ access: SiteAccess
    ) -> Double {
        guard case .closed = rule.content else { return 0 }
        let active = work.active(in: scenario)
        let built = Dictionary(plan.sites.map { ($0.id, $0.built) }) { $0 + $1 }
        return scenario.sites.indices.reduce(0) { sum, site in
            guard access.isClosed[site], active[site] == 0 else { return sum }
            return sum + (built[scenario.sites[site].id] ?? 0)
        }
    }

    /// Requests that take longer than the policy allows, MW.
    private func slowPower(of work: PlanWork) -> Double {
        work.requests.reduce(0) { sum, request in
            let roundTrip = scenario.roundTrips[request.market, request.site]
            let isAllowed = scenario.services[request.service].allows(roundTrip: roundTrip)
            return isAllowed ? sum : sum + request.power
        }
    }

    private func limits(_ totals: Totals) -> [Breach] {
        policy.limits.compactMap { limit in
            let excess = totals.value(of: limit.measure) - limit.maximum
            guard excess > Self.tolerance * max(1, abs(limit.maximum)) else { return nil }
            return Breach(
                rule: limit.measure.limitKey, kind: "limit", amount: excess,
                unit: limit.measure.unit)
        }
    }
}

extension Policy {
    /// The policy with other rules in force.
    func withRulesAlone(_ names: [String]) -> Policy {
        var policy = self
        policy.rules = names
        return policy
    }
}
