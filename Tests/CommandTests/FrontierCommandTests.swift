import Foundation
import Testing

@Suite("Trade-off curves from the command line")
struct FrontierCommandTests {
    // Keflavík is both the cheapest and the cleanest, but far from Hong Kong: time is what trades.

    @Test("frontier prints a curve in every format, complete and with rising rates")
    func formats() throws {
        let table = try Draft.run("frontier", "--y", "rtt")
        #expect(table.status == 0)
        #expect(table.stdout.contains("\nComplete under cheapest: "))
        #expect(table.stdout.contains("\nPoints\n"))
        let json = try Draft.run("frontier", "--y", "rtt", "--format", "json").json()
        let points = try #require(json["points"] as? [[String: Any]])
        let rates = points.compactMap { $0["rate_from"] as? Double }
        #expect(points.count > 1)
        #expect(rates.count == points.count && rates == rates.sorted() && rates[0] == 0)
        let csv = try Draft.run("frontier", "--y", "rtt", "--format", "csv").stdout
            .split(separator: "\n")
        #expect(csv.count == points.count + 1)
        let markdown = try Draft.run("frontier", "--y", "rtt", "--format", "markdown").stdout
        #expect(markdown.contains("\n## Points\n"))
    }

    @Test("a file's ending tells the format, and --plan writes the plan of a point")
    func plan() throws {
        try withFolder(Draft.files()) { folder in
            let curve = try Program.run(
                ["frontier", "plan.yaml", "--y", "rtt", "-o", "curve.json"], in: folder)
            #expect(curve.status == 0)
            let run = try Program.run(
                ["frontier", "plan.yaml", "--y", "rtt", "--plan", "2", "--format", "json"],
                in: folder)
            let totals = try #require(try run.json()["totals"] as? [String: Any])
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/curve.json"))
            let value = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let points = try #require(value?["points"] as? [[String: Any]])
            let x = try #require(points[1]["x"] as? Double)
            let cost = try #require(totals["cost_usd_per_year"] as? Double)
            #expect(abs(cost - x) <= 1e-7 * x)
        }
    }

    @Test("--z makes it a surface in every format, and --plan writes the plan of a point")
    func surface() throws {
        let options = ["--y", "rtt", "--z", "water"]
        try withFolder(Draft.files()) { folder in
            func run(_ more: String...) throws -> Outcome {
                try Program.run(["frontier", "plan.yaml"] + options + more, in: folder)
            }
            let json = try run("--format", "json").json()
            #expect(json["format"] as? String == "sitewise-surface/1")
            let points = try #require(json["points"] as? [[String: Any]])
            #expect(points.count > 1)
            #expect((json["gap"] as? Double).map { $0 <= 0.01 } == true)
            let table = try run()
            #expect(table.status == 0)
            #expect(table.stdout.contains("\nEnds\n  Least cost: point 1 with "))
            let csv = try run("--format", "csv").stdout.split(separator: "\n")
            #expect(csv.count == points.count + 1)
            #expect(try run("--format", "markdown").stdout.contains("\n## Points\n"))
            let plan = try run("--plan", "2", "--format", "json").json()
            let totals = try #require(plan["totals"] as? [String: Any])
            let time = try #require(totals["mean_rtt_ms"] as? Double)
            let own = try #require(points[1]["y"] as? Double)
            #expect(abs(time - own) <= 1e-6 * own)
        }
    }

    @Test(
        "mistakes in what is asked for are told",
        arguments: [
            (["--x", "cost", "--y", "cost"], "--x and --y must be two measures"),
            (["--y", "speed"], "'speed'"),
            (["--within", "120%"], "--within must be at least 0% and below 100%"),
            (["--limit-points", "1"], "--limit-points must be at least 2"),
            (["--z", "rtt", "--limit-points", "2"], "--limit-points must be at least 3"),
            (["--z", "cost"], "--z must be another measure"),
            (["--z", "rtt", "--plan", "999"], "the surface has points 1 to"),
            (["--plan", "99"], "and no 99"),
        ])
    func mistakes(options: [String], message: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(["frontier", "plan.yaml"] + options, in: folder)
            #expect(run.status == 64)
            #expect(run.stderr.contains(message), "\(run.stderr)")
        }
    }

    @Test("a measure that some sites have no figures of is refused")
    func unknown() throws {
        let run = try Program.run(["frontier", "bitcoin", "--y", "water"])
        #expect(run.status == 64)
        #expect(run.stderr.contains("sites have no grid_water"))
        let times = try Program.run(["frontier", "bitcoin", "--y", "rtt"])
        #expect(times.status == 64)
        #expect(times.stderr.contains("no requests"))
        let third = try Program.run(["frontier", "bitcoin", "--z", "latency"])
        #expect(third.status == 64)
        #expect(third.stderr.contains("no latency"))
    }

    @Test("where no placement is possible it exits with 1 and says why")
    func impossible() throws {
        for (word, changes) in Draft.impossible {
            let run = try Draft.run("frontier", "--format", "json", changes: changes)
            #expect(run.status == 1, "\(word)")
            #expect(try run.json()["status"] as? String == "infeasible")
            #expect(try run.json()["diagnosis"] is [String: Any])
            let surface = try Draft.run(
                "frontier", "--z", "rtt", "--format", "json", changes: changes)
            #expect(surface.status == 1, "\(word)")
            #expect(try surface.json()["format"] as? String == "sitewise-surface/1")
        }
    }

    @Test("a limit of time before the first plan exits with 3")
    func stopped() throws {
        let run = try Program.run(["frontier", "world", "--time-limit", "0.001"])
        #expect(run.status == 3)
        #expect(run.stdout.contains("Stopped under"))
    }
}
