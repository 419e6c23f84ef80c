import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Tables of sites")
struct ScenarioSiteTableTests {
    private let ownSites = ["sites": "{from: own.csv}"]

    private func siteProblems(_ rows: String, header: String = siteHeader) throws -> [String] {
        try problems(ownSites, files: ["own.csv": "\(header)\n\(rows)\n"])
            .filter { $0.contains(": error: ") }
    }

    @Test(
        "one slip in a planner's table of sites is one error at its field",
        arguments: [
            (
                "a,A,FR,95,2,50,60",
                "own.csv:2:8: error: latitude must lie between -90 and 90, not 95"
            ),
            (
                "a,A,FR,45,181,50,60",
                "own.csv:2:11: error: longitude must lie between -180 and 180, not 181"
            ),
            (
                "a,A,FR,45,2,,-501",
                "own.csv:2:14: error: price_usd_per_mwh must lie between"
                    + " -500 and 10000, not -501"
            ),
            (
                "a,A,FR,45,2,nan,60",
                "own.csv:2:13: error: carbon_g_per_kwh must be a number of"
                    + " g per kWh, not 'nan' | write a finite number"
            ),
            (
                "a,A,FRA,45,2,50,60",
                "own.csv:2:5: error: unknown country 'FRA'"
                    + " | countries are two letters such as FR; groups are EU, EEA, GDPR, ADEQUATE,"
                    + " D5, WORLD"
            ),
            (
                "a,A,FR,45,2,50,60\na,B,FR,46,2,50,60",
                "own.csv:3:1: error: duplicate id 'a' | it is already given in line 2"
            ),
            (
                "A b,A,FR,45,2,50,60",
                "own.csv:2:1: error: id must be an identifier, not 'A b'"
                    + " | use a-z, 0-9 and _, beginning with a letter"
            ),
            ("a,,FR,45,2,50,60", "own.csv:2:3: error: name must not be empty"),
            ("a,A,FR,45,2,50", "own.csv:2:1: error: row has 6 fields, the header has 7"),
            (
                "a,\"A,FR,45,2,50,60",
                "own.csv:2:3: error: this quote is never closed"
                    + " | end the field with a quote"
            ),
            ("", "own.csv:1:1: error: the table has a header and no rows"),
        ])
    func sites(_ rows: String, _ expected: String) throws {
        let found = try siteProblems(rows)
        #expect(found == [expected])
    }

    @Test("a column of a planner's sites that no key names is an error with what was meant")
    func unknownColumn() throws {
        let found = try siteProblems(
            "a,A,FR,45,2,50,60,1", header: siteHeader + ",limit_kw")
        #expect(
            found == [
                "own.csv:1:71: error: unknown column 'limit_kw': this quantity is given in MW"
                    + " | write 'limit_mw'"
            ])
        let missing = try siteProblems("a,A,FR,45", header: "id,name,country,latitude")
        #expect(
            missing == [
                "own.csv:1:1: error: the table has no column 'longitude' | is 'latitude' meant?"
            ])
    }

    @Test("a planner's sites keep their own figures, quotes, commas and CR LF ends understood")
    func ownValues() throws {
        let rows = [
            "id,name,country,latitude,longitude,carbon_g_per_kwh,price_usd_per_mwh,kind,pue",
            "alpha,\"Alpha, the \"\"first\"\"\",FR,45.5,2.25,50,-20,campus,1.1",
            "beta,Beta,NO,60,10,30,40,,",
        ]
        let scenario = try draft(
            ownSites, files: ["own.csv": "\u{FEFF}" + rows.joined(separator: "\r\n") + "\r\n"])
        let alpha = try #require(scenario.sites.first)
        #expect(scenario.sites.map(\.id) == ["alpha", "beta"])
        #expect(alpha.name == "Alpha, the \"first\"")
        #expect(alpha.kind == "campus")
        #expect(alpha.continent == "EU")
        #expect(alpha.coordinate == Coordinate(latitude: 45.5, longitude: 2.25))
        #expect(alpha.carbon == CarbonIntensity(0.05))
        #expect(alpha.price == -20)
        #expect(alpha.pue == 1.1)
        #expect(scenario.sites[1].pue == 1.25)
        #expect(scenario.sites[1].kind == "place")
        #expect(alpha.provenance[.pue]?.basis == .stated)
        #expect(alpha.provenance[.pue]?.source.hasSuffix("own.csv:2") == true)
        #expect(alpha.location?.line == 2)
        let assumed = scenario.assumptions.first { $0.key == "pue" }
        #expect(assumed?.siteCount == 1)
        #expect(assumed?.value == 1.25)
        #expect(assumed?.source == "uptime_pue_2023")
    }

    @Test("the order of a planner's sites changes no value")
    func order() throws {
        let rows = ["a,A,FR,45,2,50,60", "b,B,US,40,-80,300,50", "c,C,ZA,-26,28,700,40"]
        func read(_ rows: [String]) throws -> Scenario {
            let table = ([siteHeader] + rows).joined(separator: "\n")
            return try draft(ownSites, files: ["own.csv": table])
        }
        let first = try read(rows)
        let second = try read(rows.reversed())
        for (index, site) in first.sites.enumerated() {
            let other = 2 - index
            #expect(second.sites[other].id == site.id)
            #expect(second.sites[other].carbon == site.carbon)
            for market in first.markets.indices {
                #expect(first.roundTrips[market, index] == second.roundTrips[market, other])
            }
        }
    }
}
