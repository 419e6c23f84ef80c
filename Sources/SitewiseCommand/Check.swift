import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve

/// `sitewise check`: validation without solving, and a diagnosis where one is asked for.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Validate a scenario without solving it.",
        discussion: """
            Reads every file, reports all problems at once as FILE:LINE:COLUMN, and looks \
            for markets out of reach and jobs too large for their window under each policy.

            With --diagnose it solves as far as it must to know whether each policy has a plan. \
            Where one has none it says which rules and limits can't hold together, and by how \
            much they would have to give.

            EXAMPLES
              sitewise check my.yaml
              sitewise check my.yaml --policy greenest
              sitewise check my.yaml --diagnose
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions

    @OptionGroup var solve: SolveOptionsGroup

    @Flag(help: "Solve, and explain each policy that has no plan.")
    var diagnose = false

    func run() throws {
        let loaded = try scenario.load()
        let policies =
            policy.name == nil ? loaded.policies : [try policy.policy(of: loaded)]
        let text = ScenarioText.render(loaded, width: Console.width)
        let (outlooks, status) =
            diagnose ? try diagnoses(loaded, policies) : try outlooks(loaded, policies)
        try Output(path: nil).write(text + outlooks)
        if let status { throw status }
    }

    /// What shows of each policy without solving.
    private func outlooks(
        _ scenario: Scenario, _ policies: [Policy]
    ) throws -> (text: String, status: ExitCode?) {
        var text = ""
        var isPossible = true
        var said: [Diagnosis.Finding] = []
        for policy in policies {
            let outlook = try Placement.outlook(for: scenario, under: policy)
            text += ScenarioText.render(outlook, policy: policy, after: said)
            said = outlook.findings
            isPossible = isPossible && outlook.findings.isEmpty
        }
        return (text, isPossible ? nil : Failure.Status.infeasible)
    }

    /// Whether each policy has a plan, and why not.
    private func diagnoses(
        _ scenario: Scenario, _ policies: [Policy]
    ) throws -> (text: String, status: ExitCode?) {
        var text = ""
        var found: [Possibility] = []
        for policy in policies {
            let possibility = try Solving.run(solve) { settings in
                settings.progress?("diagnosing \(policy.name)")
                return try PlacementModel(scenario, under: policy, settings: settings).possibility()
            }
            text += ScenarioText.render(possibility, policy: policy, width: Console.width)
            found.append(possibility)
        }
        let isImpossible = found.contains { $0 != .possible && $0 != .undecided }
        if isImpossible { return (text, Failure.Status.infeasible) }
        return (text, found.contains(.undecided) ? Failure.Status.stoppedWithoutPlan : nil)
    }
}
