import Siting
import SitingFiles
import Testing

@Suite("Supplies of the catalogue")
struct CatalogueSupplyTests {
    private func table() throws -> CSVTable {
        let diagnostics = DiagnosticCollector()
        let source = try #require(
            SourceText.read("\(repository)/sites/supplies.csv", into: diagnostics))
        return try #require(CSVTable(source, into: diagnostics))
    }

    private func column(_ name: String) throws -> [String] {
        let table = try table()
        let column = try #require(table.column(name))
        return (0..<table.rowCount).map { table[$0, column] }
    }

    @Test("every supply is at a site of the catalogue, in the site's country")
    func places() throws {
        let catalogue = try catalogue()
        for (site, country) in zip(try column("site"), try column("country")) {
            #expect(catalogue.site(site)?.country == country, "\(site)")
        }
    }

    @Test("every row at a site that takes part is a supply of it, with its sources")
    func rows() throws {
        let ids = try column("id")
        let sites = try column("site")
        let scenario = try draft([
            "sites": "{supplies: catalog, where: {min_price_usd_per_mwh: 0}}"
        ])
        let keys = Set(try catalogue().sources.map(\.key))
        var found = 0
        for site in scenario.sites {
            let expected = zip(ids, sites).filter { $0.1 == site.id }.map(\.0)
            #expect(site.supplies.map(\.name) == expected)
            found += site.supplies.count
            for supply in site.supplies {
                for field in [SupplyField.power, .price, .carbon] {
                    let origin = try #require(supply.provenance[field])
                    #expect(origin.basis == .catalogue)
                    #expect(keys.contains(origin.source), "\(supply.name): \(origin.source)")
                }
            }
        }
        #expect(found > 0)
    }

    @Test("a row whose power is there for half the year says which half")
    func seasons() throws {
        let ends = zip(try column("season_from"), try column("season_to"))
        var found = 0
        for (factor, (from, to)) in zip(try column("capacity_factor"), ends) {
            let isSeasonal = try #require(Double(factor)) < 0.6
            #expect(isSeasonal == !from.isEmpty)
            #expect(isSeasonal == !to.isEmpty)
            if isSeasonal { found += 1 }
        }
        #expect(found == 5)
    }

    @Test("rows of sites that do not take part are not looked at")
    func unused() throws {
        let scenario = try draft(["sites": "{where: {id: aws_us_east_1}, supplies: catalog}"])
        #expect(scenario.sites.map(\.supplies) == [[]])
    }

    @Test("without a table of the sites' own, none has a supply")
    func none() throws {
        #expect(try draft(["sites": "{where: {id: yaan}}"]).sites.map(\.supplies) == [[]])
    }

    @Test("a factor set that lacks the fuel of a supply in use is an error")
    func factorSet() throws {
        let found = try problems([
            "sites": "{where: {id: yaan}, supplies: catalog}", "fuels": "unece_2022",
        ])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("supplies.csv:") == true)
        #expect(
            found.first?.hasSuffix(
                "error: unece_2022 has no factor for the fuel 'hydro'"
                    + " | choose another set under fuels, or bring a table of your own") == true)
    }
}
