import Siting
import Testing

@Suite("What changed between two runs")
struct RunDifferenceTests {
    private func plan(_ policy: String, _ plan: Plan) -> Plan {
        var plan = plan
        plan.policy = policy
        return plan
    }

    private func run(_ plans: [Plan]) -> StoredRun { DifferenceFixtures.run("run.json", plans) }

    @Test("Plans of one name are compared, and the others named")
    func names() {
        let (old, new) = (PlanFixtures.optimal, DifferenceFixtures.dearer)
        let difference = RunDifference(
            from: run([plan("a", old), plan("b", old), plan("c", old)]),
            to: run([plan("c", new), plan("a", old), plan("d", new)]))
        #expect(difference.plans.map(\.name) == ["a", "c"])
        #expect(difference.plans.map(\.verdict) == [.same, .otherPlacement])
        #expect(difference.onlyInFirst == ["b"])
        #expect(difference.onlyInSecond == ["d"])
        #expect(difference.isChange)
    }

    @Test("Two single plans are compared under whatever policies")
    func single() {
        let difference = RunDifference(
            from: run([plan("cheapest", PlanFixtures.optimal)]),
            to: run([plan("greenest", DifferenceFixtures.dearer)]))
        #expect(difference.plans.map(\.policies) == [["cheapest", "greenest"]])
        #expect(difference.plans[0].name == "cheapest -> greenest")
    }

    @Test("Inputs that differ for all plans are told once, those of single plans with them")
    func shared() throws {
        func made(_ policy: String, _ carbon: Double, _ limit: Double) -> Plan {
            var plan = plan(policy, PlanFixtures.optimal)
            plan.inputs = PlanInputs(
                fingerprint: "", files: [],
                figures: [
                    InputFigure("prices.carbon_usd_per_t", .number(carbon, unit: "USD/t")),
                    InputFigure("policy.limits.mean_rtt_ms", .number(limit, unit: "ms")),
                ], candidates: [])
            return plan
        }
        let difference = RunDifference(
            from: run([made("a", 0, 80), made("b", 0, 90)]),
            to: run([made("a", 50, 80), made("b", 50, 70)]))
        let common = try #require(difference.inputs)
        #expect(common.figures.map(\.key) == ["prices.carbon_usd_per_t"])
        let own = difference.plans.map { $0.inputs?.figures.map(\.key) }
        #expect(own == [[], ["policy.limits.mean_rtt_ms"]])
        #expect(difference.hasOtherInputs)
        #expect(!difference.isChange)
    }

    @Test("A run has the plan of a name, or none")
    func only() {
        let both = run([plan("a", PlanFixtures.optimal), plan("b", PlanFixtures.optimal)])
        #expect(both.only("b")?.entries.map(\.name) == ["b"])
        #expect(both.only("c") == nil)
    }
}
