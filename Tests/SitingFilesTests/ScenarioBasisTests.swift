import Siting
import SitingFiles
import Testing

@Suite("Bases of emissions")
struct ScenarioBasisTests {
    private static let header =
        "id,name,country,latitude,longitude,price_usd_per_mwh"
        + ",carbon_g_per_kwh,grid_water_l_per_kwh,carbon_basis"

    private func found(
        _ assume: String, _ bases: [String], set: String = "{}"
    ) throws -> [String] {
        let rows = zip(["a", "b", "c"], bases).map { "\($0),S,FR,45,2,50,60,1,\($1)\n" }
        return try problems(
            ["sites": "{from: t.csv, assume: {\(assume)}, set: \(set)}"],
            files: ["t.csv": "\(Self.header)\n\(rows.joined())"])
    }

    @Test("one basis for all is used, and another than the catalogue's is said")
    func alike() throws {
        #expect(try found("", ["", "location_lifecycle"]).isEmpty)
        #expect(
            try found("", ["location_direct", "location_direct"]) == [
                "t.csv:2:1: warning: emissions are location-based, direct: not comparable with"
                    + " lifecycle plans"
            ])
        #expect(
            try found("carbon_basis: market_direct", ["", "market_direct"]) == [
                "s.yaml:3:31: warning: emissions are market-based, direct: not comparable with"
                    + " location-based or lifecycle plans"
            ])
        let scenario = try draft([
            "sites": """
            {where: {id: [stockholm]}, set: {stockholm:
              {carbon_g_per_kwh: 2, carbon_basis: market_lifecycle}}}
            """
        ])
        #expect(
            scenario.warnings.contains(
                "emissions are market-based, lifecycle: not comparable with location-based plans"))
    }

    @Test("sites on different bases are refused, and the first place of each is named")
    func mixed() throws {
        #expect(
            try found("", ["", "market_direct", "market_direct"]) == [
                "t.csv:3:1: error: carbon figures are on different bases, which cannot be added up:"
                    + " location_lifecycle (a, t.csv:2), market_direct (b, t.csv:3)"
                    + " | state carbon_g_per_kwh and carbon_basis alike for every site, and"
                    + " g_per_kwh for every supply"
            ])
        let catalogued = try problems([
            "sites": """
            {where: {id: [stockholm, aws_us_east_1]},
              set: {stockholm: {carbon_g_per_kwh: 2, carbon_basis: market_lifecycle}}}
            """
        ])
        #expect(catalogued.count == 1)
        #expect(catalogued.first?.contains("location_lifecycle (aws_us_east_1, sites.csv:") == true)
        #expect(catalogued.first?.contains("market_lifecycle (stockholm, s.yaml:4)") == true)
    }

    @Test("factors of the fuels table are lifecycle, a supply's own are as the sites'")
    func supplies() throws {
        func supply(_ further: String) throws -> [String] {
            let dam = "{hydro: {kind: direct_line, mw: 1, usd_per_mwh: 30\(further)}}"
            return try found("", ["location_direct"], set: "{a: {supply: \(dam)}}")
        }
        let table = try supply("")
        #expect(table.count == 1)
        #expect(table.first?.contains("location_lifecycle (a supply of a, s.yaml:3)") == true)
        #expect(try supply(", g_per_kwh: 0").allSatisfy { $0.contains("warning") })
    }

    @Test("a basis that is none, or that stands without its figure, is an error")
    func slips() throws {
        #expect(
            try found("", ["market_dirct"]) == [
                "t.csv:2:21: error: unknown carbon_basis 'market_dirct'"
                    + " | did you mean 'market_direct'?"
            ])
        #expect(
            try problems([
                "sites": "{set: {aws_eu_north_1: {carbon_basis: market_direct}}}"
            ]).last
                == "s.yaml:3:32: error: carbon_basis speaks of carbon_g_per_kwh, which is not"
                + " stated for this site | state both")
    }
}
