import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve
import Typesetting

/// `sitewise compare`: policies side by side.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the plans of several policies, with each other and with simple methods.",
        discussion: """
            Every policy is solved and proved as by `sitewise place`. The report has their \
            measures and sites side by side, what moves between them, and the regret of each \
            plan under every other policy: how much worse it is in that policy's objective, and \
            what it breaks of that policy.

            Baselines are simple methods as used without an optimiser: weighted_score, \
            greedy_carbon and nearest_site.

            EXAMPLES
              sitewise compare
              sitewise compare world --policies cheapest,greenest --baseline greenest
              sitewise compare bloom --baselines all
              sitewise compare my.yaml --rules -o compare.json
              sitewise compare my.yaml -o compare/        all tables as CSV, in a folder

            EXIT STATUS
              1 only if no policy has a plan, as all are infeasible
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var choice: ComparisonOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "table, json, csv (one row a plan; all tables in a folder), markdown or geojson.",
            discussion: "Told from the file's ending, if not given."))
    var format: OutputFormat?

    @Flag(help: "Find out what each policy's rules cost: one more solve a rule.")
    var rules = false

    @Flag(help: "Put every whole plan, as of `sitewise place`, into the JSON.")
    var plans = false

    private var chosenFormat: OutputFormat { output.format(format) }

    func validate() throws {
        try chosenFormat.check("a comparison has", no: .html)
        if plans, chosenFormat != .json { throw ValidationError("--plans needs --format json") }
    }

    func run() async throws {
        let folder = try output.folder(for: chosenFormat)
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: chosenFormat.isData)
        let policies = try choice.policies(of: loaded)
        let baseline = try choice.baseline(
            among: policies.map(\.name) + choice.methods.map(\.rawValue))
        let comparison = try await Solving.run(solve) { settings in
            try await PolicyComparison(
                loaded, policies: policies, methods: choice.methods, weights: choice.weights,
                settings: settings
            ).run(baseline: baseline, withRuleCosts: rules)
        }
        try output.write(
            text(of: comparison, in: loaded), orTo: folder,
            ComparisonTables.bundle(of: comparison))
        if let status = Self.exitStatus(of: comparison) { throw status }
    }

    private func text(of comparison: Comparison, in scenario: Scenario) -> String {
        switch chosenFormat {
        case .table, .html:
            return ComparisonText.render(comparison, style: output.style, width: output.width)
        case .json: return ComparisonJSON.text(of: comparison, withPlans: plans)
        case .csv: return ComparisonText.csv(comparison)
        case .markdown: return ComparisonText.markdown(comparison)
        case .geojson: return PlanGeoJSON.text(of: comparison, in: scenario)
        }
    }

    /// Baselines have no part in it.
    private static func exitStatus(of comparison: Comparison) -> ExitCode? {
        let statuses = comparison.columns.filter { $0.method == nil }.map(\.plan.status)
        if statuses.allSatisfy({ $0 == .infeasible }) { return Failure.Status.infeasible }
        if statuses.contains(.unbounded) { return Failure.Status.badInput }
        guard statuses.contains(where: { $0 == .feasible || $0 == .stopped }) else { return nil }
        let hasPlan = statuses.contains { $0 == .optimal || $0 == .feasible }
        return hasPlan ? Failure.Status.stoppedWithPlan : Failure.Status.stoppedWithoutPlan
    }
}
