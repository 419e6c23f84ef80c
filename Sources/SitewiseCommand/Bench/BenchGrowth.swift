import ArgumentParser
import Siting
import SitingSolve
import Typesetting

/// `sitewise bench growth`: how the time of an answer grows with its size.
struct BenchGrowth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract: "Measure how the time of an answer grows with the number of markets.",
        discussion: """
            Solves and proves synthetic scenarios of 350 sites and 100, 300, 1,000 and 3,000 markets.

            EXAMPLES
              sitewise bench growth
              sitewise bench growth --sites 1400 --runs 3 --format json
            """)

    @Option(help: ArgumentHelp("Sites of each scenario.", valueName: "n"))
    var sites: Int = 350

    @OptionGroup var options: BenchOptions

    func validate() throws {
        guard (1...10_000).contains(sites) else {
            throw ValidationError("--sites must be 1 to 10000")
        }
    }

    private struct Row {
        let markets: Int
        let arcs: Int
        let formulate: Double
        let solve: Double
        let plan: Double
    }

    func run() throws {
        let rows = try [100, 300, 1000, 3000].map(row)
        try options.output.output.write(
            options.format == .json ? Self.json(rows) : Self.table(rows))
    }

    private func row(markets: Int) throws -> Row {
        let scenario = SyntheticScenario.make(siteCount: sites, marketCount: markets)
        let policy = scenario.policies[0]
        let formulate = try Stopwatch.median(of: options.runs) {
            try PlacementModel(scenario, under: policy)
        }
        let solve = try Stopwatch.median(of: options.runs) {
            try PlacementModel(scenario, under: policy)
        } _: {
            try $0.optimum()
        }
        let plan = try Stopwatch.median(of: options.runs) {
            try Placement.plan(scenario, under: policy)
        }
        return Row(
            markets: markets, arcs: formulate.answer.arcCount, formulate: formulate.seconds,
            solve: solve.seconds, plan: plan.seconds)
    }

    private static func json(_ rows: [Row]) -> String {
        let list = rows.map { row -> JSONValue in
            [
                "markets": .integer(row.markets), "arcs": .integer(row.arcs),
                "formulate_s": .number(row.formulate), "solve_s": .number(row.solve),
                "plan_s": .number(row.plan),
            ]
        }
        return JSONText.text(["growth": .array(list)])
    }

    private static func table(_ rows: [Row]) -> String {
        var table = TextTable(columns: [
            .init("markets", alignment: .right), .init("arcs", alignment: .right),
            .init("formulate", "ms", alignment: .decimal),
            .init("solve and prove", "ms", alignment: .decimal),
            .init("whole plan", "ms", alignment: .decimal),
        ])
        for row in rows {
            table.append(
                [.count(row.markets), .count(row.arcs)]
                    + [row.formulate, row.solve, row.plan].map { .milliseconds($0) })
        }
        return table.plain(style: Console.style, maxWidth: Console.width)
    }
}

extension TextTable.Cell {
    /// A time of so many seconds, in ms: three digits each, as times span orders of magnitude.
    static func milliseconds(_ seconds: Double?) -> TextTable.Cell {
        guard let seconds else { return "" }
        return .number(NumberText.plain(1000 * seconds), value: 1000 * seconds)
    }
}
