import Typesetting
import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve

/// `sitewise place`: one plan.
struct Place: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the best placement under one policy, with its proof and its prices.",
        discussion: """
            What each rule of the policy costs is found by solving again without it, side by \
            side on all processors.

            EXAMPLES
              sitewise place
              sitewise place world --policy balanced
              sitewise place world --policy nearest --no-rule-costs
              sitewise place my.yaml -o plan.json
              sitewise place my.yaml -o plan.geojson
              sitewise place my.yaml -o plan/             all tables as CSV, in a folder
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "table, json, csv (one row a site; all tables in a folder), markdown or geojson.",
            discussion: "Told from the file's ending, if not given."))
    var format: OutputFormat?

    @Flag(
        inversion: .prefixedNo,
        help: "Find out what each rule costs: one more solve a rule, within the same time limit.")
    var ruleCosts = true

    private var chosenFormat: OutputFormat { output.format(format) }

    func validate() throws { try chosenFormat.check("a plan has", no: .html) }

    func run() async throws {
        let format = chosenFormat
        let folder = try output.folder(for: format)
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: format.isData)
        let chosen = try policy.policy(of: loaded)
        let plan = try await Solving.run(solve) { settings in
            try await Placement.plan(
                loaded, under: chosen, settings: settings,
                withRuleCosts: ruleCosts && (folder != nil || format.holdsRuleCosts))
        }
        try output.write(
            format.text(of: plan, in: loaded, to: output), orTo: folder,
            PlanTables.bundle(of: plan))
        if let status = plan.status.exitStatus { throw status }
    }
}
