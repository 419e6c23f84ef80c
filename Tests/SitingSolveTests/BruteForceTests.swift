import Fixtures
import Siting
import SitingSolve
import Testing

@Suite struct BruteForceTests {
    @Test("The cheapest plan of 300 tiny scenarios is that of trying every corner")
    func agreesWithEveryCorner() throws {
        var infeasible = 0
        for seed in UInt64(1)...300 {
            let jobs = Int(seed % 2)
            let scenario = Fixtures.random(
                seed: seed, siteCount: 3, marketCount: 2, jobCount: jobs)
            let oracle = BruteForce(scenario).optimum()
            let plan = try Placement.plan(scenario, under: Fixtures.policy(.cost))
            guard let oracle else {
                infeasible += 1
                #expect(plan.status == .infeasible, "seed \(seed)")
                #expect(plan.diagnosis?.findings.isEmpty == false, "seed \(seed)")
                continue
            }
            #expect(plan.status == .optimal, "seed \(seed)")
            let cost = try #require(plan.totals?.cost, "seed \(seed)")
            #expect(abs(cost - oracle) <= 1e-7 * max(1, oracle), "seed \(seed)")
        }
        // The test means something only if both kinds occur.
        #expect(infeasible > 20)
        #expect(infeasible < 280)
    }

    @Test("With an emissions limit the cheapest plan is still that of trying every corner")
    func agreesUnderALimit() throws {
        var binding = 0
        for seed in UInt64(1001)...1100 {
            let scenario = Fixtures.random(seed: seed, siteCount: 3, marketCount: 2, jobCount: 0)
            let free = try Placement.plan(scenario, under: Fixtures.policy(.cost))
            guard let emissions = free.totals?.emissions else { continue }
            let limit = emissions * 0.8
            let oracle = BruteForce(scenario, emissionsLimit: limit).optimum()
            let plan = try Placement.plan(
                scenario, under: Fixtures.policy(.cost, limits: [.emissions: limit]))
            guard let oracle else {
                #expect(plan.status == .infeasible, "seed \(seed)")
                continue
            }
            binding += 1
            let cost = try #require(plan.totals?.cost, "seed \(seed)")
            #expect(abs(cost - oracle) <= 1e-7 * max(1, oracle), "seed \(seed)")
        }
        #expect(binding > 5)
    }
}
