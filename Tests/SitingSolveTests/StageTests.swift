import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

@Suite struct StageTests {
    /// A cheap dirty site, a dear clean one, and a middle one.
    private let scenario = Fixtures.scenario(
        sites: [
            Fixtures.site("clean", longitude: 1, country: "IS") {
                $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                $0.price = 100
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: 20)
            },
            Fixtures.site("dirty", longitude: 2, country: "PL") {
                $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                $0.price = 40
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: 700)
            },
            Fixtures.site("middle", longitude: 3) {
                $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                $0.price = 60
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100)
            },
        ],
        markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
        roundTrips: [[10, 20, 30]])

    @Test("In order, the second objective is minimised among plans that keep the first")
    func inOrder() throws {
        let strict = try Placement.plan(scenario, under: Fixtures.policy(.emissions, .cost))
        // The second stage may use the millionth that the first leaves it, and no more.
        #expect(strict.sites.filter { $0.capacity > 1e-4 }.map(\.id) == ["clean"])
        // A fifth more emissions than 10 MW x 20 g allows 0.5 MW at `middle`: 4 / 80 of the load.
        let loose = try Placement.plan(
            scenario, under: Fixtures.policy(.emissions, .cost, tolerance: 0.2))
        let middle = try #require(loose.sites.first { $0.id == "middle" })
        #expect(abs(middle.capacity - 0.5) < 1e-6)
        let least = try #require(loose.stages.first).value
        #expect(try #require(loose.totals).emissions <= least * 1.2 * (1 + 1e-9))
    }

    @Test("A limit on a measure is kept and priced in dollars a tonne")
    func limitIsPriced() throws {
        let limit = 8760 * 10 * 0.3
        let plan = try Placement.plan(
            scenario, under: Fixtures.policy(.cost, limits: [.emissions: limit]))
        #expect(try #require(plan.totals).emissions <= limit * (1 + 1e-9))
        let price = try #require(plan.prices.first { $0.rule == "measure_limit(emissions)" })
        // From `dirty` to `middle`: 20 USD/MWh for 0.6 t/MWh.
        #expect(abs(price.value - 20 / 0.6) < 1e-6)
        #expect(price.unit == "USD/year per t/year")
    }

    @Test("A position's price is what one more megawatt saves")
    func positionIsPriced() throws {
        var tight = scenario
        tight.sites[1].limit = 4
        let plan = try Placement.plan(tight, under: Fixtures.policy(.cost))
        let price = try #require(plan.prices.first { $0.rule == "position_limit(dirty)" })
        // The next best is `middle`, 20 USD/MWh dearer.
        #expect(abs(price.value - 8760 * 20) < 1e-3)
        #expect(price.subject == "one more MW at dirty")
        #expect(plan.sites.first { $0.id == "dirty" }?.marginalValue == price)
    }

    @Test("A plan with equals says that it was chosen, and chooses by the tie rule")
    func tiesAreChosen() throws {
        var twins = scenario
        twins.sites[2] = Fixtures.site("another", longitude: 4, country: "PL") {
            $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
            $0.price = 40
            $0.carbon = CarbonIntensity(gramsPerKilowattHour: 300)
        }
        let plan = try Placement.plan(twins, under: Fixtures.policy(.cost))
        #expect(plan.ties == .chosen)
        #expect(plan.sites.map(\.id) == ["another"])
    }

    @Test("A plan without equals is unique")
    func uniqueIsSaid() throws {
        #expect(try Placement.plan(scenario, under: Fixtures.policy(.cost)).ties == .unique)
    }

    @Test("A negative power price is used to the limit and no further")
    func negativePrice() throws {
        var paid = scenario
        paid.sites[1].price = -5
        let plan = try Placement.plan(paid, under: Fixtures.policy(.cost))
        #expect(plan.status == .optimal)
        #expect(abs(try #require(plan.totals).cost - 10 * 1e6 + 5 * 8760 * 10) < 1e-3)
    }

    @Test("The proof covers the whole model and is within the tolerance")
    func proofHolds() throws {
        let plan = try Placement.plan(scenario, under: Fixtures.policy(.cost))
        let proof = try #require(plan.proof)
        #expect(proof.primalResidual <= 1e-9)
        #expect(proof.dualResidual <= 1e-9)
        #expect(proof.gap <= 1e-9)
        #expect(proof.columnCount > 0)
    }
}
