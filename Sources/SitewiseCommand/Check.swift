import ArgumentParser
import Siting
import SitingFiles
import SitingSolve

/// `sitewise check`: validation without solving.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Validate a scenario without solving it.",
        discussion: """
            Reads every file, reports all problems at once as FILE:LINE:COLUMN, and looks \
            for markets out of reach and jobs too large for their window under each policy.

            EXAMPLES
              sitewise check my.yaml
              sitewise check my.yaml --policy greenest
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions

    func run() throws {
        let loaded = try scenario.load()
        let policies =
            policy.name == nil ? loaded.policies : [try policy.policy(of: loaded)]
        var text = ScenarioText.render(loaded, width: Console.width)
        var isPossible = true
        var said: [Diagnosis.Finding] = []
        for policy in policies {
            let outlook = try Placement.outlook(for: loaded, under: policy)
            text += ScenarioText.render(outlook, policy: policy, after: said)
            said = outlook.findings
            isPossible = isPossible && outlook.findings.isEmpty
        }
        try Output(path: nil).write(text)
        if !isPossible { throw Failure.Status.infeasible }
    }
}
