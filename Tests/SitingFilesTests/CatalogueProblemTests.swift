import Foundation
import SitingFiles
import Testing

@Suite("Catalogue problems")
struct CatalogueProblemTests {
    private func problems(_ table: String, _ change: (String) -> String?) throws -> [String] {
        try catalogueProblems(table, change)
    }

    private func replacing(_ old: String, _ new: String) -> (String) -> String {
        { text in
            guard let range = text.range(of: old) else { return text }
            return text.replacingCharacters(in: range, with: new)
        }
    }

    @Test("a copy of the catalogue has no problem")
    func copy() throws {
        #expect(try problems("sites.csv") { $0 }.isEmpty)
    }

    @Test("a folder without tables, and one that lacks a table, are errors")
    func missing() throws {
        let nowhere = #expect(throws: InputError.self) { try Catalogue.load(at: "/nowhere") }
        #expect(
            nowhere?.diagnostics.map(line) == [
                "nowhere:1:1: error: there is no catalogue in this folder"
                    + " | name the folder that holds sites.csv"
            ])
        let found = try problems("fuels.csv") { _ in nil }
        #expect(found == ["fuels.csv:1:1: error: there is no such file"])
    }

    @Test("a wrong field is an error at its place")
    func fields() throws {
        let latitude = try problems("sites.csv", replacing(",-33.9258,", ",-133.9258,"))
        #expect(
            latitude == [
                "sites.csv:2:85: error: latitude must lie between -90 and 90, not -133.9258"
            ])
        let country = try problems("cities.csv", replacing("Mumbai,IN,", "Mumbai,XX,"))
        #expect(country == ["cities.csv:2:15: error: unknown country 'XX'"])
        let repeated = try problems("cities.csv", replacing("bangkok,", "mumbai,"))
        #expect(
            repeated == [
                "cities.csv:3:1: error: duplicate id 'mumbai' | it is already given in line 2"
            ])
        let unsourced = try problems("assumptions.csv", replacing("pue,1.25,", "pue,high,"))
        #expect(unsourced == ["assumptions.csv:3:5: error: value must be a number, not 'high'"])
    }

    @Test("operators name known sites and rules, and the climate model has all its terms")
    func furtherTables() throws {
        let campus = try problems("operators.csv", replacing("beijing;hong_kong", "beijin"))
        #expect(campus.count == 1)
        #expect(campus.first?.hasSuffix("error: unknown site 'beijin'") == true)
        let rule = try problems("operators.csv", replacing(",cn_data_export,", ",cn_data,"))
        #expect(rule.first?.hasSuffix("error: unknown rule 'cn_data'") == true)
        let term = try problems("pue_climate.csv", replacing("hinge,knot_c", "hinge,knot"))
        #expect(
            term == ["pue_climate.csv:2:7: error: the model 'hinge' has no term 'knot_c'"])
        let power = try problems("accelerators.csv", replacing("2018,300,", "2018,hot,"))
        #expect(power.first?.hasSuffix("tdp_w must be a number of W, not 'hot'") == true)
    }

    @Test("a table without a column, and one with a torn row, are errors")
    func shapes() throws {
        let column = try problems("fuels.csv", replacing("factor_set", "factorset"))
        #expect(
            column == [
                "fuels.csv:1:1: error: the table has no column 'factor_set' | is 'factorset' meant?"
            ])
        let row = try problems(
            "latency_pairs.csv", replacing("azure_latency\n", "azure\nlatency\n"))
        #expect(
            row == ["latency_pairs.csv:3:1: error: row has 1 field, the header has 9"])
    }
}
