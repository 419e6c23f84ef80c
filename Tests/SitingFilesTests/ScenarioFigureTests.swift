import Quantities
import Siting
import SitingFiles
import Testing

@Suite("Figures of sites")
struct ScenarioFigureTests {
    @Test("a figure comes from the setting, else the catalogue, else what is assumed")
    func precedence() throws {
        let scenario = try draft([
            "sites": """
            {where: {id: [stockholm, aws_eu_north_1]},
              assume: {pue: 1.4, limit_mw: 40, headroom: 20%},
              set: {stockholm: {limit_mw: 60, carbon_g_per_kwh: 12, wue_l_per_kwh: 0.5}}}
            """
        ])
        let stockholm = try #require(scenario.sites.first { $0.id == "stockholm" })
        let region = try #require(scenario.sites.first { $0.id == "aws_eu_north_1" })
        #expect(stockholm.carbon == CarbonIntensity(0.012))
        #expect(stockholm.limit == 60)
        #expect(stockholm.pue == 1.4)
        #expect(stockholm.headroom == 0.2)
        #expect(region.carbon == CarbonIntensity(0.021))
        #expect(region.pue == 1.1)
        #expect(region.limit == 40)
        #expect(region.idleShare == 0.3)
        #expect(region.existing == 0)
        #expect(region.shell == Investment(cost: 11e6, lifetimeYears: 15))

        #expect(
            region.provenance[.carbon]
                == Provenance(basis: .catalogue, year: 2024, source: "electricity_maps_annual"))
        #expect(stockholm.provenance[.carbon]?.basis == .stated)
        #expect(stockholm.provenance[.carbon]?.source.hasSuffix("s.yaml:5") == true)
        #expect(stockholm.provenance[.pue]?.basis == .assumption)
        #expect(stockholm.provenance[.pue]?.source.hasSuffix("s.yaml:4") == true)
        #expect(
            region.provenance[.headroom]?.source.hasSuffix("s.yaml:4") == true)
        #expect(
            region.provenance[.idleShare]
                == Provenance(basis: .assumption, year: 2023, source: "luccioni_2023"))
        #expect(region.provenance[.existing] == nil)
    }

    @Test("assumptions are listed with the number of sites each stands in for")
    func assumptions() throws {
        let scenario = try draft([
            "sites": "{where: {id: [stockholm, aws_eu_north_1]}, assume: {limit_mw: 40}}"
        ])
        func count(_ key: String) -> Int?? {
            scenario.assumptions.first { $0.key == key }.map(\.siteCount)
        }
        #expect(count("pue") == 1)
        #expect(count("limit_mw") == 2)
        #expect(count("carbon_g_per_kwh") == nil)
        #expect(count("discount_rate") == .some(nil))
        #expect(count("last_mile_ms") == .some(nil))
        #expect(count("water_usd_per_m3") == .some(nil))
        let stated = try draft([
            "period": "{year: 2030, discount_rate: 5%}", "latency": "{last_mile_ms: 4}",
            "prices": "{water_usd_per_m3: 0, carbon_usd_per_t: 80}",
        ])
        #expect(stated.period == Period(year: 2030, discountRate: 0.05))
        #expect(stated.carbonPrice == 80)
        #expect(stated.waterPrice == 0)
        let keys = Set(stated.assumptions.map(\.key))
        #expect(keys.isDisjoint(with: ["discount_rate", "last_mile_ms", "water_usd_per_m3"]))
    }

    @Test("sites are left out for want of a figure, and the groups say why")
    func exclusions() throws {
        let scenario = try draft(["sites": "{from: catalog}"])
        #expect(scenario.sites.count == 351)
        #expect(
            scenario.exclusions.map { "\($0.reason): \($0.siteIDs.count)" }
                == ["no carbon figure: 1", "no price figure: 30", "price below 15 USD/MWh: 3"])
        let strict = try draft(["sites": "{where: {has: [pue, wue, grid_water]}}"])
        #expect(strict.sites.allSatisfy { $0.provenance[.pue]?.basis == .catalogue })
        #expect(strict.exclusions.first?.reason == "no price figure")
    }

    @Test("a missing figure is assumed, excludes, fails or is reported as the scenario says")
    func missing() throws {
        let sites = "{where: {id: [quincy, aws_eu_north_1]}, assume: {price_usd_per_mwh: 50}}"
        let excluded = try draft(["sites": sites, "missing": "{pue: exclude}"])
        #expect(excluded.sites.map(\.id) == ["aws_eu_north_1"])
        let reported = try draft([
            "sites": sites, "missing": "{wue: report}", "policies": "{p: {minimise: rtt}}",
        ])
        let quincy = try #require(reported.sites.first { $0.id == "quincy" })
        #expect(quincy.wue == nil)
        #expect(quincy.provenance[.wue]?.basis == .missing)
        let failed = try problems(["sites": sites, "missing": "{pue: fail}"])
        #expect(
            failed.last == "s.yaml:8:16: error: 1 site has no pue: quincy"
                + " | set it, assume it, or let missing.pue be exclude")
        let priced = try draft([
            "sites": "{where: {id: aws_ap_east_1}, assume: {price_usd_per_mwh: 50}}"
        ])
        #expect(priced.sites.first?.price == 50)
        let unpriced = try problems([
            "sites": "{where: {id: aws_ap_east_1}}", "missing": "{price: assume}",
        ])
        #expect(
            unpriced == [
                "s.yaml:8:18: error: 1 site has no price_usd_per_mwh: aws_ap_east_1"
                    + " | set it, assume it, or let missing.price be exclude"
            ])
    }

    @Test("a price below the minimum stays if the planner states it or sets no minimum")
    func cheap() throws {
        func ids(_ sites: String) throws -> [String] {
            try draft(["sites": sites]).sites.map(\.id)
        }
        #expect(try ids("{where: {id: [tehran, dallas]}}") == ["dallas"])
        #expect(
            try ids("{where: {id: [tehran, dallas], min_price_usd_per_mwh: 0}}").count == 2)
        #expect(
            try ids("{where: {id: [tehran]}, set: {tehran: {price_usd_per_mwh: -5}}}").count == 1)
        #expect(
            try ids("{where: {id: [dallas, addis_ababa], min_price_usd_per_mwh: 40}}").count == 1)
    }
}
