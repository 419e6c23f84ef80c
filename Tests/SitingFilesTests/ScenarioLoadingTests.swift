import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Scenario loading")
struct ScenarioLoadingTests {
    @Test("groups of countries are spelt out, and a member must match every key of a map")
    func selections() throws {
        let scenario = try draft([
            "sites": "{where: {country: [EU, CH], country_not: [DE], operator: aws}}",
            "rules": """
            {r: {residency:
                {services: chat, jobs: [llm], markets: {continent: AS}, sites: ADEQUATE}},
              a: {access: {operators: [US, D5], sites: {kind: cloud_region}}}}
            """,
            "policies": "{p: {minimise: cost, rules: [r, a]}}",
        ])
        let countries = Set(scenario.sites.map(\.country))
        #expect(countries == ["CH", "ES", "FR", "IE", "IT", "SE"])
        #expect(scenario.sites.allSatisfy { $0.operatorID == "aws" })
        guard
            case .residency(let services, let jobs, let markets, let sites) =
                scenario.rule(named: "r")?.content
        else {
            Issue.record("not a residency rule")
            return
        }
        #expect(services == ["chat"])
        #expect(jobs == ["llm"])
        #expect(markets.continents == ["AS"])
        #expect(sites.countries?.isSuperset(of: ["FR", "NO", "CH", "JP"]) == true)
        #expect(sites.countries?.contains("CN") == false)
        guard case .access(let homes, _) = scenario.rule(named: "a")?.content else {
            Issue.record("not an access rule")
            return
        }
        #expect(homes.contains("US") && homes.contains("CN") && !homes.contains("FR"))
        #expect(scenario.policies.first?.rules == ["r", "a"])
    }

    @Test("supplies take the factor of their fuel in the scenario's set, or their own")
    func supplies() throws {
        let text = """
            {where: {id: yaan}, set: {yaan: {supply: {
              hydro: {kind: direct_line, mw: 300, capacity_factor: 50%, usd_per_mwh: 35},
              gale: {kind: contract, mw: 10, usd_per_mwh: 40, fuel: wind, l_per_kwh: 0.1},
              steam: {kind: direct_line, mw: 5, usd_per_mwh: 41, g_per_kwh: 21}}}}}
            """
        let supplies = try #require(try draft(["sites": text]).sites.first).supplies
        #expect(supplies.map(\.name) == ["hydro", "gale", "steam"])
        #expect(supplies.map(\.carbon.gramsPerKilowattHour) == [24, 11, 21])
        #expect(supplies.map(\.capacityFactor) == [0.5, 1, 1])
        #expect(supplies.map(\.kind) == [.directLine, .contract, .directLine])
        #expect(supplies[1].water == 0.1)
        let older = try draft([
            "fuels": "ipcc_2011",
            "sites": "{where: {id: yaan}, set: {yaan: {supply: {hydro: {kind: contract, mw: 1,"
                + " usd_per_mwh: 1}}}}}",
        ])
        #expect(older.sites.first?.supplies.first?.carbon.gramsPerKilowattHour == 4)
        #expect(older.fuelFactors == "ipcc_2011")
    }

    @Test("services, jobs and policies are read with their defaults")
    func workloads() throws {
        let scenario = try draft([
            "services": """
            {agent: {it_wh_per_request: 3, requests_per_user_per_day: 2, markets: {country: IN},
              max_latency_ms: 900, trips: 3, service_ms: 100, operator: US}}
            """,
            "policies": """
            {green: {minimise: [emissions, cost], tolerance: 1%, limits: {mean_rtt_ms: 80}},
              sum: {minimise:
                {cost: 1, emissions_usd_per_t: 100, rtt_usd_per_ms_million_requests: 0}}}
            """,
        ])
        let agent = try #require(scenario.services.first)
        #expect(agent.peakToMean == 1)
        #expect(agent.maxRoundTrip == nil)
        #expect(agent.maxLatency == 900)
        #expect(agent.latency(roundTrip: 50) == 250)
        #expect(agent.operatorCountry == "US")
        for (market, requests) in zip(scenario.markets, agent.requestsPerDay) {
            #expect(requests == (market.country == "IN" ? 2 * market.users : 0))
        }
        let job = try #require(scenario.jobs.first)
        #expect(job.window == Duration(59 * 24))
        #expect(job.overhead == 0)
        let green = try #require(scenario.policies.first)
        #expect(green.objective == .inOrder([.emissions, .cost]))
        #expect(green.tolerance == 0.01)
        #expect(green.limits.map(\.maximum) == [80])
        #expect(green.limits.first?.measure == .roundTrip)
        #expect(green.location?.line == 8)
        #expect(scenario.policies[1].objective == .weighted([.cost: 1, .emissions: 100]))
    }

    @Test("markets are the largest cities by the weight that is asked for")
    func cities() throws {
        let users = try draft(["markets": "{top: 3}"]).markets
        #expect(users.map(\.id) == ["mumbai", "bangkok", "new_york_city"])
        #expect(users.first?.users == 70_134_447)
        let people = try draft(["markets": "{top: 1, weight: population}"]).markets
        #expect(people.map(\.id) == ["shanghai"])
    }
}
