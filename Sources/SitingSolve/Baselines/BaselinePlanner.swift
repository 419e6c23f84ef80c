import LinearProgramming
import Quantities
public import Siting
import SitingFormulation

/// Plans by simple methods under one policy, sized and reported as the model does.
///
/// They keep to its pairs of work and site (residency, access, closed, placement, limits on round trips)
/// and to the limits of sites. Limits on measures and rules on sums are beyond such methods: plans may break them.
public struct BaselinePlanner {
    private let formulation: Formulation
    private let runner: StageRunner

    /// Rows that the methods do not look at.
    private static let unregarded: Set = [
        ShareFamily.name, NearUsersFamily.name, TrainingSupplyFamily.name,
        TrainingSeasonFamily.name, PlacementFamily.name, BurdenFamily.name,
        MeasureLimitFamily.name,
    ]

    public init(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings = SolveSettings()
    ) throws {
        formulation = try Formulation(
            scenario: scenario, policy: policy,
            families: constraintFamilies.filter { !Self.unregarded.contains($0.name) })
        runner = StageRunner(settings: settings)
    }

    /// The plan of a method: `feasible`, checked but without a bound, or `infeasible` with what found no room.
    ///
    /// - Throws: `CertificateRefused` when the plan does not stand up to recomputation.
    public func plan(
        _ method: BaselineMethod, weights: ScoreWeights = ScoreWeights()
    ) throws -> Plan {
        let writer = PlanWriter(formulation, runner: runner)
        let obstacles = Diagnoser.obstacles(of: formulation)
        guard obstacles.isEmpty else {
            return writer.infeasible(Diagnosis(findings: obstacles)).made(by: method)
        }
        let ranking = SiteRanking(method, formulation, weights: weights)
        let placement = GreedyPlacement(formulation, ranking: ranking)
        guard placement.unplaced.isEmpty else {
            let findings = UnplacedWork(formulation, method).findings(placement.unplaced)
            return writer.infeasible(Diagnosis(findings: findings)).made(by: method)
        }
        var values = placement.columnValues
        BurdenWriter(formulation, values: values).setColumns(in: &values)
        let certificate = Certificate(
            checkingInteger: formulation.program, columnValues: values, bound: -.infinity,
            tolerance: runner.settings.tolerance)
        try certificate.require(of: formulation.program.name, withinGap: .infinity)
        var plan = try writer.plan(
            LexicographicSolve.Outcome(
                status: .feasible, stages: stages(at: values), columnValues: values,
                program: formulation.program))
        plan.proof = writer.proof(certificate, program: formulation.program)
        return plan.made(by: method)
    }

    /// What the policy would judge it by; no bound is known.
    private func stages(at values: [Double]) -> [Stage] {
        formulation.objectives.map { objective in
            Stage(
                measure: objective.name, unit: objective.unit,
                value: objective.expression.value(at: values).value, bound: -.infinity,
                tolerance: formulation.policy.tolerance)
        }
    }
}

extension Plan {
    fileprivate func made(by method: BaselineMethod) -> Plan {
        var plan = self
        plan.warnings.insert(
            "made by the baseline \(method.rawValue), not an optimum: \(method.summary); limits on"
                + " measures and rules on sums are not looked at",
            at: 0)
        return plan
    }
}
