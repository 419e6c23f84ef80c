import Foundation
import Testing

@Suite("Placement reports, from the command line")
struct ReportCommandTests {
    @Test("the page is one file that loads nothing, the same for the same question")
    func page() throws {
        let first = try Draft.run("report")
        #expect(first.status == 0, "\(first.stderr)")
        #expect(first.stdout.hasPrefix("<!doctype html>"))
        for loaded in ["<script", "src=\"http", "@import", "url(http"] {
            #expect(!first.stdout.contains(loaded))
        }
        #expect(first.stdout == (try Draft.run("report")).stdout)
    }

    @Test("the JSON has the plans of compare, the curve of frontier and sites of explain")
    func json() throws {
        let report = try Draft.run("report", "--format", "json", "--within", "0%").json()
        let comparison = try Draft.run(
            "compare", "--format", "json", "--plans", "--baselines", "nearest_site", "--baseline",
            "nearest_site"
        ).json()
        func measures(_ comparison: [String: Any]) throws -> NSArray {
            let columns = try #require(comparison["columns"] as? [[String: Any]])
            return NSArray(array: columns.compactMap { $0["measures"] })
        }
        let inner = try #require(report["comparison"] as? [String: Any])
        #expect(try measures(inner) == measures(comparison))
        #expect(inner["baseline"] as? String == "nearest_site")
        let curve = try Draft.run("frontier", "--format", "json").json()
        #expect(
            NSDictionary(dictionary: try #require(report["frontier"] as? [String: Any]))
                == NSDictionary(dictionary: curve))
        let out = try #require(report["best_sites_out"] as? [[String: Any]])
        let site = try #require(out.first?["site"] as? [String: Any])
        let id = try #require(site["id"] as? String)
        let explained = try Draft.run("explain", "--site", id, "--format", "json").json()
        #expect(
            NSDictionary(dictionary: site)
                == NSDictionary(dictionary: try #require(explained["site"] as? [String: Any])))
    }

    @Test("--policy, --policies and --baseline choose what it is about and what it compares")
    func choice() throws {
        let run = try Draft.run(
            "report", "--format", "json", "--no-curve", "--sites-out", "0", "--policies",
            "greenest,cheapest", "--policy", "cheapest", "--baseline", "greedy_carbon"
        ).json()
        #expect(run["policy"] as? String == "cheapest")
        let comparison = try #require(run["comparison"] as? [String: Any])
        let columns = try #require(comparison["columns"] as? [[String: Any]])
        #expect(
            columns.map { $0["name"] as? String } == ["greenest", "cheapest", "greedy_carbon"])
        #expect(comparison["baseline"] as? String == "greedy_carbon")
        #expect(run["frontier"] is NSNull)
        #expect((run["best_sites_out"] as? [Any])?.isEmpty == true)
    }

    @Test("Markdown has the parts of a report under one heading")
    func markdown() throws {
        let text = try Draft.run("report", "--format", "markdown").stdout
        #expect(text.hasPrefix("# Draft (plan.yaml)\n"))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("# ") } == 1)
        for heading in [
            "Totals", "Sites used", "Trade-off of cost and emissions", "Best sites out",
            "To make this report again",
        ] {
            #expect(text.contains("\n## \(heading)"), "\(heading)")
        }
        #expect(text.contains("sitewise report"))
    }

    @Test("a folder has the tables of compare and frontier, the best sites out, and the inputs")
    func tables() throws {
        try withFolder(Draft.files()) { folder in
            func written(_ command: String, _ options: String...) throws -> [String: String] {
                let run = try Program.run(
                    [command, "plan.yaml", "-o", "\(command)/"] + options, in: folder)
                #expect(run.status == 0, "\(run.stderr)")
                let files = try names(in: "\(folder)/\(command)")
                return try Dictionary(
                    uniqueKeysWithValues: files.map {
                        let path = "\(folder)/\(command)/\($0)"
                        return ($0, try String(contentsOfFile: path, encoding: .utf8))
                    })
            }
            let report = try written("report", "--within", "0%")
            let baseline = ["--baselines", "nearest_site", "--baseline", "nearest_site"]
            let compared = try written(
                "compare", baseline[0], baseline[1], baseline[2], baseline[3])
            for (name, text) in compared where name != "dictionary.csv" {
                #expect(report[name] == text, "\(name)")
            }
            for (name, text) in try written("frontier") where name != "dictionary.csv" {
                #expect(
                    report[name == "frontier.csv" ? name : "frontier_\(name)"] == text, "\(name)")
            }
            #expect(report["sites_out.csv"]?.contains("\nguian,") == true)
            #expect(report["break_evens.csv"]?.contains("\nguian,power_price,USD/MWh,") == true)
            #expect(report["report.csv"]?.contains("sitewise report plan.yaml -o report/") == true)
            #expect(report["inputs.csv"]?.contains("\nplan.yaml,") == true)
        }
    }

    @Test("the map is that of the comparison")
    func map() throws {
        let report = try Draft.run("report", "--format", "geojson").stdout
        let compared = try Draft.run(
            "compare", "--format", "geojson", "--baselines", "nearest_site", "--baseline",
            "nearest_site"
        ).stdout
        #expect(report == compared)
        #expect(report.contains(#""role": "flow""#))
    }

    @Test("a policy without a plan gives a page that says why, and status 1")
    func infeasible() throws {
        let run = try Draft.run(
            "report",
            changes: ["policies": "{p: {minimise: cost, limits: {emissions_t_per_year: 10}}}"])
        #expect(run.status == 1, "\(run.stderr)")
        #expect(run.stdout.hasPrefix("<!doctype html>"))
        #expect(run.stdout.contains("Infeasible"))
    }

    @Test(
        "what makes no sense is refused with what to do",
        arguments: [
            (["--policy", "cheapest", "--policies", "greenest"], "is none of --policies"),
            (["--x", "cost", "--y", "cost"], "two measures"),
            (["--sites-out", "99"], "between 0 and 50"),
            (["--baseline", "nobody"], "is none of those compared: cheapest, greenest, weighted_"),
            (["--baseline", "greedy_carbn"], "did you mean 'greedy_carbon'?"),
            (["--format", "csv"], "name a folder for them, as in -o report/"),
            (["-o", "tables.csv"], "name a folder for them, as in -o report/"),
        ])
    func refused(arguments: [String], message: String) throws {
        let run = try withFolder(Draft.files()) { folder in
            try Program.run(["report", "plan.yaml"] + arguments, in: folder)
        }
        #expect(run.status == 64)
        #expect(run.stderr.contains(message), "\(run.stderr)")
        #expect(run.stderr.contains("sitewise report"), "\(run.stderr)")
        #expect(run.stdout.isEmpty)
    }
}
