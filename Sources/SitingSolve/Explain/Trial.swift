import LinearProgramming
import Siting
import SitingFormulation

/// The optimum of a changed scenario or policy of one stage, with its columns and duals.
struct Trial {
    let formulation: Formulation
    let value: Double
    let columnValues: [Double]
    let rowDuals: [Double]
    let totals: Totals

    /// The stages' values; one but for policies of several stages.
    let stages: [Stage]

    enum Answer {
        case optimal(Trial)
        /// No optimum: infeasible or unbounded, or a limit came first.
        case none(PlanStatus)

        var trial: Trial? {
            if case .optimal(let trial) = self { return trial }
            return nil
        }

        var status: PlanStatus {
            switch self {
            case .optimal: .optimal
            case .none(let status): status
            }
        }
    }

    /// Solves to proof.
    static func solve(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings
    ) throws -> Answer {
        var settings = settings
        // Trials are many and short: what they are for is told once.
        settings.progress = nil
        let formulation = try Formulation(scenario: scenario, policy: policy)
        guard Diagnoser.obstacles(of: formulation).isEmpty else { return .none(.infeasible) }
        let outcome = try LexicographicSolve(
            formulation, runner: StageRunner(settings: settings)
        ).solveStages()
        guard outcome.status == .optimal, let last = outcome.last, let stage = outcome.stages.last
        else { return .none(outcome.status) }
        return .optimal(
            Trial(
                formulation: formulation, value: stage.value, columnValues: outcome.columnValues,
                rowDuals: last.rowDuals,
                totals: TotalsWriter(formulation, values: outcome.columnValues).totals([]),
                stages: outcome.stages))
    }
}

extension Trial {
    /// What one unit more of a measure adds to the value: by what the last stage minimises, and by what it
    /// leaves less of a limit.
    func weight(of measure: Measure) -> Double {
        formulation.weight(of: measure) + limitPrice(of: measure)
    }

    /// What one unit more of a limit on a measure is worth; zero without one.
    func limitPrice(of measure: Measure) -> Double {
        guard let block = formulation.program.rowBlock(named: MeasureLimitFamily.name),
            let place = formulation.policy.limits.firstIndex(where: { $0.measure == measure })
        else { return 0 }
        return -rowDuals[block.first + place]
    }
}

/// A trial that an answer needs was stopped, by a limit or by Ctrl-C.
struct TrialStopped: Error {}

extension Scenario {
    /// The scenario with a rule more, and the policy with it in force.
    func adding(
        _ content: Rule.Content, to policy: Policy
    ) -> (scenario: Scenario, policy: Policy) {
        // No rule of a file can have this name.
        let rule = Rule(name: "(explain)", content: content)
        var scenario = self
        var policy = policy
        scenario.rules.append(rule)
        policy.rules.append(rule.name)
        return (scenario, policy)
    }
}
