import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// A model that goes on from its last answer against one made anew.
@Suite struct PlacementModelTests {
    private func settings(wholeArcs: Int) -> SolveSettings {
        var settings = SolveSettings()
        settings.wholeArcs = wholeArcs
        return settings
    }

    private func scenario(_ seed: UInt64) -> Scenario {
        var scenario = Fixtures.random(
            seed: seed, siteCount: 6, marketCount: 12, jobCount: 1, loadScale: 0.3)
        scenario.rules = [
            Rule(name: "spread", content: .share(of: .country, maximum: 0.6))
        ]
        return scenario
    }

    /// Neighbours in turn: prices, sizes of limits, other rules, several stages, and back.
    private let policies: [Policy] = {
        func weighted(_ price: Double, limit: Double? = nil, rules: [String] = []) -> Policy {
            Policy(
                name: "p", objective: .weighted([.cost: 1, .emissions: price]),
                limits: limit.map { [Policy.Limit(measure: .roundTrip, maximum: $0)] } ?? [],
                rules: rules)
        }
        return [
            weighted(0), weighted(20), weighted(400), weighted(400, limit: 80),
            weighted(400, limit: 60), weighted(100, limit: 70),
            weighted(100, limit: 70, rules: ["spread"]),
            Fixtures.policy(.emissions, .cost, tolerance: 0.05),
            Fixtures.policy(.emissions, .cost, tolerance: 0.2), Fixtures.policy(.cost),
            weighted(20),
        ]
    }()

    @Test(
        "Whatever policy it goes on under, its optimum is that of a fresh model",
        arguments: [0, Int.max])
    func sameAsFresh(wholeArcs: Int) throws {
        let settings = settings(wholeArcs: wholeArcs)
        var optimal = 0
        var infeasible = 0
        for seed in UInt64(1)...40 {
            let scenario = scenario(seed)
            let model = try PlacementModel(scenario, under: policies[0], settings: settings)
            for (index, policy) in policies.enumerated() {
                try model.change(to: policy)
                let warm = try model.optimum()
                let cold = try PlacementModel(scenario, under: policy, settings: settings)
                    .optimum()
                #expect(warm.status == cold.status, "seed \(seed), policy \(index)")
                if cold.status == .optimal { optimal += 1 }
                if cold.status == .infeasible { infeasible += 1 }
                for (left, right) in zip(warm.stages, cold.stages) {
                    #expect(
                        abs(left.value - right.value) <= 1e-8 * max(1, abs(right.value)),
                        "seed \(seed), policy \(index)")
                }
            }
        }
        #expect(optimal > 100)
        #expect(infeasible > 10)
    }

    @Test("An answer asked for again is the same, and so is the plan of it")
    func again() throws {
        for policy in [Fixtures.policy(.cost), Fixtures.policy(.emissions, .cost, tolerance: 0.1)] {
            let scenario = scenario(3)
            let model = try PlacementModel(
                scenario, under: policy, settings: settings(wholeArcs: 0))
            let first = try model.optimum()
            #expect(first.status == .optimal)
            #expect(try model.optimum().stages.map(\.value) == first.stages.map(\.value))
            let plan = try model.plan()
            let fresh = try Placement.plan(scenario, under: policy)
            #expect(plan.sites.map(\.id) == fresh.sites.map(\.id))
            let proof = try #require(first.proof)
            #expect(proof.columnCount == model.columnCount)
        }
    }

    @Test("An optimum's measures are those of its plan")
    func measures() throws {
        let scenario = scenario(5)
        let policy = Fixtures.policy(weights: [.cost: 1, .emissions: 30, .latency: 0.1])
        let model = try PlacementModel(scenario, under: policy)
        let optimum = try model.optimum()
        let plan = try model.plan()
        let totals = try #require(optimum.totals)
        let sum = totals.cost + 30 * totals.emissions
        let weight = 0.1 * scenario.requestsPerYear / 1e6
        let value = try #require(plan.stages.last?.value)
        #expect(abs(sum + weight * totals.meanLatency - value) <= 1e-9 * value)
        let capacity = optimum.capacities.reduce(0, +)
        #expect(abs(capacity - (plan.totals?.capacity ?? 0)) < 1e-6)
    }
}
