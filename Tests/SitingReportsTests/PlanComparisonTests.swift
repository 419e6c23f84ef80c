import Siting
import Testing
import Typesetting

@testable import SitingReports

@Suite("Comparisons in a plan's report")
struct PlanComparisonTests {
    private func markdown(_ change: (inout Plan) -> Void = { _ in }) -> String {
        var plan = PlanFixtures.optimal
        change(&plan)
        return PlanMarkdown.render(plan)
    }

    @Test(
        "Emissions are so many miles, in a number that can be read",
        arguments: [
            (612_180, "612 kt CO2e is what 1.56 bn miles"),
            (1_161_300, "1.16 Mt CO2e is what 2.95 bn miles"),
            (392.9999, "393 t CO2e is what 1.00 million miles"),
            (50.5, "50.5 t CO2e is what 128,000 miles"), (0.0786, "78.6 kg CO2e is what 200 miles"),
        ])
    func miles(emissions: Double, start: String) {
        var plan = PlanFixtures.optimal
        plan.totals?.emissions = emissions
        let text = PlanText.render(plan, style: .plain, width: 160)
        let rest = " in a US passenger vehicle emit (0.393 kg CO2e a mile; epa_equivalencies, 2024)"
        #expect(text.contains("\nIn everyday terms\n  \(start)\(rest)\n"))
    }

    @Test("Where emissions are not known, or nothing is placed, nothing is compared with them")
    func unknown() {
        let texts = [
            markdown { $0.totals?.coverage = [.emissions: 0] }, markdown { $0.status = .stopped },
            markdown { $0.totals?.emissions = 0 }, markdown { $0.equivalences = [] },
        ]
        for text in texts { #expect(!text.contains("everyday") && !text.contains("passenger")) }
    }

    @Test("The share of inference is told of plans that train as well, and of no others")
    func inferenceShare() {
        let share = "Inference is 35.5 % of the working IT energy"
        let cost = " and 41.4 % of the running cost (electricity, water, staff and egress; "
        #expect(markdown().contains(share + cost + "hardware and buildings apart)."))
        let unshared = markdown { $0.totals?.inferenceShareOfRunningCost = nil }
        #expect(unshared.contains(share + ".\n"))
        let ofOneKind = [
            markdown { $0.totals?.trainingEnergy = 0 }, markdown { $0.totals?.inferenceEnergy = 0 },
        ]
        for text in ofOneKind { #expect(!text.contains("Inference is")) }
    }

    private static func stage(_ measure: String) -> Stage {
        Stage(measure: measure, unit: "", value: 1, bound: 1, tolerance: 0)
    }

    private static let all: [Measure: Double] = [
        .cost: 2.5e6, .emissions: -3_100, .latency: 0.25, .roundTrip: 0, .energy: 1_200,
        .water: -2e6,
    ]

    @Test(
        "A rule's cost is a sentence on what the first stage minimises",
        arguments: [
            ("cost", all, "eu costs $2.5 M a year more"),
            ("emissions", all, "eu saves 3.1 kt of CO2e a year"),
            ("latency", all, "eu costs 0.25 ms of mean latency more"),
            ("rtt", all, "eu makes no difference to mean round trip"),
            ("energy", all, "eu costs 1.2 GWh of energy a year more"),
            ("water", all, "eu saves 2 million m³ of water a year"),
            (
                "weighted_sum", all,
                "eu costs $2.5 M a year more, saves 3.1 kt of CO2e a year"
            ),
            (
                "weighted_sum", [.cost: 0, .emissions: 0],
                "eu makes no difference to cost, emissions"
            ),
            ("emissions", [.cost: 1], "eu makes a difference to emissions that is not known"),
        ] as [(String, [Measure: Double], String)])
    func sentence(measure: String, measures: [Measure: Double], sentence: String) {
        var plan = PlanFixtures.optimal
        plan.stages = [Self.stage(measure), Self.stage("cost")]
        let cost = PlanFixtures.ruleCost("eu", "residency", measures)
        #expect(PlanRuleCosts.sentence(cost, in: plan) == sentence)
    }

    @Test(
        "A rule whose cost is not known says why",
        arguments: [
            (PlanStatus.optimal, .feasible, "what eu costs is not known: without it no plan was"),
            (.optimal, .unbounded, "without eu the objective falls without end"),
            (.optimal, .stopped, "without eu no plan was found before the limit"),
            (.optimal, .notComputed, "eu was not looked at: there was no time left"),
            (.feasible, .notComputed, "eu was not looked at: the plan with it is not proved best"),
            (.optimal, .failed, "the solve without eu broke down"),
            (.infeasible, .optimal, "without eu there is a plan"),
            (.infeasible, .feasible, "without eu there is a plan"),
            (.infeasible, .infeasible, "without eu there is still no plan"),
        ] as [(PlanStatus, RuleCost.Status, String)])
    func without(status: PlanStatus, outcome: RuleCost.Status, start: String) {
        var plan = PlanFixtures.optimal
        plan.status = status
        let cost = RuleCost(rule: "eu", kind: "residency", status: outcome)
        #expect(PlanRuleCosts.sentence(cost, in: plan).hasPrefix(start))
        plan.ruleCosts = [cost]
        let text = PlanMarkdown.render(plan)
        let title = status == .infeasible ? "## Without one rule" : "## What each rule costs"
        #expect(text.contains("\(title)\n\n- \(start)"))
        #expect(!text.contains("| Rule "))
    }

    @Test("A long name of a rule gives way to the figures of its row")
    func longName() {
        var plan = PlanFixtures.optimal
        let name = String(repeating: "long_", count: 30)
        plan.ruleCosts = [
            PlanFixtures.ruleCost(name, "training_supply", [.cost: -412_345, .roundTrip: 0.1])
        ]
        let lines = PlanText.render(plan, style: .plain).split(separator: "\n").map(String.init)
        let row = lines.first { $0.contains("training_supply") }
        #expect(row?.hasSuffix("0.1") == true)
        #expect(row.map { DisplayWidth.of($0) } == 100)
    }
}
