import Foundation
import Testing

@Suite("Exit status")
struct ExitStatusTests {
    @Test("a plan exits with 0 and says nothing on stderr")
    func plan() throws {
        let run = try Draft.run("place")
        #expect(run.status == 0)
        #expect(run.stdout.contains("Optimal under cheapest"))
        #expect(run.stderr.isEmpty)
    }

    @Test(
        "a scenario that can't be met exits with 1 and still writes JSON that says why",
        arguments: [
            ("reach", "unreachable_market"), ("capacity", "capacity_short"),
            ("limit", "limit_too_tight"),
        ])
    func infeasible(_ word: String, _ kind: String) throws {
        let run = try Draft.run(
            "place", "--format", "json", changes: Draft.impossible[word] ?? [:])
        #expect(run.status == 1)
        let plan = try run.json()
        #expect(plan["status"] as? String == "infeasible")
        #expect(plan["objective"] is NSNull)
        #expect(plan["totals"] is NSNull)
        let diagnosis = try #require(plan["diagnosis"] as? [String: Any])
        let findings = try #require(diagnosis["findings"] as? [[String: Any]])
        #expect(findings.first?["kind"] as? String == kind)
        #expect(findings.first?["file"] as? String == "plan.yaml")
    }

    @Test("a market out of reach is named with the round trip to the nearest site")
    func reach() throws {
        let run = try Draft.run("place", changes: Draft.impossible["reach"] ?? [:])
        #expect(run.status == 1)
        let text = run.stdout.split(separator: "\n").map { $0.drop { $0 == " " } }
            .joined(separator: " ")
        #expect(text.contains("no site reaches London (GB) within max_rtt_ms 20"))
        #expect(text.contains(/the nearest allowed, Keflavík, is [0-9.]+ ms away/))
        #expect(text.contains("raise max_rtt_ms to"))
    }

    @Test("capacity below demand is said in MW")
    func capacity() throws {
        let run = try Draft.run("place", changes: Draft.impossible["capacity"] ?? [:])
        #expect(run.status == 1)
        #expect(run.stdout.contains(/[0-9.]+ MW of IT power is short/))
    }

    @Test("a limit out of reach is said with the least that would do")
    func limit() throws {
        let run = try Draft.run("place", changes: Draft.impossible["limit"] ?? [:])
        #expect(run.status == 1)
        #expect(run.stdout.contains("raise emissions_t_per_year to at least"))
    }

    @Test("a solve that is stopped exits as its JSON says")
    func stopped() throws {
        let run = try Program.run([
            "place", "--policy", "nearest", "--time-limit", "0.001", "--format", "json",
        ])
        let statuses: [Int32: String] = [0: "optimal", 2: "feasible", 3: "stopped"]
        let status = try #require(statuses[run.status])
        #expect(try run.json()["status"] as? String == status)
    }

    @Test(
        "a wrong use exits with 64, says what is wrong, and leaves stdout empty",
        arguments: [
            (["place", "plan.yaml", "--policy", "cheepest"], "did you mean 'cheapest'?"),
            (["place", "plan.yaml", "--policy", ""], "no policy ''"),
            (["place", "plan.yaml", "--polcy", "cheapest"], "Did you mean '--policy'?"),
            (["place", "plan.yaml", "--format", "xml"], "table, json, csv (one row a site;"),
            (["place", "plan.yaml", "--policy", "x"], "See 'sitewise place --help'"),
            (["place", "wrold"], "did you mean 'world'?"),
            (["sites", "show", "atlantis"], "See 'sitewise sites show --help'"),
            (["place", "plan.yaml", "more"], "Unexpected argument 'more'"),
            (["place", "plan.yaml", "--time-limit", "0"], "--time-limit must be a positive"),
            (["place", "plan.yaml", "--time-limit", "nan"], "--time-limit must be a positive"),
            (["place", "plan.yaml", "--gap", "1"], "--gap must lie between 0 and 1"),
            (
                ["place", "wrld"],
                "bitcoin, bitcoin_as_mined, bloom, jurisdictions, plan_2030, water, world"
            ),
            (["plaec"], "Unexpected argument 'plaec'"),
            (["check", "plan.yaml", "--policy", "greenst"], "did you mean 'greenest'?"),
            (["export", "plan.yaml", "--format", "xml"], "'mps' and 'lp'"),
            (["export", "plan.yaml", "--stage", "2"], "has stages 1 to 1, not 2"),
            (["export", "plan.yaml", "--stage", "0"], "has stages 1 to 1, not 0"),
            (["bench", "plan.yaml", "--runs", "0"], "--runs must be 1 to 100"),
            (["sites", "--country", "ISL"], "unknown country 'ISL'"),
            (["sites", "--near", "91,0"], "'91,0' is invalid"),
            (
                ["compare", "plan.yaml", "--baselines", "nearest_sit"],
                "did you mean 'nearest_site'?"
            ),
            (["compare", "plan.yaml", "--baselines", "status_quo"], "of your own is a policy"),
            (["frontier", "plan.yaml", "--y", "emisions"], "  - largest_water_by_country"),
            (["sites", "--within", "5"], "--within needs --near"),
            (["sites", "--setting", "hydr"], "did you mean 'hydro'?"),
            (["sites", "show", "keflavick"], "did you mean 'keflavik'?"),
        ])
    func usage(_ arguments: [String], _ message: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(arguments, in: folder)
            #expect(run.status == 64)
            #expect(run.stderr.contains(message))
            #expect(run.stdout.isEmpty)
        }
    }

    @Test(
        "bad input exits with 65 and points at its place",
        arguments: ["place", "check", "export", "bench"])
    func badInput(_ command: String) throws {
        let run = try Draft.run(command, changes: ["markets": "{from: markets.csv, tpo: 5}"])
        #expect(run.status == 65)
        #expect(run.stdout.isEmpty)
        let lines = run.stderr.split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(3) == [
                "plan.yaml:4:30: error: unknown key 'tpo'",
                "    4 | markets: {from: markets.csv, tpo: 5}",
                "      |                              ^~~",
            ])
    }

    @Test(
        "output that can't be written is refused before the scenario is looked into",
        arguments: [
            ["place"], ["compare"], ["frontier"], ["stress"], ["report"], ["alternatives"],
            ["explain", "--site", "keflavik"],
        ])
    func outputFirst(_ command: [String]) throws {
        try withFolder(Draft.files()) { folder in
            let arguments = [command[0], "gone.yaml"] + command.dropFirst()
            for path in ["nowhere/out.json", "plan.yaml/out.json"] {
                let run = try Program.run(arguments + ["-o", path], in: folder)
                #expect(run.status == 74, "\(run.stderr)")
                #expect(run.stderr.hasPrefix("error: can't write \(path): "))
            }
            #expect(try Program.run(arguments + ["-o", "out.json"], in: folder).status == 65)
        }
    }

    @Test(
        "output that can't be written exits with 74 and leaves nothing behind",
        arguments: ["nowhere/out.json", "plan.yaml/out.json", ".", "/dev/null/out.json"])
    func output(_ path: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(
                ["place", "plan.yaml", "--format", "json", "-o", path], in: folder)
            #expect(run.status == 74)
            #expect(run.stderr.hasPrefix("error: can't write \(path): "))
            #expect(run.stdout.isEmpty)
            #expect(try names(in: folder) == Draft.files().keys.sorted())
        }
    }

    @Test(
        "a full disk under stdout exits with 74",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func full() throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(["place", "plan.yaml"], in: folder, stdout: "/dev/full")
            #expect(run.status == 74)
            #expect(run.stderr.hasPrefix("error: can't write standard output: "))
        }
    }
}
