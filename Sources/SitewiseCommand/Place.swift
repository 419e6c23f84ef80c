import Typesetting
import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve

/// `sitewise place`: one plan.
struct Place: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the best placement under one policy, with its proof and its prices.",
        discussion: """
            EXAMPLES
              sitewise place
              sitewise place world --policy balanced
              sitewise place my.yaml --format json -o plan.json
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(help: "table, json, csv (one row a site) or markdown.")
    var format: OutputFormat = .table

    func run() throws {
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: format == .csv || format == .json)
        let chosen = try policy.policy(of: loaded)
        let plan = try Solving.run(solve) { settings in
            try Placement.plan(loaded, under: chosen, settings: settings)
        }
        try output.output.write(text(of: plan))
        if let status = Self.exitStatus(of: plan.status) { throw status }
    }

    private func text(of plan: Plan) -> String {
        switch format {
        case .table:
            let style = output.path == nil ? Console.style : .plain
            return PlanText.render(plan, style: style, width: Console.width)
        case .json: return PlanJSON.text(of: plan)
        case .csv: return PlanCSV.sites(plan)
        case .markdown: return PlanMarkdown.render(plan)
        }
    }

    private static func exitStatus(of status: PlanStatus) -> ExitCode? {
        switch status {
        case .optimal: nil
        case .infeasible: Failure.Status.infeasible
        case .feasible: Failure.Status.stoppedWithPlan
        case .stopped: Failure.Status.stoppedWithoutPlan
        case .unbounded: Failure.Status.badInput
        }
    }
}
