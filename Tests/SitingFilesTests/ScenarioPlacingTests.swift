import Siting
import SitingFiles
import Testing

@Suite("Rules that place work")
struct ScenarioPlacingTests {
    private static let sites = """
        {where: {id: [aws_eu_north_1, aws_us_east_1]}, set: {aws_eu_north_1: {supply: {
        dam: {kind: direct_line, mw: 9, usd_per_mwh: 30, fuel: hydro},
        tide: {kind: direct_line, mw: 9, usd_per_mwh: 30, g_per_kwh: 20}}}}}
        """

    private func content(_ rule: String) throws -> Rule.Content? {
        try draft(["sites": Self.sites, "rules": "{r: {\(rule)}}"]).rules.first?.content
    }

    @Test("each of the three is read")
    func contents() throws {
        #expect(try content("near_users: true") == .nearUsers)
        #expect(
            try content("training_supply: {fuels: [hydro, tide, hydropower]}")
                == .trainingSupply(fuels: ["hydro", "tide", "hydropower"]))
        #expect(
            try content("placement: {shares: {aws_eu_north_1: 20%, aws_us_east_1: 0.8}}")
                == .placement(shares: ["aws_eu_north_1": 0.2, "aws_us_east_1": 0.8]))
    }

    @Test("a supply knows its fuel, which is its name where none is stated")
    func fuels() throws {
        let site = try draft(["sites": Self.sites]).sites.first { $0.id == "aws_eu_north_1" }
        #expect(site?.supplies.map(\.fuel) == ["hydro", "tide"])
    }

    @Test("shares that miss the whole by rounding alone are brought to it")
    func rounding() throws {
        let shares = "{aws_eu_north_1: 0.3333333, aws_us_east_1: 0.6666666}"
        guard case .placement(let read) = try content("placement: {shares: \(shares)}") else {
            Issue.record("no placement")
            return
        }
        #expect(abs(read.values.reduce(0, +) - 1) < 1e-15)
    }

    @Test(
        "one slip is one error at its place",
        arguments: [
            Slip(
                "rules", "{r: {near_users: false}}",
                "s.yaml:8:25: error: near_users must be true, not 'false'"
                    + " | leave the rule out instead"),
            Slip(
                "rules", "{r: {training_supply: {fuels: hidro}}}",
                "s.yaml:8:38: error: unknown fuel 'hidro' | did you mean 'hydro'?"),
            Slip(
                "rules", "{r: {training_supply: {}}}",
                "s.yaml:8:30: error: missing key 'fuels' in rules.r.training_supply"),
            Slip(
                "rules", "{r: {training_supply: {fuels: hydro}}}",
                "s.yaml:8:38: warning: no site has a direct_line on hydro, so no training can run"
                    + " under this rule"),
            Slip(
                "rules", "{r: {placement: {shares: {aws_eu_nort_1: 1}}}}",
                "s.yaml:8:34: error: unknown site 'aws_eu_nort_1'"
                    + " | did you mean 'aws_eu_north_1'?"),
            Slip(
                "rules", "{r: {placement: {shares: {dallas: 100%}}}}",
                "s.yaml:8:34: error: the site 'dallas' is left out of the scenario and cannot have"
                    + " a share of the work"),
            Slip(
                "rules", "{r: {placement: {shares: {aws_eu_north_1: 0.5, aws_us_east_1: 40%}}}}",
                "s.yaml:8:33: error: shares must add up to 100%, not 90%"),
            Slip(
                "rules", "{r: {placement: {shares: {aws_eu_north_1: -0.5}}}}",
                "s.yaml:8:50: error: aws_eu_north_1 must lie between 0 and 1, not '-0.5'"),
        ])
    func slips(_ slip: Slip) throws {
        #expect(try problems([slip.section: slip.text]) == [slip.expected])
    }

    @Test("a policy holds one placement at most")
    func placements() throws {
        let found = try problems([
            "rules": """
            {a: {placement: {shares: {aws_eu_north_1: 1}}},
              b: {placement: {shares: {aws_us_east_1: 1}}}}
            """,
            "policies": "{p: {minimise: cost, rules: [a, b]}, q: {minimise: cost, rules: a}}",
        ])
        #expect(
            found == [
                "s.yaml:7:12: error: the policy 'p' holds more than one placement: a, b"
                    + " | give each a policy of its own"
            ])
    }
}
