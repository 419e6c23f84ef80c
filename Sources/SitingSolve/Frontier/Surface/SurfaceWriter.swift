import Siting
import SitingFormulation

/// Turns a searched surface into one in the planner's terms.
struct SurfaceWriter {
    private let formulation: Formulation
    private let weighing: SurfaceWeighing
    private let within: Double
    private let runner: StageRunner
    private var tally = FrontierTally()
    private var refusedCount = 0

    init(
        _ formulation: Formulation, weighing: SurfaceWeighing, within: Double, runner: StageRunner
    ) {
        self.formulation = formulation
        self.weighing = weighing
        self.within = within
        self.runner = runner
    }

    /// Takes note of solves; of those without an answer the proof was refused.
    mutating func count(_ found: [FrontierLane.SurfaceAnswer?]) {
        for answer in found {
            if let answer { tally.count(answer.vertex.plan.proof) } else { refusedCount += 1 }
        }
    }

    /// - Parameter points: In the order of the shape's vertices.
    func surface(
        _ shape: SurfaceShape, points: [SurfacePoint], _ status: PlanStatus
    ) -> FrontierSurface {
        let order = points.indices.sorted { left, right in
            points[left].values.lexicographicallyPrecedes(points[right].values)
        }
        var places = [Int](repeating: 0, count: order.count)
        for (place, vertex) in order.enumerated() { places[vertex] = place }
        var surface = without(status, nil)
        surface.points = order.map { points[$0] }
        surface.facets = facets(of: shape, places)
        var tally = self.tally
        for point in points { tally.include(point.proof) }
        surface.solveCount = tally.solveCount
        surface.proof = tally.proof
        if refusedCount > 0 {
            surface.warnings.append(
                "\(refusedCount) of the directions asked for had no answer that its certificate "
                    + "bears out: what they leave open is part of the gap")
        }
        return surface
    }

    /// In order of the points at their corners.
    private func facets(of shape: SurfaceShape, _ places: [Int]) -> [SurfaceFacet] {
        let (gaps, areSettled, ranges) = (shape.gaps, shape.areSettled, shape.ranges)
        let found = shape.facets.indices.map { index in
            let facet = shape.facets[index]
            let weights = weighing.scaled(shape.weights(of: facet), ranges: ranges)
            return SurfaceFacet(
                points: facet.hull.corners.compactMap(\.point).map { places[$0] }.sorted(),
                open: facet.hull.corners.compactMap(\.axis).sorted().map {
                    weighing.measures[$0]
                },
                rates: weighing.rates(weights), weights: weighing.policyWeights(weights),
                gap: gaps[index], isSettled: areSettled[index])
        }
        return found.sorted { left, right in
            left.open.count == right.open.count
                ? left.points.lexicographicallyPrecedes(right.points)
                : left.open.count < right.open.count
        }
    }

    /// A surface without points.
    func without(_ status: PlanStatus, _ diagnosis: Diagnosis?) -> FrontierSurface {
        // Warnings of a policy's own limits are part of what any plan under it says.
        let plan = PlanWriter(formulation, runner: runner).without(status)
        var surface = FrontierSurface(
            scenario: plan.scenario, file: plan.file, policy: plan.policy,
            measures: weighing.measures, status: status, within: within)
        surface.diagnosis = diagnosis
        surface.warnings = plan.warnings
        surface.carbonBasis = plan.carbonBasis
        return surface
    }
}
