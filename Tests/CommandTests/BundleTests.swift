import Foundation
import Testing

@Suite("Bundles of tables, and maps")
struct BundleTests {
    private func place(_ options: String..., in folder: String) throws -> Outcome {
        try Program.run(["place", "plan.yaml"] + options, in: folder)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test("a slash at the end of a path asks for a folder of tables, with or without --format csv")
    func slash() throws {
        try withFolder(Draft.files()) { folder in
            let named = try place("--format", "csv", "-o", "a/", in: folder)
            let told = try place("-o", "b/", in: folder)
            #expect(named.status == 0)
            #expect(told.status == 0)
            #expect(named.stdout.isEmpty)
            let files = try names(in: "\(folder)/a")
            #expect(files.contains("dictionary.csv"))
            #expect(files.count == 20)
            #expect(try names(in: "\(folder)/b") == files)
            for file in files {
                #expect(try text("\(folder)/a/\(file)") == text("\(folder)/b/\(file)"))
            }
            #expect(try names(in: folder) == ["a", "b", "markets.csv", "plan.yaml", "sites.csv"])
        }
    }

    @Test("what rules cost is in a folder of tables, as it has room for it")
    func ruleCosts() throws {
        var changes = ["rules": "{home: {residency: {markets: GB, sites: IS}}}"]
        changes["policies"] = "{cheapest: {minimise: cost, rules: [home]}}"
        try withFolder(Draft.files(changes)) { folder in
            let run = try place("-o", "a/", in: folder)
            #expect(run.status == 0)
            #expect(
                try text("\(folder)/a/rule_costs.csv").contains("cheapest,home,residency,optimal,"))
        }
    }

    @Test("an empty folder and a bundle are replaced whole")
    func replaced() throws {
        try withFolder(Draft.files()) { folder in
            try FileManager.default.createDirectory(
                atPath: "\(folder)/out", withIntermediateDirectories: false)
            #expect(try place("--format", "csv", "-o", "out", in: folder).status == 0)
            let first = try names(in: "\(folder)/out")
            let run = try Program.run(
                ["compare", "plan.yaml", "--format", "csv", "-o", "out"], in: folder)
            #expect(run.status == 0)
            let second = try names(in: "\(folder)/out")
            #expect(Set(second).isStrictSuperset(of: first))
            #expect(second.contains("sites_side_by_side.csv"))
            #expect(try place("-o", "out/", in: folder).status == 0)
            #expect(try names(in: "\(folder)/out") == first)
            #expect(try names(in: folder) == ["markets.csv", "out", "plan.yaml", "sites.csv"])
        }
    }

    @Test(
        "another folder is left as it is, and named with what it holds",
        arguments: [
            ["out/notes.txt": "mine"], ["out/dictionary.csv": "mine"],
            [
                "out/dictionary.csv": "file,column,unit,meaning\ndictionary.csv,file,,\n",
                "out/a": "",
            ],
        ])
    func refused(_ files: [String: String]) throws {
        try withFolder(Draft.files(tables: files)) { folder in
            let run = try place("--format", "csv", "-o", "out", in: folder)
            #expect(run.status == 74)
            #expect(run.stderr.contains("can't write"))
            #expect(run.stderr.contains("name a new or empty folder"))
            #expect(run.stdout.isEmpty)
            for (name, content) in files { #expect(try text("\(folder)/\(name)") == content) }
            #expect(try names(in: folder) == ["markets.csv", "out", "plan.yaml", "sites.csv"])
        }
    }

    @Test("a bundle with a file too many or too few is no longer one of ours")
    func changedBundle() throws {
        try withFolder(Draft.files()) { folder in
            #expect(try place("-o", "out/", in: folder).status == 0)
            try "mine".write(toFile: "\(folder)/out/mine.csv", atomically: true, encoding: .utf8)
            let more = try place("-o", "out/", in: folder)
            #expect(more.status == 74)
            #expect(more.stderr.contains("it holds mine.csv"))
            for name in ["mine.csv", "sites.csv"] {
                try FileManager.default.removeItem(atPath: "\(folder)/out/\(name)")
            }
            let fewer = try place("-o", "out/", in: folder)
            #expect(fewer.status == 74)
            #expect(fewer.stderr.contains("files of it are missing"))
        }
    }

    @Test("a path below a folder that is not there, or of a file, is an error and leaves nothing")
    func unwritable() throws {
        try withFolder(Draft.files()) { folder in
            for path in ["gone/out/", "plan.yaml/"] {
                let run = try place("-o", path, in: folder)
                #expect(run.status == 74, "\(path)")
            }
            #expect(try names(in: folder) == ["markets.csv", "plan.yaml", "sites.csv"])
        }
    }

    @Test("a failing run leaves a bundle as it was")
    func failing() throws {
        try withFolder(Draft.files()) { folder in
            let first = try place("-o", "out/", in: folder)
            #expect(first.status == 0)
            let before = try text("\(folder)/out/plans.csv")
            #expect(try place("--policy", "none", "-o", "out/", in: folder).status == 64)
            #expect(try text("\(folder)/out/plans.csv") == before)
        }
    }

    @Test(
        "the format is told from the file's ending",
        arguments: [
            ("a.json", "{\n  \"format\": \"sitewise-plan/1\""), ("a.csv", "id,name,country"),
            ("a.md", "# Draft"), ("a.geojson", "{\n  \"type\": \"FeatureCollection\""),
            ("a.txt", "Draft (plan.yaml)\n"),
        ])
    func endings(_ name: String, _ start: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try place("-o", name, in: folder)
            #expect(run.status == 0)
            #expect(try text("\(folder)/\(name)").hasPrefix(start))
        }
    }

