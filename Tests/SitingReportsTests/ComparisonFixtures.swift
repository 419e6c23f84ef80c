import Siting

/// A comparison made by hand: an optimal plan, one that is dearer and elsewhere, one that is impossible,
/// and a simple method.
enum ComparisonFixtures {
    private static func plan(_ policy: String, _ change: (inout Plan) -> Void = { _ in }) -> Plan {
        var plan = PlanFixtures.optimal
        plan.policy = policy
        plan.warnings = []
        plan.ruleCosts = []
        change(&plan)
        return plan
    }

    private static let greenest = plan("greenest") {
        $0.totals?.cost = 3_985.3e6
        $0.totals?.emissions = 306_090
        $0.sites.removeLast(2)
        $0.sites[0].capacity = 300
        $0.stages = [
            Stage(
                measure: "emissions", unit: "t/year", value: 306_090, bound: 306_090,
                tolerance: 0.01),
            Stage(
                measure: "cost", unit: "USD/year", value: 3_985.3e6, bound: 3_985.3e6, tolerance: 0),
        ]
        $0.ruleCosts = PlanFixtures.ruleCosts
    }

    private static let impossible = plan("at_home") {
        $0.status = .infeasible
        $0.totals = nil
        $0.stages = []
        $0.sites = []
        $0.diagnosis = PlanFixtures.infeasible.diagnosis
    }

    private static let simple = plan("cheapest") {
        $0.status = .feasible
        $0.totals?.cost = 4_347.6e6
        $0.warnings = ["made by a baseline"]
    }

    static let breach = Breach(rule: "spread", kind: "share", amount: 12.25)

    static var comparison: Comparison {
        let greenStages = [
            Regret.Stage(measure: "emissions", unit: "t/year", optimum: 306_090, value: 612_180),
            Regret.Stage(
                measure: "cost", unit: "USD/year", optimum: 3_985.3e6, value: 3_623e6),
        ]
        let cost = { (value: Double?) in
            [Regret.Stage(measure: "cost", unit: "USD/year", optimum: 3_623e6, value: value)]
        }
        return Comparison(
            scenario: "Northern split", file: "/home/planner/northern.yaml",
            columns: [
                .init(plan: plan("cheapest")), .init(plan: greenest), .init(plan: impossible),
                .init(plan: simple, method: .nearestSite),
            ],
            baseline: 0,
            regrets: [
                Regret(
                    plan: "cheapest", policy: "greenest", stages: greenStages, breaches: [breach]),
                Regret(
                    plan: "greenest", policy: "cheapest", stages: cost(3_985.3e6), breaches: []),
                Regret(plan: "nearest_site", policy: "cheapest", stages: cost(nil), breaches: []),
                Regret(plan: "greenest", policy: "at_home", stages: [], breaches: [breach]),
            ],
            savings: [
                Saving(
                    policy: "cheapest", method: .nearestSite, measure: "cost", unit: "USD/year",
                    optimum: 3_623e6, value: 4_347.6e6, breaches: [], finding: nil),
                Saving(
                    policy: "greenest", method: .nearestSite, measure: "emissions", unit: "t/year",
                    optimum: 306_090, value: 612_180, breaches: [breach], finding: nil),
                Saving(
                    policy: "at_home", method: .nearestSite, measure: "cost", unit: "USD/year",
                    optimum: nil, value: nil, breaches: [],
                    finding: PlanFixtures.infeasible.diagnosis?.findings.first),
            ])
    }
}
