import Foundation
import Testing

/// Numbers as people read them, in what every command prints of the bundled scenarios.
@Suite("Numbers in reports")
struct NumberFormTests {
    /// Solved in well under a second each.
    private static let small = ["bloom", "bitcoin", "bitcoin_as_mined"]

    private static let commands: [[String]] =
        small.flatMap { scenario in
            [
                ["place", scenario], ["place", scenario, "--format", "markdown"],
                ["compare", scenario, "--baselines", "all", "--rules"],
                ["compare", scenario, "--format", "markdown"], ["check", scenario],
                ["frontier", scenario], ["frontier", scenario, "--format", "markdown"],
                ["alternatives", scenario, "--count", "2"],
                ["stress", scenario, "--samples", "5"],
            ]
        } + [
            ["explain", "bloom", "--site", "keflavik"],
            ["explain", "bitcoin", "--site", "keflavik"],
            ["place", "world", "--no-rule-costs"], ["place", "water", "--no-rule-costs"],
            ["place", "jurisdictions", "--no-rule-costs"], ["sites"],
            ["sites", "--format", "markdown"], ["sites", "--near", "64.1,-21.9"],
            ["sites", "show", "keflavik"], ["sites", "show", "aws_eu_north_1"],
        ]

    @Test(
        "no exponent, no negative zero, nothing that is no number, no digits without separators",
        arguments: commands)
    func forms(_ command: [String]) throws {
        let run = try Program.run(command, within: 600)
        #expect([0, 1].contains(run.status), "\(run.stderr)")
        let lines = run.stdout.split(separator: "\n")
        #expect(lines.count > 2)
        for line in lines {
            for form in Self.forbidden(in: line) {
                Issue.record("\(form) in: \(line)")
            }
        }
    }

    /// What must not stand in a line, with its name.
    static func forbidden(in line: some StringProtocol) -> [String] {
        let line = String(line)
        var found: [String] = []
        if line.contains(/\b\d[\d,.]*[eE][+-]?\d+\b/) { found.append("an exponent") }
        if line.contains(/(^|[\s(|$])-0(\.0*)?($|[\s)|,;%])/) { found.append("a negative zero") }
        if line.contains(/(^|[^A-Za-z_])(nan|inf|infinity|null|nil)($|[^A-Za-z_])/.ignoresCase()) {
            found.append("what is no number")
        }
        for match in line.matches(of: /(^|[^\w.,:\/\-])(\d{4,})($|[^\w])/) {
            let isYear = match.output.2.count == 4 && "12".contains(match.output.2.prefix(1))
            if !isYear { found.append("digits without separators") }
        }
        if line.contains(/\d,\d{3}(\.\d+)? (kW|MW|GW|kWh|MWh|GWh|t|kt|Mt)\b/) {
            found.append("a prefix too small")
        }
        return found
    }

    @Test(
        "forms are told from what looks like them",
        arguments: [
            ("Cost 1.2345e+06 USD", 1), ("gap 1e-9", 1), ("change -0.0 (0 %)", 1), ("| -0 |", 1),
            ("nan MW", 1), ("up to inf", 1), ("12345 MW", 1), ("1,234 MW and -0", 2),
            ("$1.23 M a year, 10⁻⁶, -0.05, 1,234,567", 0), ("aws_eu_west_3, 2024, 0.0000123", 0),
            ("information of Nancy, world.yaml:1234", 0), ("3.4×10⁻¹⁴ (2000-2025)", 0),
        ])
    func detection(_ line: String, _ count: Int) {
        #expect(Self.forbidden(in: line).count == count, "\(Self.forbidden(in: line))")
    }
}
