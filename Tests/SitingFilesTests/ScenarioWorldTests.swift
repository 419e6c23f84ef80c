import Quantities
import Siting
import SitingFiles
import Testing

@Suite("The default scenario")
struct ScenarioWorldTests {
    private func world() throws -> LoadedScenario {
        try ScenarioLoader.load(
            path: "\(repository)/sites/scenarios/world.yaml", catalogue: catalogue())
    }

    @Test("it holds every site with carbon and price and the 250 largest cities")
    func contents() throws {
        let scenario = try world().scenario
        #expect(scenario.sites.count == 351)
        #expect(Position.grouping(scenario.sites).count == 229)
        #expect(scenario.sites.allSatisfy { $0.carbon != nil && $0.price != nil })
        #expect(scenario.markets.count == 250)
        #expect(scenario.services.map(\.id) == ["assistant"])
        #expect(scenario.jobs.map(\.id) == ["bloom_176b", "llama_3_1_405b", "grok_3"])
        #expect(
            scenario.policies.map(\.name) == ["cheapest", "greenest", "nearest", "balanced"])
        #expect(scenario.rules.map(\.name) == ["spread"])
    }

    @Test("its load is that of the cities' own users")
    func load() throws {
        let scenario = try world().scenario
        let service = try #require(scenario.services.first)
        let load = scenario.markets.indices.reduce(Power.zero) { $0 + service.load(market: $1) }
        #expect(abs(load.value - 276.716) < 0.001)
    }

    @Test("every market is within reach of a site, and every job fits its window")
    func feasibility() throws {
        let scenario = try world().scenario
        let service = try #require(scenario.services.first)
        for market in scenario.markets.indices {
            let nearest = try #require(scenario.roundTrips.nearestSite(to: market))
            #expect(service.allows(roundTrip: scenario.roundTrips[market, nearest]))
        }
        for job in scenario.jobs { #expect(job.meanPower <= job.peak) }
    }

    @Test("its jobs repeat the rows of the training table that they name")
    func jobs() throws {
        let jobs = try world().scenario.jobs
        #expect(jobs.map(\.energy) == [433.196, 21588, 120_960])
        // Host power of a DGX H100 beyond its eight accelerators.
        let overhead = (10200.0 / 8 - 700) / 700
        #expect(abs(jobs[1].overhead - overhead) < 1e-5)
        #expect(abs(jobs[0].overhead - 256.646 / 433.196) < 1e-3)
        // Epoch's figure for Grok 3 holds servers and cooling.
        let facility = jobs[2].energy.value * (1 + jobs[2].overhead) * 1.078
        #expect(abs(facility - 237_489) < 30)
    }

    @Test(
        "it warns of subsidised tariffs and of unknown water at power plants, and of nothing else")
    func warnings() throws {
        let warnings = try world().scenario.warnings
        #expect(
            warnings == [
                "grid_water_l_per_kwh is unknown for 98 of 351 sites and counts as nothing in water",
                "3 sites in IR, TM left out (ashgabat, kerman, tehran): price below 15 USD/MWh"
                    + " (min_price_usd_per_mwh)",
            ])
    }
}
