import Foundation
import Siting
import SitingFiles
import Testing

@Suite("Catalogue data")
struct CatalogueDataTests {
    private static let folder = "\(repository)/sites"

    /// Every table of the folder, by name.
    private func tables() throws -> [(name: String, table: CSVTable)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
            .filter { $0.hasSuffix(".csv") }.sorted()
        return try names.map { name in
            let diagnostics = DiagnosticCollector()
            let source = try #require(
                SourceText.read("\(Self.folder)/\(name)", into: diagnostics))
            let table = try #require(CSVTable(source, into: diagnostics))
            #expect(diagnostics.diagnostics.isEmpty, "\(name) cannot be read")
            return (name, table)
        }
    }

    private func values(_ table: CSVTable, _ column: Int) -> [String] {
        (0..<table.rowCount).map { table[$0, column] }.filter { !$0.isEmpty }
    }

    @Test("every key of a source is a row of sources.csv")
    func sources() throws {
        let known = Set(try catalogue().sources.map(\.key))
        for (name, table) in try tables() {
            for (column, title) in table.columns.enumerated()
            where title == "source" || title.hasSuffix("_source") {
                let unknown = Set(values(table, column)).subtracting(known)
                #expect(unknown.isEmpty, "\(name), \(title)")
            }
        }
    }

    @Test("every id is unique in its table and fit for a name")
    func ids() throws {
        for (name, table) in try tables() {
            guard let column = table.column("id") else { continue }
            let ids = values(table, column)
            #expect(Set(ids).count == table.rowCount, "\(name)")
            let isFit = ids.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil }
            #expect(isFit, "\(name)")
        }
    }

    @Test("every country of a table is a country")
    func countries() throws {
        let known = Set(try catalogue().countries.map(\.code))
        for (name, table) in try tables() {
            guard let column = table.column("country") else { continue }
            #expect(Set(values(table, column)).isSubset(of: known), "\(name)")
        }
    }

    @Test("figures of sites lie where such figures lie")
    func ranges() throws {
        for site in try catalogue().sites {
            func check(_ field: SiteField, _ range: ClosedRange<Double>) {
                guard let value = site.figure(field)?.value else { return }
                #expect(range.contains(value), "\(site.id), \(field.rawValue)")
            }
            check(.carbon, 10...1000)
            check(.price, 5...400)
            check(.pue, 1...2)
            check(.wue, 0...3)
            check(.gridWater, 0...100)
        }
    }

    @Test("every number's column names its unit, or needs none")
    func units() throws {
        let units: Set = [
            "mw",
            "c", "emissions", "flops", "g", "h", "kg", "km", "kwh", "mwh", "ml", "ms", "pct", "t",
            "tflops", "usd", "w", "wh", "billion", "days", "hours", "l",
        ]
        // Counts, ranks, years, flags, ratios, degrees, and values with their unit in a column.
        let others: Set = [
            "capacity_factor",
            "year", "latitude", "longitude", "population", "internet_users", "in_top1000",
            "geonames_id", "value", "n_pairs", "pue", "water_stress", "accelerator_count",
            "accelerators_per_system", "output_tokens", "eu_member", "eu_territory", "eea_member",
            "gdpr_applies", "gdpr_adequacy", "us_country_group_d5",
        ]
        for (name, table) in try tables() {
            for (column, title) in table.columns.enumerated() {
                let values = values(table, column)
                guard !values.isEmpty, values.allSatisfy({ Double($0) != nil }) else { continue }
                let words = Set(title.split(separator: "_").map(String.init))
                let isYear = title.hasSuffix("_year") || title.hasPrefix("year_")
                let isRatio = title.hasPrefix("stretch_")
                let isNamed = !words.isDisjoint(with: units) || others.contains(title)
                #expect(isYear || isRatio || isNamed, "\(name), \(title)")
            }
        }
    }

    @Test("every kind of licence is named in SOURCES.md, and the texts are there")
    func licences() throws {
        let kinds = [
            "ODbL 1.0", "CC BY 4.0", "Apache-2.0", "MIT", "MPL-2.0", "AGPL-3.0", "public domain",
            "Eurostat reuse policy", "Copernicus", "facts", "press", "derived",
        ]
        let text = try String(contentsOfFile: "\(Self.folder)/SOURCES.md", encoding: .utf8)
        for source in try catalogue().sources {
            let found = kinds.filter(source.licence.contains)
            #expect(!found.isEmpty, "\(source.key): \(source.licence)")
            for kind in found { #expect(text.contains(kind), "\(source.key): \(kind)") }
        }
        for name in ["ODbL-1.0", "CC-BY-4.0", "Apache-2.0", "MIT"] {
            let path = "\(Self.folder)/LICENSES/\(name).txt"
            #expect(FileManager.default.fileExists(atPath: path), "\(name)")
        }
    }

    @Test("every figure of a site that assumptions may stand in for has one, and no other key")
    func assumptions() throws {
        let keys = Set(try catalogue().assumptions.map(\.key))
        let figures = Set(SiteField.allCases.map(\.rawValue))
        let unassumed: Set = [
            "carbon_g_per_kwh", "price_usd_per_mwh", "grid_water_l_per_kwh", "existing_mw",
        ]
        #expect(figures.subtracting(keys) == unassumed)
        #expect(
            keys.subtracting(figures)
                == ["discount_rate", "water_usd_per_m3", "last_mile_ms", "min_price_usd_per_mwh"])
    }
}
