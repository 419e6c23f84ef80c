import Foundation
import Testing

/// What people see who run sitewise at a terminal: a pseudo-terminal of `script` (util-linux).
@Suite("At a terminal")
struct TerminalTests {
    /// The lines that a command shows on the draft's three sites, all of them used.
    private func shown(
        _ command: String, columns: Int, environment: [String: String] = [:],
        sites: String = Draft.sites
    ) throws -> [String] {
        let changes = [
            "rules": "{spread: {share: {of: site, max: 40%}}}",
            "policies": "{p: {minimise: cost, rules: spread}, q: {minimise: emissions}}",
        ]
        return try withFolder(Draft.files(changes, tables: ["sites.csv": sites])) { folder in
            let program = try Program.sitewise()
            let run = try Program.run(
                ["-qec", "stty cols \(columns); '\(program)' \(command)", "/dev/null"],
                in: folder, environment: ["TERM": "xterm"].merging(environment) { $1 },
                program: "/usr/bin/script")
            #expect(run.status == 0)
            return run.stdout.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
        }
    }

    private func withoutColour(_ line: String) -> String {
        line.replacing(/\u{1B}\[\d+m/, with: "")
    }

    @Test(
        "lines are as long as the terminal is wide, within 100 columns, unless COLUMNS says other",
        arguments: [(70, nil, 70), (90, nil, 90), (160, nil, 100), (160, "72", 72), (60, "88", 88)]
            as [(Int, String?, Int)])
    func widths(terminal: Int, stated: String?, widest: Int) throws {
        for command in ["place plan.yaml", "compare plan.yaml"] {
            let lines = try shown(
                command, columns: terminal,
                environment: stated.map { ["COLUMNS": $0] } ?? [:]
            ).map(withoutColour)
            let longest = lines.map { width($0) }.max() ?? 0
            #expect(longest <= widest, "\(command)")
            #expect(longest > widest - 12, "\(command)")
        }
    }

    @Test("a file does not depend on the terminal: neither its width nor its colours")
    func file() throws {
        let lines = try shown("place plan.yaml -o out.txt && cat out.txt", columns: 50)
        let piped = try shown("place plan.yaml | cat", columns: 50, environment: ["COLUMNS": "100"])
        #expect(lines == piped)
        #expect(lines.contains { width($0) > 80 })
        #expect(!lines.joined().contains("\u{1B}"))
    }

    @Test(
        "bars are coloured unless NO_COLOR or a dumb terminal refuses it, and stay bars in a pipe")
    func colours() throws {
        let coloured = try shown("place plan.yaml", columns: 100)
        #expect(coloured.contains { $0.contains("\u{1B}[36m█") })
        for environment in [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""]] {
            let plain = try shown("place plan.yaml", columns: 100, environment: environment)
            #expect(!plain.joined().contains("\u{1B}"), "\(environment)")
            #expect(plain == coloured.map(withoutColour), "\(environment)")
        }
        #expect(try shown("place plan.yaml | cat", columns: 100) == coloured.map(withoutColour))
    }

    @Test("an ASCII locale draws bars and sparklines of ASCII")
    func ascii() throws {
        let environment = ["LC_ALL": "C"]
        let place = try shown("place plan.yaml", columns: 100, environment: environment)
        #expect(place.contains { $0.contains("##########") })
        let compare = try shown("compare plan.yaml", columns: 100, environment: environment)
            .map(withoutColour)
        #expect(compare.contains { $0.contains(#/  [_.\-']{2}$/#) })
        let names: Set<Character> = ["í", "ã", "貴", "安"]
        for line in place.map(withoutColour) + compare {
            #expect(line.allSatisfy { $0.isASCII || names.contains($0) }, "\(line)")
        }
    }

    @Test(
        "Keflavík, São Paulo and 貴安 align, however they are encoded",
        arguments: [false, true])
    func wideNames(isDecomposed: Bool) throws {
        let sites =
            isDecomposed ? Draft.sites.decomposedStringWithCanonicalMapping : Draft.sites
        for columns in [100, 80, 60, 40] {
            let lines = try shown("place plan.yaml", columns: columns, sites: sites)
                .map(withoutColour)
            let start = try #require(lines.firstIndex { $0.hasPrefix("Sites used (3)") })
            let rows = lines[(start + 4)...].prefix(3)
            // The country's code follows the name at the same place.
            let codes = try rows.map { row in
                let code = try #require(row.firstRange(of: #/  (IS|BR|CN)  /#), "\(row)")
                return width(row[..<code.lowerBound])
            }
            #expect(Set(codes).count == 1, "\(columns): \(rows)")
        }
    }

    @Test("comparisons of many policies keep to 100 columns, sparklines and all")
    func manyPolicies() throws {
        let lines = try shown(
            "compare plan.yaml --baselines all", columns: 100
        ).map(withoutColour)
        #expect(lines.allSatisfy { width($0) <= 100 })
        #expect(lines.contains { $0.hasSuffix("Bars") })
    }
}
