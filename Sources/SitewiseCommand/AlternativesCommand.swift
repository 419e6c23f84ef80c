import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve
import Typesetting

/// `sitewise alternatives`: other plans that are nearly as good.
struct AlternativesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alternatives",
        abstract: "Find plans nearly as good as the best that use other sites.",
        discussion: """
            Each plan has as little as possible at the sites of those before it, and is the \
            best of the plans that do. A tolerance on cost is a share of controllable cost, as \
            hardware costs the same everywhere. Sites in every plan are then emptied as far as \
            the tolerance allows: those that can't be are proved to be in all plans.

            EXAMPLES
              sitewise alternatives world --policy balanced --within 2%
              sitewise alternatives my.yaml --within 5% --count 3 --format json
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp("How much worse a plan may be, such as 2%.", valueName: "share"))
    var within = Tolerance(share: 0.02)

    @Option(help: ArgumentHelp("How many plans beside the best.", valueName: "n"))
    var count = 5

    @Option(help: "table, json or markdown; told from the file's ending.")
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format) }

    func validate() throws {
        guard within.share > 0, within.share <= 1 else {
            throw ValidationError("--within must lie above 0% and be at most 100%")
        }
        guard (1...50).contains(count) else {
            throw ValidationError("--count must lie between 1 and 50")
        }
        try chosenFormat.check("alternatives have", no: .csv, .geojson, .html)
    }

    func run() async throws {
        try output.output.check()
        let loaded = try scenario.load()
        let chosen = try policy.policy(of: loaded)
        let found = try await Solving.run(solve) { settings in
            try await AlternativesSearch(
                loaded, under: chosen, within: within.share, count: count, settings: settings
            ).alternatives()
        }
        try output.output.write(text(of: found))
        if let status = found.best.status.exitStatus { throw status }
        if found.ending == .stopped { throw Failure.Status.stoppedWithPlan }
    }

    private func text(of found: Alternatives) -> String {
        switch chosenFormat {
        case .json: return AlternativesJSON.text(of: found)
        case .markdown: return AlternativesText.markdown(found)
        case .table, .csv, .geojson, .html:
            return AlternativesText.render(found, style: output.style, width: output.width)
        }
    }
}
