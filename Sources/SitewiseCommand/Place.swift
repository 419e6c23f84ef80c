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
              sitewise place my.yaml --format json -o plan.json
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(help: "table, json, csv (one row a site) or markdown.")
    var format: OutputFormat = .table

    @Flag(
        inversion: .prefixedNo,
        help: "Find out what each rule costs: one more solve a rule, within the same time limit.")
    var ruleCosts = true

    func run() async throws {
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: format == .csv || format == .json)
        let chosen = try policy.policy(of: loaded)
        let plan = try await Solving.run(solve) { settings in
            // CSV has no room for what rules cost.
            try await Placement.plan(
                loaded, under: chosen, settings: settings,
                withRuleCosts: ruleCosts && format != .csv)
        }
        try output.output.write(format.text(of: plan, to: output))
        if let status = plan.status.exitStatus { throw status }
    }
}
