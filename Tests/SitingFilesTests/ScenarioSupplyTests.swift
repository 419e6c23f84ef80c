import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Tables of supplies")
struct ScenarioSupplyTests {
    private static let sites = ["sites": "{where: {id: [yaan, lulea]}, supplies: own.csv}"]
    private static let header = "id,site,kind,mw,usd_per_mwh,fuel,g_per_kwh,l_per_kwh"

    private func scenario(_ rows: [String], header: String = header) throws -> Scenario {
        let table = ([header] + rows).joined(separator: "\n")
        return try draft(Self.sites, files: ["own.csv": table + "\n"])
    }

    private func supplies(_ scenario: Scenario, of site: String) throws -> [Supply] {
        try #require(scenario.sites.first { $0.id == site }).supplies
    }

    @Test("a row is a supply of its site, with the defaults of one that is set")
    func rows() throws {
        let scenario = try scenario(
            [
                "hydro,yaan,direct_line,300,35,,,,", "gale,yaan,contract,10,-4,wind,,,0.35",
                "steam,lulea,direct_line,5,41,,21,0.1,", "dam,dallas,direct_line,5,41,hydro,,,",
            ], header: Self.header + ",capacity_factor")
        let yaan = try supplies(scenario, of: "yaan")
        #expect(yaan.map(\.name) == ["hydro", "gale"])
        #expect(yaan.map(\.kind) == [.directLine, .contract])
        #expect(yaan.map(\.power) == [300, 10])
        #expect(yaan.map(\.price) == [35, -4])
        #expect(yaan.map(\.capacityFactor) == [1, 0.35])
        #expect(yaan.map(\.carbon.gramsPerKilowattHour) == [24, 11])
        #expect(yaan.map(\.water) == [0, 0])
        #expect(yaan.map { $0.location?.line } == [2, 3])
        let lulea = try supplies(scenario, of: "lulea")
        #expect(lulea.map(\.fuel) == ["steam"])
        #expect(lulea.map(\.carbon.gramsPerKilowattHour) == [21])
        #expect(lulea.map(\.water) == [0.1])
    }

    @Test("a table adds to the supplies that are set")
    func beside() throws {
        let set = "{yaan: {supply: {wind: {kind: contract, mw: 1, usd_per_mwh: 1}}}}"
        let scenario = try draft(
            ["sites": "{where: {id: yaan}, supplies: own.csv, set: \(set)}"],
            files: ["own.csv": "\(Self.header)\nhydro,yaan,direct_line,1,1,,,\n"])
        #expect(try supplies(scenario, of: "yaan").map(\.name) == ["wind", "hydro"])
    }

    @Test(
        "one slip in a table of supplies is one error at its field",
        arguments: [
            (
                "dam,lulae,direct_line,1,1,hydro,,",
                "own.csv:2:5: error: unknown site 'lulae' | did you mean 'lulea'?"
            ),
            (
                "dam,lulea,direct,1,1,hydro,,",
                "own.csv:2:11: error: unknown kind 'direct'"
                    + " | known here: direct_line, contract"
            ),
            (
                "dam,lulea,contract,-1,1,hydro,,",
                "own.csv:2:20: error: mw must lie between 0 and 1000000, not -1"
            ),
            (
                "dam,lulea,contract,1,,hydro,,",
                "own.csv:2:22: error: usd_per_mwh must be a number of USD per MWh, not empty"
            ),
            (
                "dam,lulea,contract,1,1,hidro,,",
                "own.csv:2:24: error: ipcc_2014 has no factor for the fuel 'hidro'"
                    + " | did you mean 'hydro'?"
            ),
            (
                "hidro,lulea,contract,1,1,,,",
                "own.csv:2:1: error: ipcc_2014 has no factor for the fuel 'hidro'"
                    + " | did you mean 'hydro'?"
            ),
            (
                "dam,lulea,contract,1,1,,high,",
                "own.csv:2:25: error: g_per_kwh must be a number of g per kWh, not 'high'"
            ),
            (
                "grid,lulea,contract,1,1,hydro,,",
                "own.csv:2:1: error: no supply may be named 'grid' | the grid is always there"
            ),
            (
                "hydro,lulea,contract,1,1,,,\nhydro,yaan,contract,1,1,,,",
                "own.csv:3:1: error: duplicate id 'hydro' | it is already given in line 2"
            ),
        ])
    func slips(_ rows: String, _ expected: String) throws {
        let found = try problems(
            Self.sites, files: ["own.csv": "\(Self.header)\n\(rows)\n"])
        #expect(found == [expected])
    }

