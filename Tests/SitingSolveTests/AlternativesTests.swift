import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Alternatives on cases worked by hand, and against solves with sites closed.
@Suite struct AlternativesTests {
    private func scenario(prices: [Double], limits: [Double]) -> Scenario {
        Fixtures.scenario(
            sites: zip(prices, limits).enumerated().map { index, item in
                Fixtures.site("s\(index)", longitude: Double(index), limit: Power(item.1)) {
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    $0.price = EnergyPrice(item.0)
                }
            },
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])])
    }

    private func alternatives(
        _ scenario: Scenario, _ policy: Policy = Fixtures.policy(.cost), within: Double,
        count: Int = 5, wholeArcs: Int = 6000
    ) async throws -> Alternatives {
        var settings = SolveSettings()
        settings.wholeArcs = wholeArcs
        return try await AlternativesSearch(
            scenario, under: policy, within: within, count: count, settings: settings
        ).alternatives()
    }

    @Test("Each plan goes where none before it was, until the tolerance or the sites are spent")
    func hops() async throws {
        // 1 % of 10 MW x 8,760 h x 100 USD lets sites of up to 101 USD/MWh in, not the fourth alone.
        let scenario = scenario(prices: [100, 100.5, 101, 200], limits: [20, 20, 20, 20])
        let found = try await alternatives(scenario, within: 0.01)
        #expect(found.best.sites.map(\.id) == ["s0"])
        // Hardware is left out of what the tolerance is a share of.
        #expect(abs(found.base - 8760 * 10 * 100) < 1e-3)
        #expect(found.members.map { $0.sites.map(\.id) }.prefix(2) == [["s1"], ["s2"]])
        #expect(found.members.allSatisfy { $0.value <= found.limit * (1 + 1e-9) })
        #expect(found.core.isEmpty)
        #expect(found.members.first?.movedShare == 1)
        #expect(found.choices.map(\.site).starts(with: ["s0", "s1", "s2"]))
    }

    @Test("A site that can be thinned but not emptied is a must, with the least it may have")
    func must() async throws {
        // s0 full has 8 MW, s1 the rest. 5 % more pays for moving part of s0's work to s1.
        let scenario = scenario(prices: [50, 100], limits: [8, 20])
        let found = try await alternatives(scenario, within: 0.05)
        #expect(found.best.sites.map(\.id) == ["s0", "s1"])
        let base = 8760 * (8 * 50.0 + 2 * 100)
        let least = 8 - 0.05 * base / (8760 * 50)
        #expect(found.core.map(\.site) == ["s0", "s1"])
        #expect(found.core.map(\.isMust) == [true, true])
        #expect(abs((found.core.first?.least ?? 0) - least) < 1e-6)
        // s0 can't hold more than its limit.
        #expect(abs((found.core.last?.least ?? 0) - 2) < 1e-6)
        #expect(found.ending == .exhausted)
    }

    @Test("A tie is told, and the plans that tie are found")
    func ties() async throws {
        let found = try await alternatives(
            scenario(prices: [50, 50, 90], limits: [20, 20, 20]), within: 0.001)
        #expect(found.best.ties == .chosen)
        #expect(found.members.first?.sites.map(\.id) == ["s1"])
        #expect(found.members.first?.difference.measures[.cost] == 0)
    }

    @Test("Without a plan there are no alternatives, and the reason is there")
    func infeasible() async throws {
        let found = try await alternatives(scenario(prices: [50], limits: [4]), within: 0.02)
        #expect(found.best.status == .infeasible)
        #expect(found.best.diagnosis != nil)
        #expect(found.members.isEmpty)
    }

    @Test(
        "On random scenarios no must can be closed, each other site can, and no plan is too dear",
        arguments: [0, Int.max])
    func random(wholeArcs: Int) async throws {
        var musts = 0
        var others = 0
        for seed in UInt64(1)...20 {
            let scenario = Fixtures.random(
                seed: seed, siteCount: 6, marketCount: 12, jobCount: 1, loadScale: 0.3)
            let found = try await alternatives(
                scenario, within: 0.03, count: 3, wholeArcs: wholeArcs)
            guard found.best.status == .optimal else { continue }
            let noise = 1e-8 * found.limit
            #expect(found.members.allSatisfy { $0.value <= found.limit + noise }, "seed \(seed)")
            for core in found.core {
                var closed = scenario
                closed.rules = [
                    Rule(name: "shut", content: .closed(sites: Selection(ids: [core.site])))
                ]
                let plan = try Placement.plan(
                    closed, under: Fixtures.policy(.cost, rules: ["shut"]))
                let value = plan.status == .optimal ? plan.stages[0].value : .infinity
                if core.isMust {
                    musts += 1
                    #expect(value > found.limit - noise, "seed \(seed) \(core.site)")
                } else {
                    others += 1
                    #expect(value <= found.limit + noise, "seed \(seed) \(core.site)")
                }
            }
        }
        #expect(musts > 5)
        #expect(others > 0)
    }
}
