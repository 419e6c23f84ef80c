import Siting
import SitingFiles
import Testing

@Suite("PUE from the climate")
struct ScenarioClimateTests {
    private static let header =
        "id,name,country,latitude,longitude,price_usd_per_mwh"
        + ",carbon_g_per_kwh,grid_water_l_per_kwh,pue,mean_temp_c"

    private func site(_ ending: String) throws -> Site {
        let table = "\(Self.header)\na,A,FR,45,2,50,60,1,\(ending)\n"
        let scenario = try draft(
            ["sites": "{from: t.csv}", "missing": "{pue: climate}"], files: ["t.csv": table])
        return try #require(scenario.sites.first)
    }

    @Test("it is flat up to 19 degrees, rises above them, and is held beyond the fitted range")
    func model() throws {
        let flat = 1.140586666627
        let slope = 0.02269634148525
        #expect(try site(",10").pue == flat)
        #expect(try site(",-20").pue == flat)
        #expect(abs(try site(",24").pue - (flat + 5 * slope)) < 1e-12)
        #expect(abs(try site(",40").pue - (flat + 9.6 * slope)) < 1e-12)
        #expect(try site("1.3,40").pue == 1.3)
        let provenance = try site(",24").provenance[.pue]
        #expect(
            provenance == Provenance(basis: .modelled, year: 2024, source: "pue_climate_fit"))
    }

    @Test("sites of the catalogue keep their own and else follow their climate")
    func catalogueSites() throws {
        let scenario = try draft([
            "sites": "{where: {id: [stockholm, aws_eu_north_1]}}", "missing": "{pue: climate}",
        ])
        let bases = scenario.sites.map { $0.provenance[.pue]?.basis }
        #expect(Set(bases) == [.catalogue, .modelled])
        #expect(!scenario.assumptions.contains { $0.key == "pue" })
    }

    @Test("a site without a temperature is an error that names it")
    func unknown() throws {
        let table = "\(Self.header)\na,A,FR,45,2,50,60,1,,\nb,B,FR,45,3,50,60,1,,11\n"
        let found = try problems(
            ["sites": "{from: t.csv}", "missing": "{pue: climate}"], files: ["t.csv": table])
        #expect(
            found == [
                "s.yaml:8:16: error: 1 site has neither pue nor mean_temp_c: a"
                    + " | set pue, or let missing.pue be assume"
            ])
    }

    @Test("only the PUE follows from the climate")
    func others() throws {
        #expect(
            try problems(["missing": "{wue: climate}"]) == [
                "s.yaml:8:16: error: wue must be one of assume, exclude, fail, report,"
                    + " not 'climate'"
            ])
    }
}