    @Test(
        "every command tells the format from the ending",
        arguments: [
            (
                ["explain", "plan.yaml", "--site", "keflavik"], "a.json",
                "{\n  \"format\": \"sitewise-exp"
            ),
            (["explain", "plan.yaml", "--site", "keflavik"], "a.md", "# Draft"),
            (["alternatives", "plan.yaml"], "a.md", "# Draft"),
            (["sites", "--limit", "2"], "a.csv", "id,name,"),
            (["sites", "--limit", "2"], "a.md", "| "),
            (["sites", "show", "keflavik"], "a.json", "{\n  \"id\": \"keflavik\""),
            (["report", "plan.yaml"], "a.htm", "<!doctype html>"),
        ])
    func everyEnding(_ arguments: [String], _ name: String, _ start: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(arguments + ["-o", name], in: folder)
            #expect(run.status == 0, "\(run.stderr)")
            let written = try text("\(folder)/\(name)")
            #expect(written.hasPrefix(start), "\(written.prefix(60))")
        }
    }

    @Test(
        "place, compare and a plan on a frontier are maps; the map of a plan is the same each time")
    func maps() throws {
        try withFolder(Draft.files()) { folder in
            for arguments in [
                ["place"], ["compare", "--baselines", "all"], ["frontier", "--plan", "1"],
            ] {
                let all =
                    [arguments[0], "plan.yaml"] + arguments.dropFirst() + ["--format", "geojson"]
                let run = try Program.run(all, in: folder)
                #expect(run.status == 0, "\(arguments): \(run.stderr)")
                let map = try run.json()
                #expect(map["type"] as? String == "FeatureCollection")
                let roles = run.stdout.matches(of: #/"role": "(\w+)"/#).map { String($0.output.1) }
                #expect(Set(roles).isSuperset(of: ["site", "market", "flow"]))
                #expect(try Program.run(all, in: folder).stdout == run.stdout)
            }
        }
    }

    @Test("a map of an impossible plan is written, and the status says so")
    func impossibleMap() throws {
        try withFolder(Draft.files(Draft.impossible["reach"] ?? [:])) { folder in
            for command in [["place", "plan.yaml"], ["frontier", "plan.yaml", "--plan", "1"]] {
                let run = try Program.run(command + ["--format", "geojson"], in: folder)
                #expect(run.status == 1)
                #expect(run.stdout.contains(#""status": "infeasible""#))
                #expect(run.stdout.contains(#""role": "candidate""#))
            }
        }
    }

    @Test(
        "what has no map or page says so and what to do",
        arguments: [
            (["frontier", "--format", "geojson"], "name its point, such as --plan 1"),
            (["frontier", "-o", "a.geojson"], "name its point, such as --plan 1"),
            (["stress", "--format", "geojson"], "samples have no GeoJSON"),
            (
                ["explain", "--site", "keflavik", "--format", "geojson"],
                "an explanation has no GeoJSON"
            ),
            (["alternatives", "--format", "geojson"], "alternatives have no GeoJSON"),
            (["place", "-o", "a.html"], "a plan has no page; sitewise report makes pages"),
            (["compare", "-o", "a.html"], "a comparison has no page; sitewise report"),
            (["alternatives", "-o", "a.csv"], "alternatives have no CSV"),
            (["report", "--format", "table"], "a report has no table"),
        ])
    func noMap(_ arguments: [String], _ message: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(
                [arguments[0], "plan.yaml"] + arguments.dropFirst(), in: folder)
            #expect(run.status == 64)
            #expect(run.stderr.contains(message))
            #expect(run.stdout.isEmpty)
        }
    }

    @Test(
        "every answer with tables has a folder of them",
        arguments: [
            (["place"], "plans.csv"), (["compare", "--baselines", "all"], "savings.csv"),
            (["frontier"], "segments.csv"), (["frontier", "--plan", "1"], "certificate.csv"),
            (["frontier", "--z", "energy"], "facets.csv"),
        ])
    func folders(_ arguments: [String], _ file: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(
                [arguments[0], "plan.yaml"] + arguments.dropFirst() + ["-o", "out/"], in: folder)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(try names(in: "\(folder)/out").contains(file))
        }
    }
}
