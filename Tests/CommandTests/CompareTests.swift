import Foundation
import Testing

@Suite("Policies side by side, from the command line")
struct CompareTests {
    private func columns(_ run: Outcome) throws -> [[String: Any]] {
        try #require(try run.json()["columns"] as? [[String: Any]])
    }

    @Test("compare takes all policies, the first as the baseline, in every format")
    func formats() throws {
        let json = try Draft.run("compare", "--format", "json", "--baselines", "all")
        #expect(json.status == 0, "\(json.stderr)")
        let columns = try columns(json)
        let names = ["cheapest", "greenest", "weighted_score", "greedy_carbon", "nearest_site"]
        #expect(columns.map { $0["name"] as? String } == names)
        #expect(columns.allSatisfy { $0["plan"] is NSNull })
        #expect(try json.json()["baseline"] as? String == "cheapest")
        let table = try Draft.run("compare", "--baselines", "nearest_site")
        #expect(
            table.stdout.hasPrefix("Draft (plan.yaml)\n2 policies and 1 baseline compared with"))
        #expect(table.stdout.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
        let csv = try Draft.run("compare", "--format", "csv")
        #expect(csv.stdout.split(separator: "\n").count == 3)
        let markdown = try Draft.run("compare", "--format", "markdown")
        #expect(markdown.stdout.contains("\n## Regret under greenest: emissions, then cost\n"))
    }

    @Test("--policies and --baseline choose what is compared with what")
    func choice() throws {
        let run = try Draft.run(
            "compare", "--format", "json", "--policies", "greenest,cheapest", "--baseline",
            "cheapest")
        #expect(try columns(run).map { $0["name"] as? String } == ["greenest", "cheapest"])
        #expect(try run.json()["baseline"] as? String == "cheapest")
        let method = try Draft.run(
            "compare", "--baselines", "nearest_site", "--baseline", "nearest_site")
        #expect(method.stdout.contains("\nDifferences from nearest_site\n"))
    }

    @Test("--plans holds the plan that place prints, and --rules what each rule costs")
    func plans() throws {
        let changes = [
            "rules": "{spread: {share: {of: site, max: 40%}}}",
            "policies": "{p: {minimise: cost, rules: spread}, q: {minimise: cost}}",
        ]
        let run = try Draft.run(
            "compare", "--format", "json", "--plans", "--rules", changes: changes)
        let placed = try Draft.run("place", "--format", "json", changes: changes).json()
        let first = try #require(try columns(run).first)
        let plan = try #require(first["plan"] as? [String: Any])
        #expect(NSDictionary(dictionary: plan) == NSDictionary(dictionary: placed))
        #expect((first["rule_costs"] as? [Any])?.count == 1)
        let regrets = try #require(try run.json()["regrets"] as? [[String: Any]])
        #expect(regrets.map { $0["allowed"] as? Bool } == [true, false])
    }

    @Test("an infeasible policy is a column with its first finding, and a failure only if all are")
    func infeasible() throws {
        let shut = "p: {minimise: cost, limits: {emissions_t_per_year: 10}}"
        let some = try Draft.run(
            "compare", changes: ["policies": "{\(shut), q: {minimise: cost}}"])
        #expect(some.status == 0)
        #expect(
            some.stdout.contains("\nWithout a plan\n  p is infeasible: emissions can't fall below"))
        let all = try Draft.run(
            "compare", "--baselines", "all", changes: ["policies": "{\(shut)}"])
        #expect(all.status == 1)
        #expect(all.stdout.contains("infeasible"))
    }

    @Test(
        "what is not there is a mistake of usage, with what there is",
        arguments: [
            (["--policies", "cheepest"], "did you mean 'cheapest'"),
            (["--policies", "cheapest,cheapest"], "names 'cheapest' twice"),
            (["--policies", "cheapest,"], "empty name"),
            (["--baseline", "fastest"], "none of those compared: cheapest, greenest"),
            (["--baselines", "nearest_sight"], "did you mean 'nearest_site'"),
            (["--score-weights", "1,2"], "three numbers"),
            (["--score-weights", "0,0,0"], "three numbers"),
            (["--plans"], "--plans needs --format json"),
        ])
    func usage(_ options: [String], _ message: String) throws {
        let run = try withFolder(Draft.files()) { folder in
            try Program.run(["compare", "plan.yaml"] + options, in: folder)
        }
        #expect(run.status == 64)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains(message), "\(run.stderr)")
    }
}
