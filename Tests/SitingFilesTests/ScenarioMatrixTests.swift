import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Tables of markets and of pairs")
struct ScenarioMatrixTests {
    @Test("a planner's markets are sorted by users, cut to the largest and scaled")
    func markets() throws {
        let table = """
            id,name,country,latitude,longitude,users
            small,Small,FR,45,2,1e6
            large,Large,DE,50,9,3e6
            middle,Middle,US,40,-80,2e6
            """
        let scenario = try draft(
            ["markets": "{from: m.csv, top: 2, users_total: 10e6}"], files: ["m.csv": table])
        #expect(scenario.markets.map(\.id) == ["large", "middle"])
        #expect(scenario.markets.map(\.users) == [6e6, 4e6])
        #expect(scenario.markets[1].continent == "NA")
        let found = try problems(
            ["markets": "{from: m.csv}"],
            files: ["m.csv": table + "\nsmall,Again,FR,45,2,-1\n"])
        #expect(
            found == [
                "m.csv:5:1: error: duplicate id 'small' | it is already given in line 2",
                "m.csv:5:21: error: users must lie between 0 and 100000000000, not -1",
            ])
    }

    @Test("a planner's matrix replaces estimates where it says something, without a last mile")
    func roundTrips() throws {
        let table = "market,site,rtt_ms\nmumbai,aws_us_east_1,123.5\nlima,aws_us_east_1,9\n"
        let scenario = try draft(["latency": "{rtt: r.csv}"], files: ["r.csv": table])
        let mumbai = try #require(scenario.markets.firstIndex { $0.id == "mumbai" })
        let site = try #require(scenario.sites.firstIndex { $0.id == "aws_us_east_1" })
        #expect(scenario.roundTrips[mumbai, site] == 123.5)
        #expect(scenario.roundTrips.source(market: mumbai, site: site) == .stated)
        #expect(scenario.roundTrips.sources.count { $0 == .stated } == 1)
    }

    @Test("unknown and repeated names in a matrix are errors, those left out by selection are not")
    func matrixProblems() throws {
        let table = """
            market,site,rtt_ms
            mumbia,aws_us_east_1,1
            mumbai,aws_us_east1,2
            mumbai,aws_us_east_1,3
            mumbai,aws_us_east_1,-4
            mumbai,aws_us_east_1,5
            mumbai,dallas,6
            """
        let found = try problems(["latency": "{rtt: r.csv}"], files: ["r.csv": table])
        #expect(
            found == [
                "r.csv:2:1: error: unknown market 'mumbia' | did you mean 'mumbai'?",
                "r.csv:3:8: error: unknown site 'aws_us_east1' | did you mean 'aws_us_east_1'?",
                "r.csv:5:22: error: rtt_ms must lie between 0 and 100000, not -4",
                "r.csv:6:1: error: this market and site are given twice"
                    + " | they are already given in line 4",
            ])
    }

    @Test("requests by market are the load of a service, and lost ones are named")
    func requests() throws {
        let service = "{chat: {it_wh_per_request: 0.24, requests: q.csv}}"
        let table = "market,requests_per_day\nmumbai,1e6\nlima,5\n"
        let loaded = try load(Draft.text(["services": service]), files: ["q.csv": table])
        let mumbai = try #require(loaded.scenario.markets.firstIndex { $0.id == "mumbai" })
        let chat = try #require(loaded.scenario.services.first)
        #expect(chat.requestsPerDay.reduce(0, +) == 1e6)
        #expect(chat.load(market: mumbai) == 0.01)
        #expect(
            loaded.warnings.map(line) == [
                "s.yaml:5:54: warning: requests of 1 market are left out, as the scenario does not"
                    + " select them: lima"
            ])
        let found = try problems(
            ["services": service],
            files: ["q.csv": "market,requests_per_day\nmumbai,1\nmumbai,2\nmumbay,1\n"])
        #expect(
            found == [
                "q.csv:3:1: error: duplicate market 'mumbai' | it is already given in line 2",
                "q.csv:4:1: error: unknown market 'mumbay' | did you mean 'mumbai'?",
            ])
    }

    @Test("the cost of serving is given by market and site, nothing where it is left out")
    func serving() throws {
        let table = "market,site,usd_per_million_requests\nmumbai,aws_us_east_1,40\n"
        let scenario = try draft(["prices": "{serving: c.csv}"], files: ["c.csv": table])
        let mumbai = try #require(scenario.markets.firstIndex { $0.id == "mumbai" })
        let site = try #require(scenario.sites.firstIndex { $0.id == "aws_us_east_1" })
        #expect(scenario.servingCost.count == 60)
        #expect(scenario.servingCost[mumbai * 3 + site] == 40)
        #expect(scenario.servingCost.reduce(0, +) == 40)
        #expect(try draft().servingCost.isEmpty)
    }
}
