import Foundation
import Testing

@Suite("Streams and files")
struct StreamTests {
    /// A scenario with a warning: no figure of water at power plants is known for Quincy.
    private let warned = ["sites": "{where: {id: [quincy, aws_eu_north_1]}}"]

    @Test("warnings go to stderr, and data alone to stdout", arguments: ["json", "csv"])
    func warnings(_ format: String) throws {
        let run = try Draft.run("place", "--format", format, changes: warned)
        #expect(run.status == 0)
        #expect(run.stderr.hasPrefix("warning: grid_water_l_per_kwh is unknown for 1 of 2 sites"))
        #expect(!run.stdout.contains("warning:"))
        #expect(run.stdout.hasPrefix(format == "json" ? "{" : "id,"))
    }

    @Test("JSON holds the warnings, too")
    func warningsInJSON() throws {
        let plan = try Draft.run("place", "--format", "json", changes: warned).json()
        #expect((plan["warnings"] as? [String])?.count == 1)
    }

    @Test("two runs give the same bytes", arguments: ["table", "json", "csv", "markdown"])
    func repeated(_ format: String) throws {
        let first = try Draft.run("place", "--policy", "greenest", "--format", format)
        let second = try Draft.run("place", "--policy", "greenest", "--format", format)
        #expect(first.status == 0)
        #expect(first.stdout == second.stdout)
    }

    @Test(
        "-o writes the same to a file and leaves stdout empty",
        arguments: [
            ["place", "plan.yaml"], ["place", "plan.yaml", "--format", "json"],
            ["place", "plan.yaml", "--format", "csv"],
            ["place", "plan.yaml", "--format", "markdown"], ["export", "plan.yaml"],
            ["export", "plan.yaml", "--format", "lp"], ["sites", "--country", "IS"],
            ["sites", "show", "keflavik"],
        ])
    func file(_ arguments: [String]) throws {
        try withFolder(Draft.files()) { folder in
            let shown = try Program.run(arguments, in: folder)
            let written = try Program.run(arguments + ["-o", "out.txt"], in: folder)
            #expect(shown.status == 0)
            #expect(written.status == 0)
            #expect(written.stdout.isEmpty)
            let text = try String(contentsOfFile: "\(folder)/out.txt", encoding: .utf8)
            #expect(text == shown.stdout)
            #expect(try names(in: folder).count == Draft.files().count + 1)
        }
    }

    @Test(
        "a device is written to and stays what it is; a full one exits with 74",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
        arguments: [("/dev/null", 0), ("/dev/full", 74)])
    func device(_ device: String, _ status: Int32) throws {
        try withFolder(Draft.files()) { folder in
            // By a link, so that nothing but the link is at stake.
            let link = "\(folder)/out.json"
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: device)
            let run = try Program.run(["place", "plan.yaml", "-o", "out.json"], in: folder)
            #expect(run.status == status, "\(run.stderr)")
            #expect(run.stdout.isEmpty)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == device)
            #expect(try names(in: folder).count == Draft.files().count + 1)
        }
    }

    @Test("-o - is stdout")
    func dash() throws {
        let run = try Draft.run("place", "--format", "csv", "-o", "-")
        #expect(run.status == 0)
        #expect(run.stdout.hasPrefix("id,"))
    }

    @Test("an infeasible plan is written to the file, as it is an answer")
    func infeasible() throws {
        try withFolder(Draft.files(Draft.impossible["reach"] ?? [:])) { folder in
            let run = try Program.run(
                ["place", "plan.yaml", "--format", "json", "-o", "out.json"], in: folder)
            #expect(run.status == 1)
            let text = try String(contentsOfFile: "\(folder)/out.json", encoding: .utf8)
            #expect(text.contains("\"status\": \"infeasible\""))
        }
    }

    @Test(
        "a failing run leaves no file, and an existing one as it was",
        arguments: [
            ["place", "plan.yaml", "--policy", "none"], ["export", "plan.yaml", "--stage", "9"],
            ["place", "bad.yaml"], ["export", "bad.yaml"], ["place", "gone.yaml"],
        ], ["old", nil])
    func failing(_ arguments: [String], _ old: String?) throws {
        var files = Draft.files(tables: ["bad.yaml": "sitewise: 2\n"])
        files["out.txt"] = old
        try withFolder(files) { folder in
            let run = try Program.run(arguments + ["-o", "out.txt"], in: folder)
            #expect([64, 65].contains(run.status))
            #expect(try names(in: folder) == files.keys.sorted())
            let text = try? String(contentsOfFile: "\(folder)/out.txt", encoding: .utf8)
            #expect(text == old)
        }
    }

    @Test("an existing file is replaced as a whole")
    func replaced() throws {
        let old = String(repeating: "old\n", count: 10_000)
        try withFolder(Draft.files(tables: ["out.csv": old])) { folder in
            let run = try Program.run(
                ["place", "plan.yaml", "--format", "csv", "-o", "out.csv"], in: folder)
            #expect(run.status == 0)
            let text = try String(contentsOfFile: "\(folder)/out.csv", encoding: .utf8)
            #expect(text.hasPrefix("id,"))
            #expect(!text.contains("old"))
        }
    }

    @Test("a reader that goes away does not make a fault of the program")
    func brokenPipe() throws {
        let program = try Program.sitewise()
        let run = try Program.run(
            ["-c", "'\(program)' sites --format json | head -n 1"], program: "/bin/sh")
        #expect(run.status == 0)
        #expect(run.stdout == "[\n")
        #expect(!run.stderr.contains("fault"))
    }
}
