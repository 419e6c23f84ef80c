import Siting
import SitingFormulation

/// Turns a searched curve into one in the planner's terms.
struct FrontierWriter {
    private let formulation: Formulation
    private let weighing: FrontierWeighing
    private let runner: StageRunner
    private var tally = FrontierTally()

    init(_ formulation: Formulation, weighing: FrontierWeighing, runner: StageRunner) {
        self.formulation = formulation
        self.weighing = weighing
        self.runner = runner
    }

    /// Takes note of solves.
    mutating func count(_ found: [FrontierCurve.Corner]) {
        for corner in found { tally.count(corner.plan.proof) }
    }

    func frontier(
        _ curve: FrontierCurve, points: [FrontierPoint], _ status: PlanStatus
    ) -> Frontier {
        var frontier = without(status, nil)
        frontier.points = points
        frontier.segments = curve.edges.indices.map { index in
            FrontierSegment(
                rate: curve.rate(ofEdge: index), gap: curve.edges[index].gap,
                isEdge: curve.edges[index].isSettled)
        }
        var tally = self.tally
        for point in points { tally.include(point.proof) }
        frontier.solveCount = tally.solveCount
        frontier.proof = tally.proof
        return frontier
    }

    /// A curve without points.
    func without(_ status: PlanStatus, _ diagnosis: Diagnosis?) -> Frontier {
        // Warnings of a policy's own limits are part of what any plan under it says.
        let plan = PlanWriter(formulation, runner: runner).without(status)
        var frontier = Frontier(
            scenario: plan.scenario, file: plan.file, policy: plan.policy, x: weighing.x,
            y: weighing.y, status: status)
        frontier.diagnosis = diagnosis
        frontier.warnings = plan.warnings
        frontier.carbonBasis = plan.carbonBasis
        return frontier
    }
}