    @Test("a row may state a season by both of its ends")
    func season() throws {
        let header = "id,site,kind,mw,usd_per_mwh,capacity_factor,season_from,season_to"
        let rows = ["hydro,yaan,contract,1,1,0.504,05-01,10-31", "wind,lulea,contract,1,1,,,"]
        let read = try scenario(rows, header: header)
        let season = try #require(try supplies(read, of: "yaan").first?.season)
        #expect(season.description == "05-01 to 10-31")
        #expect(try supplies(read, of: "lulea").map(\.season) == [nil])
        for (row, expected) in [
            (
                "hydro,yaan,contract,1,1,,05-01,",
                "own.csv:2:26: error: season_from is given without season_to"
                    + " | give both or neither"
            ),
            (
                "hydro,yaan,contract,1,1,,,10-31",
                "own.csv:2:27: error: season_to is given without season_from"
                    + " | give both or neither"
            ),
            (
                "hydro,yaan,contract,1,1,,05-01,10-32",
                "own.csv:2:32: error: season_to must be a day of every year such as 05-01,"
                    + " not '10-32'"
            ),
            (
                "hydro,yaan,contract,1,1,0.51,05-01,10-31",
                "own.csv:2:25: error: capacity_factor 0.51 is above 0.505, the share of the year"
                    + " from 05-01 to 10-31 (184 of 365 days)"
                    + " | it is that of the whole year: a plant gives its MW in its season at most"
            ),
        ] {
            let found = try problems(Self.sites, files: ["own.csv": "\(header)\n\(row)\n"])
            #expect(found == [expected])
        }
        let half = "id,site,kind,mw,usd_per_mwh,season_to"
        #expect(
            try problems(
                Self.sites, files: ["own.csv": "\(half)\nhydro,yaan,contract,1,1,10-31\n"]) == [
                    "own.csv:2:25: error: season_to is given without season_from"
                        + " | give both or neither"
                ])
    }

    @Test("a column that no supply has is an error, and so is one that is missing")
    func columns() throws {
        func found(_ header: String, _ row: String) throws -> [String] {
            try problems(Self.sites, files: ["own.csv": "\(header)\n\(row)\n"])
        }
        #expect(
            try found(Self.header + ",mwh", "hydro,yaan,contract,1,1,,,,1") == [
                "own.csv:1:54: error: unknown column 'mwh'"
                    + " | did you mean 'mw'?"
            ])
        #expect(
            try found("id,site,kind,mw", "hydro,yaan,contract,1") == [
                "own.csv:1:1: error: the table has no column 'usd_per_mwh'"
            ])
    }

    @Test("the table is the catalogue's or a CSV, and a supply is not set as well")
    func section() throws {
        #expect(
            try problems(["sites": "{supplies: catalogue, where: {id: yaan}}"]) == [
                "s.yaml:3:19: error: supplies must be catalog or the path of a .csv file,"
                    + " not 'catalogue' | did you mean 'catalog'?"
            ])
        let set = "{yaan: {supply: {hydro: {kind: contract, mw: 1, usd_per_mwh: 1}}}}"
        let twice = try problems(
            ["sites": "{where: {id: yaan}, supplies: own.csv, set: \(set)}"],
            files: ["own.csv": "\(Self.header)\nhydro,yaan,direct_line,1,1,,,\n"])
        #expect(
            twice == [
                "s.yaml:3:69: error: the supply 'hydro' of 'yaan' is given twice"
                    + " | it is also in own.csv:2"
            ])
    }

    @Test("factors of fuels in a table are lifecycle, those of its rows are as the sites'")
    func basis() throws {
        let sites =
            "{where: {id: yaan}, set: {yaan: {carbon_g_per_kwh: 1, carbon_basis: location_direct}},"
            + " supplies: own.csv}"
        func found(_ row: String) throws -> [String] {
            try problems(["sites": sites], files: ["own.csv": "\(Self.header)\n\(row)\n"])
        }
        let mixed = try found("hydro,yaan,direct_line,1,1,,,")
        #expect(mixed.count == 1)
        #expect(mixed.first?.contains("location_lifecycle (a supply of yaan, own.csv:2)") == true)
        let alike = try found("hydro,yaan,direct_line,1,1,,0,")
        #expect(alike.map { $0.contains(": warning: ") } == [true])
    }

    @Test("plans list the figures that count, by kind, fuel and source")
    func provenance() throws {
        let scenario = try scenario(
            [
                "river,yaan,direct_line,300,35,hydro,,1.5,2019,Ministry,Exchange",
                "brook,lulea,direct_line,20,30,hydro,,1.5,2021,Ministry,",
                "gale,lulea,contract,10,40,wind,,,,,", "steam,lulea,direct_line,5,41,,21,,,,",
            ], header: Self.header + ",year,source,price_source")
        let rows = scenario.provenance.filter { $0.field.hasPrefix("supply_") }
        let hydro = rows.filter { $0.basis.hasSuffix("direct line, hydro") }
        #expect(
            hydro == [
                ProvenanceRow(
                    field: "supply_mw", basis: "stated, direct line, hydro", siteCount: 2,
                    lowest: 20, highest: 300, years: 2019...2021, source: "Ministry"),
                ProvenanceRow(
                    field: "supply_usd_per_mwh", basis: "stated, direct line, hydro", siteCount: 1,
                    lowest: 30, highest: 30, years: 2021...2021, source: "Ministry"),
                ProvenanceRow(
                    field: "supply_usd_per_mwh", basis: "stated, direct line, hydro", siteCount: 1,
                    lowest: 35, highest: 35, years: nil, source: "Exchange"),
                ProvenanceRow(
                    field: "supply_g_per_kwh",
                    basis: "location-based, lifecycle, catalogue, direct line, hydro",
                    siteCount: 2, lowest: 24, highest: 24, years: 2014...2014,
                    source: "ipcc_ar5_2014"),
                ProvenanceRow(
                    field: "supply_l_per_kwh", basis: "stated, direct line, hydro", siteCount: 2,
                    lowest: 1.5, highest: 1.5, years: 2019...2021, source: "Ministry"),
            ])
        let wind = rows.filter { $0.basis.contains("wind") }
        #expect(wind.map(\.field) == ["supply_mw", "supply_usd_per_mwh"])
        #expect(wind.map(\.source) == ["own.csv:4", "own.csv:4"])
        let water = rows.filter { $0.basis == "missing, direct line, steam" }
        #expect(water.map(\.field) == ["supply_l_per_kwh"])
        #expect(water.map(\.lowest) == [nil])
    }
}
