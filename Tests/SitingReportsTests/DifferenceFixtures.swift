import Siting

/// Two runs of one scenario, the second at a higher price of carbon.
enum DifferenceFixtures {
    static let first = run("before.json", [PlanFixtures.optimal])
    static let second = run("after.json", [dearer])

    static var difference: RunDifference { RunDifference(from: first, to: second) }

    static func run(_ file: String, _ plans: [Plan]) -> StoredRun {
        StoredRun(
            file: "/home/planner/\(file)", madeBy: "sitewise 0.1.0",
            entries: plans.map { .init(name: $0.policy, plan: $0) })
    }

    static func difference(_ first: Plan, _ second: Plan) -> PlanDifference {
        PlanDifference(
            from: .init(name: first.policy, plan: first),
            to: .init(name: second.policy, plan: second))
    }

    /// 貴安 gives way to Asosa, and Keflavík shrinks by what Asosa has more.
    static var dearer: Plan {
        var plan = PlanFixtures.optimal
        plan.sites[0].capacity = 390
        plan.sites[1] = PlanFixtures.site(
            "asosa", "Asosa", "ET", capacity: 130.5, training: 0, inference: 700_800,
            emissions: 30_000, cost: 830e6, carbon: 24, price: 30)
        plan.inference = [row("keflavik", 30), row("asosa", 20)]
        plan.totals?.cost = 3_640e6
        plan.totals?.costParts[2] = CostPart(name: "electricity", cost: 397e6)
        plan.totals?.emissions = 400_000
        plan.stages = [
            Stage(measure: "cost", unit: "USD/year", value: 3_640e6, bound: 3_640e6, tolerance: 0)
        ]
        plan.prices = [
            PlanFixtures.price(
                "position_limit(keflavik)", "one more MW at Keflavík", "USD/year per MW", 400_000),
            PlanFixtures.price(
                "position_limit(asosa)", "one more MW at Asosa", "USD/year per MW", 59_700),
            plan.prices[2], plan.prices[3],
        ]
        plan.inputs = inputs
        return plan
    }

    private static func row(_ site: String, _ power: Double) -> InferenceRow {
        InferenceRow(
            service: "assistant", market: "london", site: site, power: power, roundTrip: 47.5,
            roundTripSource: .measured)
    }

    private static var inputs: PlanInputs {
        let old = PlanFixtures.inputs
        let site = old.candidates[0]
        var figures = site.figures
        figures[.price] = 45
        return PlanInputs(
            fingerprint: String(repeating: "cd", count: 32),
            files: [InputFile(name: "northern.yaml", sha256: String(repeating: "1e", count: 32))],
            figures: [
                old.figures[0], InputFigure("prices.carbon_usd_per_t", .number(100, unit: "USD/t")),
                old.figures[2], InputFigure("policy.limits.mean_rtt_ms", .number(80, unit: "ms")),
            ],
            candidates: [
                Candidate(
                    id: site.id, name: site.name, country: site.country,
                    coordinate: site.coordinate, figures: figures, supplies: site.supplies),
                Candidate(
                    id: "asosa", name: "Asosa", country: "ET",
                    coordinate: Coordinate(latitude: 10, longitude: 34.5),
                    figures: [.limit: 200, .carbon: 24, .price: 30, .pue: 1.3]),
            ])
    }
}
