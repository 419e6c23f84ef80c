import Foundation
import Siting
import SitingFiles
import Testing

@Suite("Everyday equivalences")
struct EquivalenceTests {
    private func problems(_ old: String, _ new: String) throws -> [String] {
        try catalogueProblems("equivalences.csv") { $0.replacing(old, with: new) }
    }

    @Test("a mile, a flight and a home's electricity have their figure, year and source")
    func figures() throws {
        let found = try catalogue().equivalences
        #expect(
            found.map(\.id) == [
                "car_us_mile_2024", "flight_new_york_frankfurt", "home_us_electricity_year",
            ])
        #expect(found.map(\.kilogramsPerUnit) == [0.393, 1058, 5505])
        #expect(found.map(\.unit) == ["mile", "seat", "home"])
        #expect(found.map(\.gas) == ["CO2e", "CO2e", "CO2"])
        #expect(found.map(\.year) == [2024, 2020, 2021])
        #expect(found.map(\.source) == ["epa_equivalencies", "derived", "epa_equivalencies"])
        // 39.3 t are 100,000 miles.
        #expect(try #require(found.first).amount(emitting: 39.3) == 100_000)
    }

    @Test("every scenario has them, that of a planner's own sites too")
    func scenarios() throws {
        let all = try catalogue().equivalences
        #expect(try draft().equivalences == all)
        let own = try draft(
            ["sites": "{from: own.csv}"],
            files: ["own.csv": "\(siteHeader)\nx,X,FR,48,2,50,60\n"])
        #expect(own.equivalences == all)
    }

    @Test("a row that is gone, or whose figure is of something else, is an error at its place")
    func wrong() throws {
        let gone = try problems("flight_new_york_frankfurt,", "flight_new_york_hamburg,")
        #expect(
            gone == [
                "equivalences.csv:2:1: error: the table has no row 'flight_new_york_frankfurt'"
            ])
        let other = try problems("0.393,kg_co2e_per_mile", "0.393,kg_co2e_per_km")
        #expect(other.count == 1)
        #expect(
            other.first?.hasSuffix(
                "error: unit must be 'kg_co2e_per_mile', not 'kg_co2e_per_km'") == true)
        let zero = try problems(",0.393,", ",0,")
        #expect(zero.first?.contains("value must be greater than 0") == true)
    }
}
