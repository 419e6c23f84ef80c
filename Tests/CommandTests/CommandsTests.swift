import Foundation
import Testing

@Suite("Check, export, bench and help")
struct CommandsTests {
    @Test("check says what a scenario holds and how each policy looks")
    func check() throws {
        let run = try Draft.run("check")
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        #expect(run.stdout.hasPrefix("Draft: no mistakes found.\n3 sites at 3 positions"))
        #expect(run.stdout.contains("cheapest: 6 pairs of market and site allowed."))
        #expect(run.stdout.contains("greenest: 6 pairs of market and site allowed."))
        let one = try Draft.run("check", "--policy", "greenest")
        #expect(!one.stdout.contains("cheapest:"))
    }

    @Test("check exits with 1 where a market is out of reach, without solving")
    func checkReach() throws {
        let run = try Draft.run("check", changes: Draft.impossible["reach"] ?? [:])
        #expect(run.status == 1)
        #expect(run.stdout.contains("no site reaches London (GB) within max_rtt_ms 20"))
    }

    @Test("check finds a job too large for its window")
    func checkJob() throws {
        let run = try Draft.run(
            "check",
            changes: [
                "jobs": "{llm: {it_mwh: 1000, peak_mw: 2, start: 2026-02-01, end: 2026-02-01}}"
            ])
        #expect(run.status == 1)
        #expect(run.stdout.contains("llm needs 41.67 MW on average over its window"))
    }

    @Test("check reports all mistakes of all files at once")
    func checkAll() throws {
        let run = try Draft.run(
            "check", changes: ["sites": "{from: sites.csv, asume: {}}", "jobs": "3"],
            tables: ["markets.csv": "id,name\nx,X\n"])
        #expect(run.status == 65)
        for place in ["plan.yaml:3:26:", "plan.yaml:6:7:", "markets.csv:1:1:"] {
            #expect(run.stderr.contains("\(place) error: "))
        }
    }

    @Test("an export is free MPS, or LP by option or by the file's ending")
    func export() throws {
        let mps = try Draft.run("export")
        #expect(mps.status == 0)
        let lines = mps.stdout.split(separator: "\n").filter { !$0.hasPrefix("*") }
        let first = try #require(lines.first)
        #expect(first.hasPrefix("NAME "))
        #expect(first.hasSuffix(" FREE"))
        #expect(lines.last == "ENDATA")
        #expect(!mps.stdout.contains("["))

        let lp = try Draft.run("export", "--format", "lp")
        #expect(lp.stdout.contains("Minimize"))
        #expect(lp.stdout.hasSuffix("End\n"))
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(["export", "plan.yaml", "-o", "plan.lp"], in: folder)
            #expect(run.status == 0)
            let text = try String(contentsOfFile: "\(folder)/plan.lp", encoding: .utf8)
            #expect(text == lp.stdout)
        }
    }

    private static let glpsol = "/usr/bin/glpsol"

    @Test(
        "another solver finds the plan's objective in the export",
        .enabled(if: FileManager.default.isExecutableFile(atPath: glpsol)),
        arguments: [("cheapest", 1, "mps"), ("greenest", 1, "mps"), ("greenest", 2, "lp")])
    func solved(_ policy: String, _ stage: Int, _ format: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(
                ["place", "plan.yaml", "--policy", policy, "--format", "json"], in: folder)
            let stages = try #require(try run.json()["stages"] as? [[String: Any]])
            let value = try #require(stages[stage - 1]["value"] as? Double)
            let export = try Program.run(
                [
                    "export", "plan.yaml", "--policy", policy, "--stage", "\(stage)",
                    "--format", format, "-o", "model",
                ], in: folder)
            #expect(export.status == 0)
            let reader = format == "mps" ? "--freemps" : "--lp"
            _ = try Program.run(
                [reader, "model", "-w", "answer"], in: folder, program: Self.glpsol)
            let answer = try String(contentsOfFile: "\(folder)/answer", encoding: .utf8)
            let line = try #require(answer.split(separator: "\n").first { $0.hasPrefix("s bas") })
            let found = try #require(line.split(separator: " ").last.flatMap { Double($0) })
            #expect(abs(found - value) <= 1e-7 * max(1, abs(value)))
        }
    }

    @Test("bench times every part")
    func bench() throws {
        let run = try Draft.run("bench", "--runs", "1")
        #expect(run.status == 0)
        for part in ["build a program", "load catalogue", "formulate cheapest", "place cheapest"] {
            #expect(run.stdout.contains("\n\(part)"))
        }
    }

    @Test("bench policies sets each figure beside a single plan")
    func benchPolicies() throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(
                ["bench", "policies", "plan.yaml", "--runs", "1"], in: folder)
            #expect(run.status == 0)
            for part in ["place cheapest", "compare these", "frontier of", "diagnose cheapest"] {
                #expect(run.stdout.contains("\n\(part)"))
            }
        }
    }

    @Test(
        "the help of every command says what it is for and how it is used",
        arguments: [
            "place", "compare", "explain", "alternatives", "frontier", "stress", "check", "sites",
            "sites list", "sites show", "export", "bench", "bench parts",
            "bench policies", "bench peers", "bench growth", "",
        ])
    func help(_ command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let run = try Program.run(words + ["--help"])
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        #expect(run.stdout.contains("OVERVIEW: "))
        #expect(run.stdout.contains("USAGE: sitewise"))
        if command != "sites list" {
            #expect(run.stdout.contains("EXAMPLES\n"))
        }
    }

    @Test("every command of the help exists")
    func commands() throws {
        let run = try Program.run(["--help"])
        let tail = run.stdout.split(separator: "SUBCOMMANDS:\n").last ?? ""
        let commands = tail.split(separator: "\n").compactMap { $0.wholeMatch(of: #/  (\w+)  .*/#) }
        #expect(commands.count >= 5)
        for command in commands {
            let help = try Program.run([String(command.output.1), "--help"])
            #expect(help.status == 0)
        }
    }

    @Test("--version is a version")
    func version() throws {
        let run = try Program.run(["--version"])
        #expect(run.status == 0)
        #expect(run.stdout.contains(/^\d+\.\d+\.\d+\n$/))
    }
}
