import Foundation
import Testing

@Suite("Running without flags")
struct InstallationTests {
    /// The catalogue's tables alone, enough to answer and quick to copy.
    private func copyCatalogue(to folder: String) throws {
        let manager = FileManager.default
        let parent = URL(fileURLWithPath: folder).deletingLastPathComponent()
        try manager.createDirectory(at: parent, withIntermediateDirectories: true)
        try manager.copyItem(atPath: try Program.catalogue(), toPath: folder)
    }

    @Test("the bundled world is placed from any working directory")
    func world() throws {
        try withFolder([:]) { folder in
            let run = try Program.run(["place"], in: folder)
            #expect(run.status == 0)
            #expect(run.stdout.hasPrefix("World (world.yaml)\nOptimal under cheapest"))
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test("a link to the program finds the catalogue")
    func link() throws {
        try withFolder([:]) { folder in
            let link = "\(folder)/sw"
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: try Program.sitewise())
            let run = try Program.run(["check", "world"], in: "/", program: link)
            #expect(run.status == 0)
            #expect(run.stdout.hasPrefix("World: no mistakes found."))
        }
    }

    @Test("a link that a search of PATH finds does, too")
    func search() throws {
        try withFolder([:]) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/sw", withDestinationPath: try Program.sitewise())
            let path = ProcessInfo.processInfo.environment["PATH"] ?? "/bin"
            let run = try Program.run(
                ["sw", "check"], in: "/", environment: ["PATH": "\(folder):\(path)"],
                program: "/usr/bin/env")
            #expect(run.status == 0)
        }
    }

    @Test("an installed program finds the catalogue in share/sitewise")
    func installed() throws {
        try withFolder(["bin/note": ""]) { folder in
            let program = "\(folder)/bin/sitewise"
            let original = URL(fileURLWithPath: try Program.sitewise()).resolvingSymlinksInPath()
            try FileManager.default.copyItem(atPath: original.path, toPath: program)
            let alone = try Program.run(["sites"], in: "/", program: program)
            #expect(alone.status == 64)
            #expect(alone.stderr.contains("--catalog"))

            try copyCatalogue(to: "\(folder)/share/sitewise")
            let run = try Program.run(["check"], in: "/", program: program)
            #expect(run.status == 0)
            #expect(run.stdout.hasPrefix("World: no mistakes found."))
            let list = try Program.run(["sites", "--limit", "1"], in: "/", program: program)
            #expect(list.stdout.contains("1 of 385 sites"))
        }
    }

    @Test("--catalog names another catalogue, by its folder or the one above")
    func catalogue() throws {
        try withFolder([:]) { folder in
            let copy = "\(folder)/sites"
            try copyCatalogue(to: copy)
            let table = "\(copy)/sites.csv"
            let text = try String(contentsOfFile: table, encoding: .utf8)
            try Data(text.replacing("Keflavík", with: "Keflavik").utf8)
                .write(to: URL(fileURLWithPath: table))
            for path in [copy, folder, "sites", "."] {
                let run = try Program.run(
                    ["sites", "show", "keflavik", "--catalog", path], in: folder)
                #expect(run.status == 0)
                #expect(run.stdout.hasPrefix("Keflavik (keflavik)"))
            }
        }
    }

    @Test("--catalog without a catalogue is a usage error", arguments: ["nowhere", ".", "a.txt"])
    func wrongCatalogue(_ path: String) throws {
        try withFolder(["a.txt": ""]) { folder in
            let run = try Program.run(["place", "--catalog", path], in: folder)
            #expect(run.status == 64)
            #expect(run.stderr.contains("'\(path)' holds no catalogue: it has no sites.csv"))
            #expect(run.stdout.isEmpty)
        }
    }
}
