import LinearProgramming
import Siting

extension FrontierLane {
    /// What the best plan of a direction says.
    struct SurfaceAnswer: Sendable {
        let cut: SurfaceShape.Cut
        let vertex: SurfaceShape.Vertex
    }

    /// The best plan of a direction, which has a weight for a unit of each measure.
    func answer(
        to weights: SIMD3<Double>, ranges: SIMD3<Double>, by weighing: SurfaceWeighing,
        choosesAmongTies: Bool = false
    ) throws -> SurfaceAnswer {
        let scaled = weighing.scaled(weights, ranges: ranges)
        let best = try best(
            under: weighing.policy(scaled), choosesAmongTies: choosesAmongTies)
        return SurfaceAnswer(
            cut: SurfaceShape.Cut(weights: scaled, bound: best.bound),
            vertex: SurfaceShape.Vertex(
                values: weighing.values(of: best.plan.totals), plan: best.plan))
    }

    /// The same, `nil` where its proof is refused: directions that count a measure for next to nothing
    /// ask for digits that the solver may not have.
    func provedAnswer(
        to weights: SIMD3<Double>, ranges: SIMD3<Double>, by weighing: SurfaceWeighing,
        choosesAmongTies: Bool = false
    ) throws -> SurfaceAnswer? {
        do {
            return try answer(
                to: weights, ranges: ranges, by: weighing, choosesAmongTies: choosesAmongTies)
        } catch is CertificateRefused {
            return nil
        }
    }

    /// Finds a plan with the least of one measure and nothing to spare in the others: in a direction
    /// that leans to the others, less and less until it has the least.
    ///
    /// - Parameter frame: Its origin is the least of each measure.
    func answers(
        towardsLeastOf measure: Int, in frame: SurfaceFrame, by weighing: SurfaceWeighing
    ) throws -> [SurfaceAnswer] {
        var found: [SurfaceAnswer] = []
        for tilt in SurfaceShape.tilts {
            var shares = SIMD3(repeating: tilt)
            shares[measure] = 1
            let answer = try provedAnswer(
                to: shares / frame.unit, ranges: frame.unit, by: weighing)
            guard let answer else { continue }
            found.append(answer)
            let excess = frame.place(answer.vertex.values)[measure]
            if excess <= SurfaceShape.resolution { break }
        }
        return found
    }
}
