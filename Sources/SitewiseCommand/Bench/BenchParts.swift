import ArgumentParser
import LinearProgramming
import Siting
import SitingFiles
import SitingPages
import SitingSolve
import Typesetting

/// `sitewise bench parts`: the parts of one answer.
struct BenchParts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parts",
        abstract: "Measure the parts of an answer, and a sweep over 50 carbon prices.",
        discussion: """
            Builds a program of one million nonzeros, loads and formulates the scenario, solves and \
            proves it under one policy, places it with prices and all, and solves it again at 50 \
            carbon prices from 0 to 490 USD/t; then finds all of the scenario's report and draws its \
            page. Prints medians of several runs, in wall-clock time.

            EXAMPLES
              sitewise bench
              sitewise bench parts world --policy balanced --runs 3
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var options: BenchOptions

    func run() async throws {
        var parts: [Part] = []
        func measure<Answer>(
            _ name: String, size: (Answer) -> String, _ body: () throws -> Answer
        ) throws {
            let (answer, seconds) = try Stopwatch.median(of: options.runs, body)
            parts.append(Part(name: name, size: size(answer), seconds: seconds))
        }
        try measure("build a program", size: Self.size) { try SyntheticProgram.transport() }
        let loaded = try scenario.load()
        let chosen = try policy.policy(of: loaded)
        try measure("load catalogue and scenario", size: { "\($0.sites.count) sites" }) {
            try scenario.load(warns: false)
        }
        func columns(_ model: PlacementModel) -> String {
            "\(NumberText.count(model.columnCount)) columns"
        }
        try measure("formulate \(chosen.name)", size: columns) {
            try PlacementModel(loaded, under: chosen)
        }
        let solve = try Stopwatch.median(of: options.runs) {
            try PlacementModel(loaded, under: chosen)
        } _: { model in
            try model.optimum()
        }
        let stages = solve.answer.stages.count
        parts.append(
            Part(
                name: "solve and prove \(chosen.name)",
                size: stages == 1 ? "1 stage" : "\(stages) stages", seconds: solve.seconds))
        try measure("place \(chosen.name)", size: { "\($0.sites.count) sites used" }) {
            try Placement.plan(loaded, under: chosen)
        }
        let sweep = (0..<50).map { Self.sweepPolicy(price: 10 * Double($0)) }
        try measure("place at 250 USD/t", size: { "\($0.sites.count) sites used" }) {
            try Placement.plan(loaded, under: Self.sweepPolicy(price: 250))
        }
        let start = ContinuousClock.now
        let optima = try await PlacementSweep.optima(of: loaded, under: sweep)
        parts.append(
            Part(
                name: "sweep 50 carbon prices", size: "\(optima.count) optima",
                seconds: start.duration(to: .now) / .seconds(1)))
        parts += try await pageParts(loaded)
        try options.output.output.write(text(of: parts))
    }

    /// What a report of all policies takes to find, and its page to draw.
    private func pageParts(_ scenario: Scenario) async throws -> [Part] {
        let land = try self.scenario.catalogue.load().landOutlines()
        let start = ContinuousClock.now
        let report = try await ReportSearch(
            scenario, policies: scenario.policies, chosen: 0, methods: [.nearestSite]
        ).report(
            baseline: scenario.policies.count, extent: ReportOptions.usualExtent,
            run: Run(program: "sitewise", command: ["sitewise", "bench"]))
        let found = start.duration(to: .now) / .seconds(1)
        let (page, seconds) = Stopwatch.median(of: options.runs) {
            PlacementPage.html(of: report, land: land)
        }
        let plans = "\(report.comparison.columns.count) plans"
        let kilobytes = NumberText.text(Double(page.utf8.count) / 1000, in: .other("kB"))
        return [
            Part(name: "find a report", size: plans, seconds: found),
            Part(name: "draw its page", size: kilobytes, seconds: seconds),
        ]
    }

    private struct Part {
        let name: String
        let size: String
        let seconds: Double
    }

    private func text(of parts: [Part]) -> String {
        switch options.format {
        case .json:
            let rows = parts.map { part -> JSONValue in
                [
                    "part": .string(part.name), "size": .string(part.size),
                    "s": .number(part.seconds),
                ]
            }
            return JSONText.text(["parts": .array(rows)])
        case .table:
            var table = TextTable(columns: [
                .init("part"), .init("size"), .init("median", "ms", alignment: .decimal),
            ])
            for part in parts {
                table.append([
                    .text(part.name), .text(part.size), .milliseconds(part.seconds),
                ])
            }
            return table.plain(style: Console.style, maxWidth: Console.width)
        }
    }

    /// The least sum of cost and emissions at a price of a tonne, USD.
    private static func sweepPolicy(price: Double) -> Policy {
        Policy(name: "sweep", objective: .weighted([.cost: 1, .emissions: price]))
    }

    private static func size(_ program: LinearModel) -> String {
        "\(NumberText.count(program.columnCount)) columns,"
            + " \(NumberText.count(program.nonzeroCount)) nonzeros"
    }
}
