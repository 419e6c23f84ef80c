import Foundation
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

    @Test("it holds every site with carbon and price and the thousand cities with most users")
    func contents() throws {
        let scenario = try world().scenario
        #expect(scenario.sites.count == 351)
        #expect(Position.grouping(scenario.sites).count == 229)
        #expect(scenario.sites.allSatisfy { $0.carbon != nil && $0.price != nil })
        #expect(scenario.markets.count == 1000)
        #expect(scenario.services.map(\.id) == ["chat", "voice", "agent"])
        #expect(scenario.jobs.map(\.id) == ["bloom_176b", "llama_3_1_405b", "grok_3"])
        #expect(
            scenario.policies.map(\.name) == [
                "cheapest", "greenest", "nearest", "balanced", "near_users_only",
                "follow_the_hydro", "status_quo",
            ])
    }

    @Test("its chat service draws what 5.27 bn users ask for: 0.20 Wh ten times a day")
    func load() throws {
        let scenario = try world().scenario
        let loads = scenario.services.map { service in
            scenario.markets.indices.reduce(Power.zero) { $0 + service.load(market: $1) }.value
        }
        let users = 5.27e9
        #expect(abs(loads[0] - users * 10 * 0.20 / 24e6) < 1e-6)
        #expect(abs(loads[1] - users * 1 * 0.30 / 24e6) < 1e-6)
        #expect(abs(loads[2] - users * 0.1 * 3.56 / 24e6) < 1e-6)
    }

    @Test("a fifth of its users are in China")
    func chinese() throws {
        let scenario = try world().scenario
        let requests = scenario.services[0].requestsPerDay
        let chinese = scenario.markets.indices.filter { scenario.markets[$0].country == "CN" }
        let share = chinese.reduce(0) { $0 + requests[$1] } / requests.reduce(0, +)
        #expect(abs(share - 0.2) < 0.01)
    }

    @Test("every market is within reach of a site for every service, and every job fits its window")
    func feasibility() throws {
        let scenario = try world().scenario
        for market in scenario.markets.indices {
            let nearest = try #require(scenario.roundTrips.nearestSite(to: market))
            let roundTrip = scenario.roundTrips[market, nearest]
            #expect(scenario.services.allSatisfy { $0.allows(roundTrip: roundTrip) })
        }
        for job in scenario.jobs { #expect(job.meanPower <= job.peak) }
    }

    @Test("its status quo repeats the table that it names, and its hubs are in it")
    func statusQuo() throws {
        let scenario = try world().scenario
        guard case .placement(let shares)? = scenario.rule(named: "as_today")?.content else {
            Issue.record("as_today is not a placement")
            return
        }
        let path = "\(repository)/sites/status_quo.csv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let table = lines.dropFirst().map { $0.split(separator: ",") }
        #expect(table.count == shares.count)
        for row in table {
            let stated = try #require(shares[String(row[0])])
            #expect(abs(stated - (Double(row[1]) ?? 0) / 100) < 1e-12)
        }
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

    @Test("it warns of subsidised tariffs and unknown water, and of nothing else")
    func warnings() throws {
        let warnings = try world().scenario.warnings
        #expect(
            warnings.sorted() == [
                "3 sites in IR, TM left out (ashgabat, kerman, tehran): price below 15 USD/MWh"
                    + " (min_price_usd_per_mwh)",
                "grid_water_l_per_kwh is unknown for 98 of 351 sites and counts as nothing in water",
            ])
    }
}
