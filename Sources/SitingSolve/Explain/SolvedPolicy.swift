import LinearProgramming
import Siting
import SitingFormulation

/// A plan with the program that it solves, for questions about it.
struct SolvedPolicy: Sendable {
    let plan: Plan
    let formulation: Formulation
    let outcome: LexicographicSolve.Outcome
    /// The last stage's solution, before a choice among ties.
    let last: Solution
    /// The last stage alone, with the earlier ones held: what re-solves minimise.
    let held: Policy

    /// Solves a policy to its plan; without a plan that is proved best there is nothing to ask about.
    ///
    /// - Returns: The plan, and the rest where the plan is optimal.
    static func solve(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings
    ) throws -> (plan: Plan, solved: SolvedPolicy?) {
        let runner = StageRunner(settings: settings)
        let formulation = try Formulation(scenario: scenario, policy: policy)
        let writer = PlanWriter(formulation, runner: runner)
        let obstacles = Diagnoser.obstacles(of: formulation)
        guard obstacles.isEmpty else {
            return (writer.infeasible(Diagnosis(findings: obstacles)), nil)
        }
        let outcome = try LexicographicSolve(formulation, runner: runner).run()
        switch outcome.status {
        case .infeasible:
            return (writer.infeasible(try Diagnoser(formulation, runner: runner).diagnosis()), nil)
        case .unbounded, .stopped: return (writer.without(outcome.status), nil)
        case .optimal, .feasible: break
        }
        let plan = try writer.plan(outcome)
        guard outcome.status == .optimal, let last = outcome.last else { return (plan, nil) }
        let solved = SolvedPolicy(
            plan: plan, formulation: formulation, outcome: outcome, last: last,
            held: policy.lastStage(after: outcome.stages))
        return (plan, solved)
    }
}

extension Policy {
    /// The last stage alone: what the earlier ones came to becomes a limit, as their kept rows are.
    ///
    /// - Parameter stages: All stages of this policy, solved.
    func lastStage(after stages: [Stage]) -> Policy {
        guard case .inOrder(let measures) = objective, measures.count > 1,
            let last = measures.last
        else { return self }
        var maxima = limits
        for (measure, stage) in zip(measures, stages.dropLast()) {
            let most = stage.value + max(tolerance, 1e-6) * abs(stage.value)
            let place = maxima.firstIndex { $0.measure == measure }
            let known = place.map { maxima.remove(at: $0) }
            maxima.append(
                Limit(
                    measure: measure, maximum: min(most, known?.maximum ?? .infinity),
                    location: known?.location))
        }
        return Policy(
            name: name, objective: .inOrder([last]), limits: maxima, rules: rules,
            maxRoundTrips: maxRoundTrips, location: location)
    }

    /// The same with limits of other sizes.
    func with(limits: [Limit]) -> Policy {
        Policy(
            name: name, objective: objective, tolerance: tolerance, limits: limits, rules: rules,
            maxRoundTrips: maxRoundTrips, location: location)
    }
}
