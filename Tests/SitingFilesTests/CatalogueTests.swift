import Siting
import SitingFiles
import Testing

@Suite("Catalogue")
struct CatalogueTests {
    @Test("it has every row of its tables")
    func counts() throws {
        let catalogue = try catalogue()
        #expect(catalogue.sites.count == 385)
        #expect(catalogue.sites.count { $0.kind == "cloud_region" } == 157)
        #expect(catalogue.cities.count == 1106)
        #expect(catalogue.countries.count == 250)
        #expect(catalogue.latencyPairs.count == 4519)
        #expect(catalogue.latencyFits.byContinents.count == 18)
        #expect(catalogue.fuels.count == 33)
        #expect(catalogue.accelerators.count == 30)
        #expect(catalogue.operators.count == 8)
        #expect(catalogue.assumptions.count == 19)
        #expect(catalogue.sources.count == 168)
        #expect(catalogue.sites.count { $0.carbon != nil } == 384)
        #expect(catalogue.sites.count { $0.price != nil } == 355)
    }

    @Test("a site has its figures with year, source, scope and quality")
    func site() throws {
        let site = try #require(try catalogue().site("aws_af_south_1"))
        #expect(site.name == "AWS af-south-1 (Cape Town)")
        #expect(site.operatorID == "aws")
        #expect(site.operatorRegion == "af-south-1")
        #expect(site.continent == "AF")
        #expect(site.gridZone == "za")
        #expect(site.coordinate == Coordinate(latitude: -33.9258, longitude: 18.4232))
        #expect(site.figure(.carbon)?.value == 712)
        #expect(site.figure(.carbon)?.year == 2024)
        #expect(site.figure(.carbon)?.source == "electricity_maps_annual")
        #expect(site.price?.value == 40)
        #expect(site.price?.quality == "C")
        #expect(site.price?.scope == "country")
        #expect(site.figure(.wue)?.scope == "operator_global")
        #expect(site.figure(.gridWater) == nil)
        #expect(site.figure(.limit) == nil)
        #expect(site.waterStress?.value == 4)
        #expect(site.climate?.mean == 16.5)
        #expect(site.setting == ["cloud"])
        #expect(site.location.line == 2)
    }

    @Test("assumptions, sources, countries and fuels are found by name")
    func names() throws {
        let catalogue = try catalogue()
        #expect(catalogue.assumption("limit_mw")?.value == 100)
        #expect(catalogue.assumption("limit_mw")?.kind == "assumption")
        #expect(catalogue.assumption("wue_l_per_kwh")?.source == nil)
        #expect(catalogue.source("electricity_maps_annual")?.licence == "ODbL 1.0")
        #expect(catalogue.country("NO")?.name == "Norway")
        #expect(catalogue.country("no") == nil)
        #expect(
            catalogue.fuel("hydro", in: "ipcc_2014")?.lifecycleGramsPerKilowattHour == 24)
        #expect(catalogue.fuel("hydro", in: "unece_2022") == nil)
        #expect(catalogue.site("nowhere") == nil)
    }

    @Test("groups hold the countries that the law says")
    func groups() throws {
        let catalogue = try catalogue()
        func members(_ group: CountryGroup) -> Set<String> { catalogue.members(of: group) }
        #expect(members(.eu).count == 27)
        #expect(members(.eea).subtracting(members(.eu)) == ["IS", "LI", "NO"])
        #expect(members(.gdpr).isSuperset(of: members(.eea)))
        #expect(members(.adequate).isSuperset(of: ["CH", "GB", "JP"]))
        #expect(members(.adequate).isSuperset(of: members(.gdpr)))
        #expect(members(.d5).contains("CN"))
        #expect(members(.d5).isDisjoint(with: members(.eu)))
        #expect(members(.world).count == 250)
    }

    @Test("the years of a grid and the prices of a country are read when asked")
    func history() throws {
        let catalogue = try catalogue()
        let years = try catalogue.gridYears(zone: "se_se1")
        #expect(years.map(\.year) == [2021, 2022, 2023, 2024, 2025])
        #expect(years.allSatisfy { $0.carbonGramsPerKilowattHour != nil })
        let prices = try catalogue.priceFigures(country: "CA")
        #expect(prices.contains { $0.role == "main" && $0.admin1 == nil })
        #expect(try catalogue.gridYears(zone: "nowhere").isEmpty)
    }
}
