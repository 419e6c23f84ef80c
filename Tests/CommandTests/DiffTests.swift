import Foundation
import Testing

@Suite("What changed, from the command line")
struct DiffTests {
    /// Makes plans of the draft and of a changed one in a folder, and calls a body with it.
    private func withPlans(
        _ command: [String] = ["place"],
        changes: [String: String] = ["prices": "{carbon_usd_per_t: 300}"],
        _ body: (String) throws -> Void
    ) throws {
        var files = Draft.files()
        files["dearer.yaml"] = Draft.text(changes)
        try withFolder(files) { folder in
            for (scenario, name) in [("plan.yaml", "a.json"), ("dearer.yaml", "b.json")] {
                let made = try Program.run(
                    [command[0], scenario] + command.dropFirst()
                        + ["--format", "json", "-o", name], in: folder)
                #expect(made.status == 0, "\(made.stderr)")
            }
            try body(folder)
        }
    }

    private func diff(_ options: String..., in folder: String) throws -> Outcome {
        try Program.run(["diff", "a.json", "b.json"] + options, in: folder)
    }

    @Test("two plans are told apart in every format, with status 0 unless asked otherwise")
    func formats() throws {
        try withPlans { folder in
            let table = try diff(in: folder)
            #expect(table.status == 0, "\(table.stderr)")
            #expect(table.stdout.hasPrefix("Draft (dearer.yaml): what changed\n"))
            #expect(table.stdout.contains("prices.carbon_usd_per_t"))
            #expect(
                table.stdout.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
            let json = try diff("--format", "json", in: folder).json()
            #expect(json["format"] as? String == "sitewise-diff/1")
            #expect(json["changed"] as? Bool == true)
            let csv = try diff("--format", "csv", in: folder).stdout
            #expect(csv.contains("\n,input,prices.carbon_usd_per_t,USD/t,0,300,300,\n"))
            let markdown = try diff("--format", "markdown", "-o", "c.md", in: folder)
            #expect(markdown.stdout.isEmpty)
            let text = try String(contentsOfFile: "\(folder)/c.md", encoding: .utf8)
            #expect(text.hasPrefix("# Draft (dearer.yaml): what changed\n"))
            let page = try diff("-o", "c.html", in: folder)
            #expect(page.status == 0, "\(page.stderr)")
            let html = try String(contentsOfFile: "\(folder)/c.html", encoding: .utf8)
            #expect(html.contains("<h1>Draft (dearer.yaml): what changed</h1>"))
            #expect(html.contains("sitewise diff a.json b.json -o c.html"))
        }
    }

    @Test("--fail-on-change ends with 1 where a plan changed, and 0 where inputs alone did")
    func failing() throws {
        try withPlans { folder in
            #expect(try diff("--fail-on-change", in: folder).status == 1)
            let same = try Program.run(
                ["diff", "a.json", "a.json", "--fail-on-change"], in: folder)
            #expect(same.status == 0)
            #expect(same.stdout.contains("Same plan under cheapest"))
        }
        try withPlans(changes: ["latency": "{}"]) { folder in
            let run = try diff("--fail-on-change", in: folder)
            #expect(run.status == 0, "\(run.stdout)")
            #expect(run.stdout.contains("though inputs do"))
            #expect(run.stdout.contains("plan.yaml was read for the first alone"))
        }
    }

    @Test("plans of comparisons are matched by name, and --policy takes one")
    func comparisons() throws {
        try withPlans(["compare", "--plans"]) { folder in
            let both = try diff("--format", "json", in: folder).json()
            let plans = try #require(both["plans"] as? [[String: Any]])
            #expect(plans.map { $0["name"] as? String } == ["cheapest", "greenest"])
            let one = try diff("--policy", "greenest", "--format", "json", in: folder).json()
            #expect((one["plans"] as? [Any])?.count == 1)
            let wrong = try diff("--policy", "greenst", in: folder)
            #expect(wrong.status == 64)
            #expect(wrong.stderr.contains("did you mean 'greenest'?"))
        }
    }

    @Test("a comparison without plans is refused with what to do")
    func withoutPlans() throws {
        try withPlans(["compare"]) { folder in
            let run = try diff(in: folder)
            #expect(run.status == 65)
            #expect(run.stdout.isEmpty)
            #expect(run.stderr.contains("a.json:"))
            #expect(run.stderr.contains("sitewise compare --format json --plans"))
        }
    }

    @Test("plans of different policies are compared, and of an old file all but the inputs")
    func oldPlan() throws {
        try withPlans { folder in
            let green = try Program.run(
                [
                    "place", "plan.yaml", "--policy", "greenest", "--format", "json", "-o",
                    "b.json",
                ], in: folder)
            #expect(green.status == 0)
            let path = "\(folder)/a.json"
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            var plan = try #require(
                try JSONSerialization.jsonObject(with: data) as? [String: Any])
            for key in ["made_by", "scenario_sha256", "files", "inputs", "candidates"] {
                #expect(plan.removeValue(forKey: key) != nil, "\(key)")
            }
            try JSONSerialization.data(withJSONObject: plan)
                .write(to: URL(fileURLWithPath: path))
            let run = try diff(in: folder)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.contains("under greenest after cheapest"))
            #expect(run.stdout.contains("can't be compared"))
        }
    }

    @Test("what is no plan is refused with its place")
    func badInput() throws {
        try withFolder(["a.json": "{\"format\": \"sitewise-plan/1\",}", "b.json": ""]) { folder in
            let run = try diff(in: folder)
            #expect(run.status == 65)
            #expect(run.stderr.hasPrefix("a.json:1:30: error: not valid JSON"))
            let gone = try Program.run(["diff", "gone.json", "b.json"], in: folder)
            #expect(gone.status == 65)
            #expect(gone.stderr.hasPrefix("gone.json:1:1: error: there is no such file"))
        }
    }
}
