import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Bundles of tables")
struct TableBundleTests {
    /// Fields of a line without quotes, as headers and dictionaries of files and columns are.
    private func fields(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test("The dictionary has every column of every file, in order, and no other")
    func dictionary() throws {
        for (name, bundle) in FormatFixtures.bundles {
            let headers = bundle.files.flatMap { file in
                fields(lines(file.text)[0]).map { [file.name, $0] }
            }
            let dictionary = try #require(bundle.files.last)
            #expect(dictionary.name == "dictionary.csv")
            let described = lines(dictionary.text).dropFirst().dropLast().map {
                Array(fields($0).prefix(2))
            }
            #expect(described == headers, "\(name)")
            #expect(headers.count > 40, "\(name)")
        }
    }

    @Test("Each column says what it means, and in which unit where its name has one")
    func units() {
        let suffixes = [
            ("usd_per_year", "USD/year"), ("t_per_year", "t/year"), ("mwh_per_year", "MWh/year"),
            ("m3_per_year", "m3/year"), ("_mw", "MW"), ("_ms", "ms"),
            ("_g_per_kwh", "g/kWh"), ("_usd_per_mwh", "USD/MWh"),
        ]
        for table in FormatFixtures.bundles.flatMap(\.bundle.tables) {
            for column in table.columns {
                let place = "\(table.name).\(column.name)"
                #expect(column.meaning.hasSuffix("."), "\(place)")
                #expect(!column.meaning.contains("\n"), "\(place)")
                let unit = suffixes.first { column.name.hasSuffix($0.0) }?.1
                #expect(unit == nil || unit == column.unit, "\(place)")
            }
        }
    }

    @Test("A mixed column names a column of the same table that has its unit")
    func mixedUnits() {
        var found = 0
        for table in FormatFixtures.bundles.flatMap(\.bundle.tables) {
            let names = table.columns.map(\.name)
            for column in table.columns where column.unit.hasPrefix("see ") {
                found += 1
                #expect(names.contains(String(column.unit.dropFirst(4))), "\(column.name)")
            }
        }
        #expect(found > 10)
    }

    @Test("Columns of a table and files of a bundle have names of their own")
    func uniqueNames() {
        for (name, bundle) in FormatFixtures.bundles {
            #expect(Set(bundle.files.map(\.name)).count == bundle.files.count, "\(name)")
            for table in bundle.tables {
                #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(name)")
            }
        }
    }

    @Test("Tables of one plan and of several have the same columns, so that they can be stacked")
    func stacked() {
        let one = PlanTables.bundle(of: FormatFixtures.plan).tables
        let several = ComparisonTables.bundle(of: ComparisonFixtures.comparison).tables
        for table in one {
            let same = several.first { $0.name == table.name }
            #expect(same?.columns == table.columns, "\(table.name)")
            #expect(table.columns[0].name == "plan")
        }
    }

    @Test("The table of a plain CSV is in the bundle: the sites behind the plan's name")
    func plain() throws {
        let bundle = PlanTables.bundle(of: FormatFixtures.plan)
        let sites = try #require(bundle.files.first { $0.name == "sites.csv" })
        let plain = lines(PlanCSV.sites(FormatFixtures.plan)).dropLast()
        let behind = lines(sites.text).dropLast().enumerated().map { row, line in
            (row == 0 ? "plan," : "cheapest,") + plain[row] == line
        }
        #expect(behind.count == 6)
        #expect(behind.allSatisfy { $0 })
        let policies = ComparisonTables.bundle(of: ComparisonFixtures.comparison).files[0]
        #expect(policies.text == ComparisonText.csv(ComparisonFixtures.comparison))
        let points = FrontierTables.bundle(of: FormatFixtures.frontier).files[1]
        #expect(points.text == FrontierText.csv(FormatFixtures.frontier))
    }

    @Test("A plan without a placement keeps the headers and the reasons")
    func infeasible() throws {
        let files = PlanTables.bundle(of: PlanFixtures.infeasible).files
        let totals = try #require(files.first { $0.name == "totals.csv" })
        #expect(lines(totals.text).count == 2)
        let findings = try #require(files.first { $0.name == "findings.csv" })
        #expect(findings.text.contains("green,capacity_short,Demand needs 812 MW"))
    }

    @Test("A dictionary tells the files of its bundle; another text is none")
    func recognised() throws {
        let bundle = PlanTables.bundle(of: FormatFixtures.plan)
        let text = try #require(bundle.files.last?.text)
        #expect(TableBundle.files(describedBy: text) == Set(bundle.files.map(\.name)))
        for other in ["", "file,column\n", "file,column,unit,meaning", "a\n" + text] {
            #expect(TableBundle.files(describedBy: other) == nil)
        }
    }

    @Test("The guide's lines of a dictionary are those of the dictionaries")
    func guide() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Guides/formats.md")
        let guide = try String(contentsOf: page, encoding: .utf8)
        let block = try #require(guide.firstMatch(of: /```csv\n((?s).*?)```/)?.output.1)
        let shown = lines(String(block)).dropLast()
        let known = Set(FormatFixtures.bundles.flatMap { lines($0.bundle.files.last?.text ?? "") })
        #expect(shown.count > 4)
        #expect(shown.filter { !known.contains($0) } == [])
    }
}
