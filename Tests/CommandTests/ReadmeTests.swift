import Foundation
import Testing

/// The README's claims about output, against the program.
@Suite("The README") struct ReadmeTests {
    private static func readme() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    }

    /// The first fenced block of a kind.
    private static func block(_ kind: String) throws -> [String] {
        let lines = try readme().components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "```\(kind)"))
        return Array(lines[(start + 1)...].prefix { $0 != "```" })
    }

    @Test("its first output is what the first command prints")
    func firstOutput() throws {
        let shown = try Self.block("text")
        let printed = try Program.run(["place"]).stdout.components(separatedBy: "\n")
        let skipped = try #require(shown.firstIndex { $0.hasPrefix("[...") })
        #expect(Array(shown[..<skipped]).dropLast() == Array(printed.prefix(skipped - 1))[...])
        // The certificate's residuals are rounding noise, which differs between machines.
        #expect(shown.last?.hasSuffix("Recomputed from the whole model.") == true)
        #expect(printed.contains { $0.hasPrefix("Certificate: ") })
    }

    @Test("its scenario is valid and has a plan under both policies")
    func scenario() throws {
        let text = try Self.block("yaml").joined(separator: "\n")
        try withFolder(["split.yaml": text]) { folder in
            for policy in ["cheapest", "green"] {
                let run = try Program.run(
                    ["place", "split.yaml", "--policy", policy], in: folder)
                #expect(run.status == 0, "\(run.stderr)")
            }
        }
    }
}
