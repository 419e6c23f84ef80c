import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve
import Typesetting

/// `sitewise stress`: what becomes of a plan when figures are off.
struct StressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stress",
        abstract: "See what becomes of a plan when figures are not what they were given as.",
        discussion: """
            Each sample multiplies the figures by numbers drawn evenly from 1 - w to 1 + w: one \
            for the carbon and one for the price of power of each grid zone, one for the round \
            trips between each country and each site. The best plan of each sample says which \
            sites survive; the plan of the figures as given, kept as it is, is compared with it.

            The draws depend on the seed alone, not on the machine or the number of its cores.

            EXAMPLES
              sitewise stress world --policy cheapest
              sitewise stress bitcoin --carbon 20% --price 20% --samples 500 --seed 7
              sitewise stress my.yaml --rtt 25% --carbon 0% --price 0% -o stress.json

            EXIT STATUS
              2 if a limit or Ctrl-C came before all samples were done; those done are reported
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var stress: StressOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(help: "table, json, csv (one row a sample) or markdown; told from the file's ending.")
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format) }

    func validate() throws { try chosenFormat.check("samples have", no: .geojson, .html) }

    func run() async throws {
        try output.output.check()
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: chosenFormat.isData)
        let chosen = try policy.policy(of: loaded)
        let result = try await Solving.run(solve) { settings in
            try await StressTest(
                loaded, under: chosen, noise: stress.noise, samples: stress.samples,
                seed: stress.seed, settings: settings
            ).run()
        }
        try output.output.write(text(of: result))
        if let status = result.plan.status.exitStatus { throw status }
        if !result.isComplete { throw Failure.Status.stoppedWithPlan }
    }

    private func text(of result: Stress) -> String {
        switch chosenFormat {
        case .table, .geojson, .html:
            return StressText.render(result, style: output.style, width: output.width)
        case .json: return StressJSON.text(of: result)
        case .csv: return StressText.csv(result)
        case .markdown: return StressText.markdown(result)
        }
    }
}
