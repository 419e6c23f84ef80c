import ArgumentParser
import Siting
import SitingFiles
import SitingSolve
import Typesetting

/// `sitewise bench policies`: what comparing, tracing and diagnosing take beside a single plan.
struct BenchPolicies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies",
        abstract: "Measure comparing, pricing rules, tracing and diagnosing beside single plans.",
        discussion: """
            Places up to six policies one by one, compares them side by side, prices every rule \
            of theirs, traces the whole curve of cost and emissions under the first, and diagnoses \
            the first with a limit that can't hold. Ratios are to single plans of the same run.

            EXAMPLES
              sitewise bench policies
              sitewise bench policies jurisdictions --runs 3 --format json
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var options: BenchOptions

    private static let mostPolicies = 6

    private struct Row {
        let name: String
        let seconds: Double
        /// What `seconds` is a multiple of, by name and in seconds.
        var unit: (name: String, seconds: Double)?
    }

    func run() async throws {
        let loaded = try scenario.load()
        let policies = Array(loaded.policies.prefix(Self.mostPolicies))
        guard let first = policies.first else {
            throw ValidationError("the scenario has no policy")
        }
        let singles = try policies.map { policy in
            try Stopwatch.median(of: options.runs) { try Placement.plan(loaded, under: policy) }
        }
        var rows = zip(policies, singles).map { Row(name: "place \($0.name)", seconds: $1.seconds) }
        let firstUnit = ("place \(first.name)", singles[0].seconds)
        let comparison = try await Stopwatch.median(of: options.runs) {
            try await PolicyComparison(loaded, policies: policies).run()
        }
        rows.append(
            Row(
                name: "compare these \(policies.count)", seconds: comparison.seconds,
                unit: rows.max { $0.seconds < $1.seconds }.map { ($0.name, $0.seconds) }))
        let count = policies.reduce(0) { $0 + $1.rules.count }
        if count > 0 {
            let priced = try await Stopwatch.median(of: options.runs) {
                try await PolicyComparison(loaded, policies: policies).run(withRuleCosts: true)
            }
            let alone = zip(policies, singles).reduce(0) {
                $0 + Double($1.0.rules.count) * $1.1.seconds
            }
            rows.append(
                Row(
                    name: "the same with rule prices, each of \(count)",
                    seconds: max(0, priced.seconds - comparison.seconds) / Double(count),
                    unit: ("place its policy", alone / Double(count))))
        }
        let frontier = try await Stopwatch.median(of: options.runs) {
            try await FrontierSearch(loaded, under: first, x: .cost, y: .emissions).frontier()
        }
        rows.append(
            Row(
                name: "frontier of cost and emissions, \(frontier.answer.points.count) vertices",
                seconds: frontier.seconds, unit: firstUnit))
        let diagnosis = try Stopwatch.median(of: options.runs) {
            try Placement.plan(loaded, under: Self.impossible(first))
        }
        rows.append(
            Row(
                name: "diagnose \(first.name) at 1 t a year", seconds: diagnosis.seconds,
                unit: firstUnit))
        try options.output.output.write(text(of: rows))
    }

    private static func impossible(_ policy: Policy) -> Policy {
        Policy(
            name: policy.name, objective: policy.objective,
            limits: [.init(measure: .emissions, maximum: 1)], rules: policy.rules)
    }

    private func text(of rows: [Row]) -> String {
        switch options.format {
        case .json:
            let list = rows.map { row -> JSONValue in
                [
                    "part": .string(row.name), "s": .number(row.seconds),
                    "beside": JSONValue(row.unit?.name),
                    "ratio": JSONValue(row.unit.map { row.seconds / $0.seconds }),
                ]
            }
            return JSONText.text(["parts": .array(list)])
        case .table:
            var table = TextTable(columns: [
                .init("part"), .init("median", "ms", alignment: .decimal),
                .init("ratio", alignment: .decimal), .init("to"),
            ])
            for row in rows {
                let ratio = row.unit.map { row.seconds / $0.seconds }
                table.append([
                    .text(row.name), .milliseconds(row.seconds),
                    ratio.map { .number(NumberText.plain($0), value: $0) } ?? "",
                    .text(row.unit?.name ?? ""),
                ])
            }
            return table.plain(style: Console.style, maxWidth: Console.width)
        }
    }
}
