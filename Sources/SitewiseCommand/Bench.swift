import ArgumentParser
import LinearProgramming
import Quantities
import Siting
import SitingFiles
import SitingSolve
import Typesetting

/// `sitewise bench`: how long the parts of an answer take on this machine.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure building, proving and solving on this machine.",
        discussion: """
            Builds a program of one million nonzeros, loads and formulates the scenario, and \
            places it under one policy. Prints the median of several runs, in wall-clock time.

            EXAMPLES
              sitewise bench
              sitewise bench world --policy balanced --runs 3
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Runs of each part; the median counts.", valueName: "n"))
    var runs: Int = 5

    func validate() throws {
        guard (1...100).contains(runs) else { throw ValidationError("--runs must be 1 to 100") }
    }

    func run() throws {
        var table = TextTable(columns: [
            .init("part"), .init("size"), .init("median", "ms", alignment: .decimal),
        ])
        func measure<Answer>(
            _ part: String, size: (Answer) -> String, _ body: () throws -> Answer
        ) throws {
            let (answer, milliseconds) = try Self.median(of: runs, body)
            table.append([
                .text(part), .text(size(answer)),
                .number(NumberText.plain(milliseconds), value: milliseconds),
            ])
        }
        try measure("build a program", size: Self.size) { try SyntheticProgram.transport() }
        let loaded = try scenario.load()
        let chosen = try policy.policy(of: loaded)
        try measure("load catalogue and scenario", size: { "\($0.sites.count) sites" }) {
            try scenario.load(warns: false)
        }
        try measure("formulate \(chosen.name)", size: Self.size) {
            try Placement.program(of: loaded, under: chosen, stage: 1)
        }
        try measure("place \(chosen.name)", size: { "\($0.sites.count) sites used" }) {
            try Placement.plan(loaded, under: chosen)
        }
        try output.output.write(table.plain(style: Console.style, maxWidth: Console.width))
    }

    private static func size(_ program: LinearModel) -> String {
        "\(NumberText.count(program.columnCount)) columns,"
            + " \(NumberText.count(program.nonzeroCount)) nonzeros"
    }

    private static func median<Answer>(
        of runs: Int, _ body: () throws -> Answer
    ) rethrows -> (Answer, Double) {
        var times: [Double] = []
        let clock = ContinuousClock()
        var start = clock.now
        var answer = try body()
        times.append(start.duration(to: clock.now) / .milliseconds(1))
        for _ in 1..<runs {
            start = clock.now
            answer = try body()
            times.append(start.duration(to: clock.now) / .milliseconds(1))
        }
        return (answer, times.sorted()[runs / 2])
    }
}

/// A transport program of one million nonzeros, for timing.
enum SyntheticProgram {
    static func transport() throws -> LinearModel {
        let siteCount = 500
        let marketCount = 667
        var program = LinearModel(name: "one million nonzeros")
        let sites = Dimension("site", labels: (0..<siteCount).map { "s\($0)" })
        let markets = Dimension("market", labels: (0..<marketCount).map { "m\($0)" })
        let serve = try program.declareColumns("serve", in: Megawatt.self, over: [markets, sites])
        for market in 0..<marketCount {
            for site in 0..<siteCount { try program.addColumn(serve, market, site) }
        }
        func variable(_ market: Int, _ site: Int) -> Variable<Megawatt> {
            Variable(column: market * siteCount + site)
        }
        var row = LinearExpression<Megawatt>()
        let demand = try program.declareRows("demand", in: Megawatt.self, over: [markets])
        for market in 0..<marketCount {
            row.removeAll()
            for site in 0..<siteCount { row.add(1, variable(market, site)) }
            try program.addRow(demand, market, expression: row, .equal(1))
        }
        for name in ["capacity", "power"] {
            let block = try program.declareRows(name, in: Megawatt.self, over: [sites])
            for site in 0..<siteCount {
                row.removeAll()
                for market in 0..<marketCount { row.add(1.5, variable(market, site)) }
                try program.addRow(block, site, expression: row, .atMost(10))
            }
        }
        return program
    }
}
