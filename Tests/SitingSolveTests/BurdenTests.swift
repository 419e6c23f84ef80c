import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

@Suite("The largest burden of any site, grid zone or country")
struct BurdenTests {
    /// Two sites of one country and one of another, 8 MW of work, with stated carbon and price.
    private func scenario(limits: [Double] = [100, 100, 100]) -> Scenario {
        let carbon = [100.0, 300, 200]
        return Fixtures.scenario(
            sites: zip(["a", "b", "c"], zip(carbon, limits)).map { id, figures in
                Fixtures.site(
                    id, country: id == "c" ? "SE" : "FR", limit: Quantity(figures.1)
                ) {
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: figures.0)
                    $0.price = ["a": 90, "b": 50, "c": 60][id]
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    $0.gridZone = id == "b" ? nil : "zone"
                }
            },
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [8])])
    }

    private func plan(_ policy: Policy, _ scenario: Scenario) throws -> Plan {
        let plan = try PlacementModel(scenario, under: policy).plan()
        try #require(plan.status == .optimal)
        return plan
    }

    private func emissions(_ plan: Plan) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: plan.sites.map { ($0.id, $0.emissions) })
    }

    @Test("Minimised over sites, emissions are the same at all: harmonic shares of the work")
    func equalised() throws {
        let plan = try plan(
            Fixtures.policy(.largest(Burden(.emissions, of: .site))), scenario())
        // x, y, z MW with 0.1 x = 0.3 y = 0.2 z and x + y + z = 8 t/h.
        let each = 8 / (1 / 0.1 + 1 / 0.3 + 1 / 0.2) * 8760
        #expect(abs((plan.stages.first?.value ?? 0) - each) < 1e-6 * each)
        for (_, amount) in emissions(plan) { #expect(abs(amount - each) < 1e-6 * each) }
    }

    @Test("Of countries, sites of one country count together, at its cleanest")
    func countries() throws {
        let plan = try plan(
            Fixtures.policy(.largest(Burden(.emissions, of: .country)), .emissions), scenario())
        // France runs all of its part at a: 0.1 x = 0.2 z, x + z = 8.
        let each = 8 / (1 / 0.1 + 1 / 0.2) * 8760
        #expect(abs((plan.stages.first?.value ?? 0) - each) < 1e-6 * each)
        #expect(emissions(plan)["b"] == nil)
    }

    @Test("A site without a grid zone is a zone of its own")
    func zones() throws {
        let plan = try plan(
            Fixtures.policy(.largest(Burden(.energy, of: .gridZone))), scenario())
        #expect(abs((plan.stages.first?.value ?? 0) - 4 * 8760) < 1e-3)
    }

    @Test("For each MW of the limit, a small site bears less")
    func perLimit() throws {
        let plan = try plan(
            Fixtures.policy(.largest(Burden(.energy, of: .site, scale: .perLimit))),
            scenario(limits: [2, 6, 12]))
        let work = Dictionary(uniqueKeysWithValues: plan.sites.map { ($0.id, $0.capacity) })
        for (id, limit) in [("a", 2.0), ("b", 6), ("c", 12)] {
            #expect(abs((work[id] ?? 0) - 8 * limit / 20) < 1e-6)
        }
    }

    @Test("A limit for each MW built binds the mix of what stands in a country")
    func perBuilt() throws {
        let burden = Burden(.emissions, of: .country, scale: .perBuilt)
        // The cheapest plan runs all at b and c; France may emit 200 g for each MW that stands.
        let limit = 0.2 * 8760
        let policy = Fixtures.policy(
            .emissions, limits: [.largest(burden): limit, .cost: 1e12])
        let free = try plan(Fixtures.policy(.cost), scenario(limits: [100, 5, 0]))
        let freeRatio = try #require(free.totals).value(of: .largest(burden))
        #expect(freeRatio > limit * 1.0001)
        let held = try plan(
            Fixtures.policy(.cost, limits: [.largest(burden): limit]),
            scenario(limits: [100, 5, 0]))
        let ratio = try #require(held.totals).value(of: .largest(burden))
        #expect(ratio <= limit * (1 + 1e-6))
        #expect((held.stages.first?.value ?? 0) > (free.stages.first?.value ?? .infinity))
        #expect(try plan(policy, scenario()).status == .optimal)
    }

    @Test("A limit holds, is priced, and below the least burden there is no plan")
    func limited() throws {
        let burden = Measure.largest(Burden(.emissions, of: .site))
        let least = try #require(
            try plan(Fixtures.policy(burden), scenario()).stages.first?.value)
        let held = try plan(
            Fixtures.policy(.cost, limits: [burden: least * 1.5]), scenario())
        #expect(try #require(held.totals).value(of: burden) <= least * 1.5 * (1 + 1e-6))
        let price = try #require(held.prices.first { $0.rule.hasPrefix("measure_limit") })
        #expect(price.value > 0)
        let tight = Fixtures.policy(.cost, limits: [burden: least * 0.99])
        let none = try PlacementModel(scenario(), under: tight).plan()
        #expect(none.status == .infeasible)
        let finding = try #require(none.diagnosis?.findings.first)
        #expect(finding.kind == "limit_too_tight")
    }

    @Test("Several at once, with weights: the sum is what the parts say")
    func weighted() throws {
        let one = Measure.largest(Burden(.emissions, of: .site))
        let other = Measure.largest(Burden(.cost, of: .country))
        let plan = try plan(
            Fixtures.policy(weights: [.cost: 1, one: 40, other: 0.1]), scenario())
        let totals = try #require(plan.totals)
        let value = try #require(plan.stages.first?.value)
        let sum = totals.cost + 40 * totals.value(of: one) + 0.1 * totals.value(of: other)
        #expect(abs(sum - value) < 1e-7 * sum)
    }

    @Test("A burden that is limited and slack makes no ties")
    func noFalseTies() throws {
        let burden = Measure.largest(Burden(.energy, of: .country))
        let free = try plan(Fixtures.policy(.cost), scenario())
        let held = try plan(Fixtures.policy(.cost, limits: [burden: 1e9]), scenario())
        #expect(free.ties == .unique)
        #expect(held.ties == .unique)
        #expect(held.sites == free.sites)
    }

    @Test("On random scenarios no plan of another policy bears less, and totals say what rows do")
    func property() throws {
        for seed in UInt64(1)...60 {
            let scenario = Fixtures.random(seed: seed, siteCount: 5, marketCount: 8, jobCount: 1)
            let burden = Burden(
                Burden.Kind.allCases[Int(seed % 4)],
                of: Burden.Grouping.allCases[Int(seed / 4 % 3)],
                scale: seed % 2 == 0 ? .total : .perLimit)
            let measure = Measure.largest(burden)
            let fair = try PlacementModel(
                scenario, under: Fixtures.policy(measure, .cost)
            ).plan()
            let cheap = try PlacementModel(scenario, under: Fixtures.policy(.cost)).plan()
            #expect(fair.status == cheap.status, "seed \(seed)")
            guard let totals = fair.totals, let other = cheap.totals else { continue }
            let least = try #require(fair.stages.first?.value)
            #expect(other.value(of: measure) >= least * (1 - 1e-7) - 1e-6, "seed \(seed)")
            #expect(
                abs(totals.value(of: measure) - least) <= 3e-6 * max(1, least), "seed \(seed)")
        }
    }
}
