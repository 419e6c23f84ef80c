import Foundation
import Testing

/// What the README and the guides claim about output, against the program.
@Suite("The README and the guides") struct GuideTests {
    @Test("every output shown is what the commands directly above it print")
    func outputs() async throws {
        let shown = try Guide.all().flatMap(\.outputs).filter { !$0.commands.isEmpty }
        let printed = try await Self.run(Set(shown.flatMap(\.runs)))
        #expect(Set(shown.map { $0.place.prefix { $0 != ":" } }).count >= 2)
        for output in shown {
            let runs = output.runs.flatMap { printed[$0] ?? [] }
            let difference = Excerpt(lines: output.block.lines)
                .difference(from: runs.map(\.stdout).filter { !$0.isEmpty })
            let errors = runs.filter { $0.status != 0 }.map(\.stderr).joined()
            #expect(
                difference == nil,
                "\(output.place)\(difference?.description ?? "") \(errors)")
        }
    }

    /// Makes each run once, as many at a time as there are processors.
    private static func run(_ runs: Set<Guide.Run>) async throws -> [Guide.Run: [Outcome]] {
        try await withThrowingTaskGroup(of: (Guide.Run, [Outcome]).self) { group in
            for run in runs {
                group.addTask {
                    try withFolder(run.files) { folder in
                        (run, try run.commands.map { try Program.run($0, in: folder, within: 600) })
                    }
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test("an output without its command is a table of times, under `sitewise bench`")
    func timings() throws {
        for output in try Guide.all().flatMap(\.outputs) where output.script == nil {
            let isTimed = output.block.above.contains { $0.contains("`sitewise bench`") }
            #expect(isTimed, "\(output.place): no command directly above")
        }
    }

    @Test("the README's scenario is valid and has a plan under both policies")
    func scenario() throws {
        let readme = try #require(try Guide.all().first)
        let block = try #require(readme.blocks.first { $0.kind == "yaml" })
        try withFolder(["split.yaml": block.lines.joined(separator: "\n")]) { folder in
            for policy in ["cheapest", "green"] {
                let run = try Program.run(
                    ["place", "split.yaml", "--policy", policy], in: folder)
                #expect(run.status == 0, "\(run.stderr)")
            }
        }
    }
}

@Suite("Excerpts") struct ExcerptTests {
    private static let output = "a\nb\n\nb\nc\n\nCertificate: primal 10⁻⁶, gap 0;\n3 rows.\n"
    /// How the end of the output is compared.
    private static let certificate = "Certificate: primal, gap; 3 rows."

    @Test(
        "lines in order, with elisions where lines are left out, are an excerpt",
        arguments: [
            "a|b||b|c||Certificate: primal 10⁻⁶, gap 0;|3 rows.", "[...]", "a|[...]",
            "[...]|b|c|[...]", "[...]|b|[...]|b|[...]",
            "a|b||[... two lines]||Certificate: primal 2.4×10⁻¹⁵, gap 10⁻¹⁶; 3|rows.",
        ])
    func excerpt(_ shown: String) {
        let excerpt = Excerpt(lines: shown.components(separatedBy: "|"))
        #expect(excerpt.difference(from: [Self.output]) == nil)
    }

    @Test("outputs of several runs follow each other")
    func runs() {
        let excerpt = Excerpt(lines: ["[...]", "c", "[...]", "a", "b", "[...]"])
        #expect(excerpt.difference(from: [Self.output, Self.output]) == nil)
        #expect(excerpt.difference(from: [Self.output])?.shown == "a")
    }

    @Test(
        "anything else is not, and the first line that differs is named",
        arguments: [
            ("a|b||b|c", nil, ""), ("b|[...]", "b", "a"), ("a|c|[...]", "c", "b"),
            ("[...]|b|c", "b", ""), ("[...]|c|[...]|b|[...]", "b", ""),
            ("[...]|b|a|[...]", "a", ""), ("a|[...]|d|[...]", "d", "b"),
            ("[...]|Certificate: gap 0; 4", "Certificate: gap; 4", certificate),
        ] as [(String, String?, String?)])
    func differing(_ shown: String, _ line: String?, _ printed: String?) {
        let excerpt = Excerpt(lines: shown.components(separatedBy: "|"))
        let difference = excerpt.difference(from: [Self.output])
        #expect(difference == Excerpt.Difference(shown: line, printed: printed))
    }
}
