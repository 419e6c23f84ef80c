import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Prices against differences of optima on either side.
@Suite struct PriceTests {
    @Test("Each price lies between its one-sided values, and these are the optimum's slopes")
    func pricesAreSlopes() throws {
        var checked = 0
        for seed in UInt64(1)...40 {
            let scenario = Fixtures.random(seed: seed, siteCount: 5, marketCount: 4, jobCount: 1)
            let policy = Fixtures.policy(.cost)
            let plan = try Placement.plan(scenario, under: policy)
            guard let value = plan.stages.last?.value else { continue }
            for price in plan.prices where price.rule.hasPrefix("position_limit") {
                let lower = try #require(price.lower)
                let upper = try #require(price.upper)
                #expect(lower <= price.value * (1 + 1e-6) + 1e-3, "seed \(seed) \(price.rule)")
                #expect(price.value <= upper * (1 + 1e-6) + 1e-3, "seed \(seed) \(price.rule)")
                let site = try #require(
                    scenario.sites.firstIndex { price.rule == "position_limit(\($0.id))" })
                let step = 1e-2
                let more = try shifted(scenario, site, by: step, policy)
                let less = try shifted(scenario, site, by: -step, policy)
                // Optima are good to about 1e-9 of their value.
                let tolerance = 1e-3 * max(1, lower) + 1e-8 * value / step
                if let more {
                    #expect(abs((value - more) / step - lower) <= tolerance, "seed \(seed)")
                }
                if let less, upper.isFinite {
                    #expect(abs((less - value) / step - upper) <= tolerance, "seed \(seed)")
                }
                #expect((less == nil) == upper.isInfinite, "seed \(seed)")
                checked += 1
            }
        }
        #expect(checked > 20)
    }

    @Test("Where one megawatt less hurts more than one more helps, both values are given")
    func oneSidedPrices() throws {
        let scenario = Fixtures.scenario(
            sites: [("a", 40.0, 10.0), ("b", 60, 5), ("c", 90, 50)].enumerated().map { item in
                Fixtures.site(item.element.0, longitude: Double(item.offset)) { site in
                    site.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    site.price = Quantity(item.element.1)
                    site.limit = Power(item.element.2)
                }
            },
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [15])])
        // The load fills `a` and `b` to the brim: one more MW at `a` takes work from `b`, one less sends
        // it to `c`.
        let plan = try Placement.plan(scenario, under: Fixtures.policy(.cost))
        let price = try #require(plan.prices.first { $0.rule == "position_limit(a)" })
        #expect(abs(try #require(price.lower) - 8760 * 20) < 1e-3)
        #expect(abs(try #require(price.upper) - 8760 * 50) < 1e-3)
    }

    private func shifted(
        _ scenario: Scenario, _ site: Int, by step: Double, _ policy: Policy
    ) throws -> Double? {
        var changed = scenario
        changed.sites[site].limit += Power(step)
        return try Placement.plan(changed, under: policy).stages.last?.value
    }
}
