public import Siting
import GLPK
public import LinearProgramming
import Quantities
import SitingFormulation

/// Finds the best placement of a scenario's work under one policy.
public enum Placement {
    /// Solves every stage of the policy, chooses among ties, proves the plan and prices its limits.
    ///
    /// An infeasible scenario is an answer: the plan says so and carries a diagnosis.
    ///
    /// - Throws: `CertificateRefused` when an answer does not stand up to recomputation, and what the
    ///   solver throws when it breaks down.
    public static func plan(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings = SolveSettings()
    ) throws -> Plan {
        try PlacementModel(scenario, under: policy, settings: settings).plan()
    }

    /// The program of one stage as `sitewise export` writes it: the whole model, every allowed arc, with
    /// the rows that keep the earlier stages.
    ///
    /// - Parameter stage: From 1; the last stage if `nil`.
    public static func program(
        of scenario: Scenario, under policy: Policy, stage: Int? = nil,
        settings: SolveSettings = SolveSettings()
    ) throws -> LinearModel {
        let formulation = try Formulation(scenario: scenario, policy: policy)
        let objectives = formulation.objectives
        let wanted = stage ?? objectives.count
        precondition((1...objectives.count).contains(wanted), "no such stage")
        let runner = StageRunner(settings: settings)
        return try LexicographicSolve(formulation, runner: runner).program(ofStage: wanted)
    }
}
