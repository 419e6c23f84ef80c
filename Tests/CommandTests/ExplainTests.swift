import Foundation
import Testing

@Suite("explain and alternatives, from the command line")
struct ExplainCommandTests {
    @Test("a site is explained in every format")
    func formats() throws {
        let table = try Draft.run("explain", "--site", "keflavik")
        #expect(table.status == 0)
        #expect(table.stdout.contains("\nKeflavík (keflavik, IS)\nThe plan has "))
        #expect(table.stdout.contains("What would push it out, all else unchanged:"))
        let markdown = try Draft.run("explain", "--site", "guian", "--format", "markdown")
        #expect(markdown.stdout.contains("\n## 貴安 (guian, CN)\n"))
        #expect(markdown.stdout.contains("What would bring it in, all else unchanged:"))
        let json = try Draft.run("explain", "--site", "keflavik", "--format", "json").json()
        #expect(json["format"] as? String == "sitewise-explain/1")
        let site = try #require(json["site"] as? [String: Any])
        #expect(site["is_used"] as? Bool == true)
        #expect(json["work"] is NSNull && json["rule"] is NSNull)
    }

    @Test("a market, a job and a limit are explained, with the stage that is meant")
    func others() throws {
        let market = try Draft.run("explain", "--market", "london", "--service", "chat")
        #expect(market.stdout.contains("\nchat for London\n"))
        let job = try Draft.run("explain", "--job", "llm", "--policy", "greenest")
        #expect(job.stdout.contains("belong to the last stage, cost, with emissions held"))
        let limit = try Draft.run(
            "explain", "--rule", "mean_rtt_ms",
            changes: ["policies": "{p: {minimise: cost, limits: {mean_rtt_ms: 100}}}"])
        #expect(limit.stdout.contains("Where its price holds, from 100 ms as it is:"))
    }

    @Test(
        "what is not in the scenario is a usage error that names what is",
        arguments: [
            (["--site", "keflavic"], "did you mean 'keflavik'?"),
            (["--market", "paris"], "it has: london, hong_kong"),
            (["--job", "gpt"], "it has: llm"),
            (["--rule", "eu_data"], "in policy 'cheapest'; it has none"),
            (["--site", "guian", "--job", "llm"], "give one of"),
            ([], "give one of"),
            (["--service", "chat", "--site", "guian"], "--service goes with --market"),
        ] as [([String], String)])
    func unknown(_ options: [String], _ words: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(["explain", "plan.yaml"] + options, in: folder)
            #expect(run.status == 64)
            #expect(run.stderr.contains(words), "\(run.stderr)")
        }
    }

    @Test("alternatives keep to the tolerance and say which sites all of them need")
    func alternatives() throws {
        let run = try Draft.run("alternatives", "--within", "5%", "--count", "2")
        #expect(run.status == 0)
        #expect(run.stdout.contains("Alternatives may come to 5 % of "))
        #expect(run.stdout.contains("\nMust have\n"))
        let json = try Draft.run(
            "alternatives", "--within", "0.05", "--count", "2", "--format", "json"
        ).json()
        let limit = try #require(json["limit"] as? Double)
        let plans = try #require(json["alternatives"] as? [[String: Any]])
        for plan in plans {
            let value = try #require(plan["objective"] as? Double)
            #expect(value <= limit * (1 + 1e-9))
        }
        for within in ["0%", "-1%", "two", "200%"] {
            let bad = try Draft.run("alternatives", "--within", within)
            #expect(bad.status == 64)
        }
    }

    @Test(
        "without a plan there is nothing to explain but why",
        arguments: ["explain", "alternatives"])
    func impossible(_ command: String) throws {
        let changes = try #require(Draft.impossible["capacity"])
        let options = command == "explain" ? ["--site", "keflavik"] : []
        try withFolder(Draft.files(changes)) { folder in
            let run = try Program.run([command, "plan.yaml"] + options, in: folder)
            #expect(run.status == 1)
            #expect(run.stdout.contains("What stands in the way"))
            let json = try Program.run(
                [command, "plan.yaml", "--format", "json"] + options, in: folder)
            #expect(json.status == 1)
            #expect(try json.json()["status"] as? String == "infeasible")
        }
    }
}
