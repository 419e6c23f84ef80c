import Siting
import SitingFiles
import Testing

@Suite("Scenario warnings")
struct ScenarioWarningTests {
    @Test("sites with subsidised tariffs are left out by name")
    func cheap() throws {
        let loaded = try load(Draft.text(["sites": "{where: {id: [tehran, ashgabat, dublin]}}"]))
        #expect(
            loaded.scenario.warnings == [
                "2 sites in IR, TM left out (ashgabat, tehran): price below 15 USD/MWh"
                    + " (min_price_usd_per_mwh)"
            ])
        #expect(loaded.warnings.map(\.message) == loaded.scenario.warnings)
    }

    @Test("a figure that counts as nothing is stated with what it touches")
    func coverage() throws {
        let found = try problems(["sites": "{where: {id: [quincy, aws_eu_north_1]}}"])
        #expect(
            found == [
                "s.yaml:3:1: warning: grid_water_l_per_kwh is unknown for 1 of 2 sites and counts"
                    + " as nothing in water"
            ])
    }

    @Test(
        "a policy that judges by a figure that counts as nothing is refused",
        arguments: [
            ("water", "", "water", "1 site has no grid_water_l_per_kwh: quincy", "grid_water"),
            (
                "emissions", "{carbon: report}", "emissions",
                "1 site has no carbon_g_per_kwh: punta_arenas", "carbon"
            ),
            (
                "{cost: 1}", "{price: report}", "cost",
                "1 site has no price_usd_per_mwh: aws_ap_east_1", "price"
            ),
        ])
    func refused(
        _ objective: String, _ missing: String, _ measure: String, _ sites: String, _ field: String
    ) throws {
        let ids = ["water": "quincy", "emissions": "punta_arenas", "cost": "aws_ap_east_1"]
        var changes = [
            "sites": "{where: {id: [aws_eu_north_1, \(ids[measure] ?? "")]},"
                + " assume: {price_usd_per_mwh: 50}}",
            "policies": "{p: {minimise: \(objective)}, q: {minimise: rtt}}",
        ]
        if !missing.isEmpty { changes["missing"] = missing }
        let errors = try problems(changes).filter { $0.contains(": error: ") }
        #expect(
            errors == [
                "s.yaml:7:12: error: the policy 'p' judges by \(measure), and \(sites)"
                    + " | let missing.\(field) be exclude, or assume a value"
            ])
    }

    @Test("with a price of carbon, cost is judged by carbon, too")
    func carbonPrice() throws {
        let changes = [
            "sites":
                "{where: {id: [aws_eu_north_1, punta_arenas]}, assume: {price_usd_per_mwh: 50}}",
            "missing": "{carbon: report}",
        ]
        let free = try problems(changes)
        #expect(free.allSatisfy { $0.contains(": warning: ") })
        let priced = try problems(changes.merging(["prices": "{carbon_usd_per_t: 50}"]) { $1 })
        #expect(
            priced.contains { $0.hasPrefix("s.yaml:7:12: error: the policy 'cheapest' judges") })
    }

    @Test("a cap that all members together cannot fill is pointed out")
    func share() throws {
        let found = try problems(["rules": "{r: {share: {of: country, max: 30%}}}"])
        #expect(
            found == [
                "s.yaml:8:20: warning: the share cannot be kept: 3 times 0.3 is less than the whole"
                    + " (of: country)"
            ])
        #expect(try problems(["rules": "{r: {share: {of: country, max: 34%}}}"]).isEmpty)
        let zones = try problems(["rules": "{r: {share: {of: grid_zone, max: 30%}}}"])
        #expect(zones.map { $0.hasSuffix("less than the whole (of: grid_zone)") } == [true])
    }

    @Test("a cap on groups that no site belongs to is pointed out, and one site outside lifts it")
    func shareOfNone() throws {
        func found(_ zones: [String], _ rule: String) throws -> [String] {
            let rows = zip(["a", "b"], zones).map { "\($0),S,FR,45,2,50,60,1,\($1)\n" }
            return try problems(
                ["sites": "{from: own.csv}", "rules": "{r: {share: \(rule)}}"],
                files: [
                    "own.csv": "\(siteHeader),grid_water_l_per_kwh,grid_zone\n\(rows.joined())"
                ])
        }
        #expect(
            try found(["", ""], "{of: grid_zone, max: 10%}") == [
                "s.yaml:8:20: warning: the share limits nothing: no site states its grid_zone"
            ])
        #expect(try found(["fr", ""], "{of: grid_zone, max: 10%}").isEmpty)
    }

    @Test("a job that its window is too short for, or of another year, is pointed out")
    func jobs() throws {
        let found = try problems([
            "jobs": "{j: {it_mwh: 1000, peak_mw: 1, start: 2025-01-01, end: 2025-01-10}}"
        ])
        #expect(
            found == [
                "s.yaml:6:8: warning: the job 'j' cannot be done: its window needs at least"
                    + " 4.167 MW, and peak_mw is 1",
                "s.yaml:6:8: warning: the job 'j' runs outside the year of the plan, 2026, which"
                    + " counts its energy all the same",
            ])
    }

    @Test("a setting of a site that is left out, and a rule that selects no site, do nothing")
    func useless() throws {
        let found = try problems([
            "sites": "{where: {id: aws_eu_north_1}, set: {dublin: {limit_mw: 3}}}",
            "rules": "{r: {closed: {sites: US}}}",
        ])
        #expect(
            found == [
                "s.yaml:3:44: warning: the figures of 'dublin' have no effect:"
                    + " the site is left out",
                "s.yaml:8:29: warning: rules.r.closed.sites selects none of the sites",
            ])
    }
}
