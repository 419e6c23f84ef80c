import Foundation
import Testing

@Suite("What rules cost, from the command line")
struct RuleCostTests {
    /// A share rule that makes all three sites carry work, and one that never binds.
    private static let spread = [
        "rules": "{spread: {share: {of: site, max: 40%}}, loose: {share: {of: site, max: 100%}}}",
        "policies": "{p: {minimise: cost, rules: [spread, loose]}}",
    ]

    private func rows(_ run: Outcome) throws -> [[String: Any]] {
        try #require(try run.json()["rule_costs"] as? [[String: Any]])
    }

    @Test("place says what each rule costs, in every format but CSV")
    func formats() throws {
        let rows = try rows(try Draft.run("place", "--format", "json", changes: Self.spread))
        #expect(rows.map { $0["rule"] as? String } == ["spread", "loose"])
        #expect(rows.map { $0["status"] as? String } == ["optimal", "optimal"])
        #expect(try #require(rows[0]["cost_usd_per_year"] as? Double) > 0)
        #expect(rows[1]["cost_usd_per_year"] as? Double == 0)
        let table = try Draft.run("place", changes: Self.spread)
        #expect(table.stdout.contains("\nWhat each rule costs\n"))
        #expect(table.stdout.contains("\n  loose makes no difference to cost\n"))
        let markdown = try Draft.run("place", "--format", "markdown", changes: Self.spread)
        #expect(markdown.stdout.contains("\n## What each rule costs\n"))
        let csv = try Draft.run("place", "--format", "csv", changes: Self.spread)
        #expect(!csv.stdout.contains("rule"))
    }

    @Test("--no-rule-costs leaves them out and changes nothing else")
    func leftOut() throws {
        let full = try Draft.run("place", "--format", "json", changes: Self.spread).json()
        var bare = try Draft.run(
            "place", "--format", "json", "--no-rule-costs", changes: Self.spread
        ).json()
        #expect((bare["rule_costs"] as? [Any])?.isEmpty == true)
        bare["rule_costs"] = full["rule_costs"]
        #expect(NSDictionary(dictionary: bare) == NSDictionary(dictionary: full))
        let without = try Draft.run("place", "--format", "json")
        #expect(try rows(without).isEmpty)
    }

    @Test("what makes a plan impossible is named where one rule is enough")
    func impossible() throws {
        let run = try Draft.run(
            "place",
            changes: [
                "rules": "{shut: {closed: {sites: WORLD}}}",
                "policies": "{p: {minimise: cost, rules: shut}}",
            ])
        #expect(run.status == 1)
        #expect(run.stdout.contains("\nWithout one rule\n  without shut there is a plan\n"))
    }

    @Test("a limit of time bounds the plan and its rules together")
    func timeLimit() throws {
        let run = try Program.run([
            "place", "--policy", "nearest", "--time-limit", "0.001", "--format", "json",
        ])
        let plan = try run.json()
        let statuses = Set(try rows(run).compactMap { $0["status"] as? String })
        let allowed: Set = ["not_computed", "stopped", "feasible", "optimal"]
        #expect(!statuses.isEmpty && statuses.isSubset(of: allowed))
        if plan["status"] as? String != "optimal" { #expect(statuses == ["not_computed"]) }
    }

    @Test("the help says what they take, and how to leave them out")
    func help() throws {
        let help = try Program.run(["place", "--help"]).stdout
        #expect(help.contains("--no-rule-costs"))
        #expect(help.contains("one more solve a rule"))
    }
}
