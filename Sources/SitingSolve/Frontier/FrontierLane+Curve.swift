import Siting

extension FrontierLane {
    /// The best plan at an exchange rate.
    func corner(
        at rate: Double, ranges: (x: Double, y: Double)?, by weighing: FrontierWeighing,
        choosesAmongTies: Bool = false
    ) throws -> FrontierCurve.Corner {
        let weights = weighing.weights(at: rate, ranges: ranges)
        let best = try best(
            under: weighing.policy(weights), choosesAmongTies: choosesAmongTies)
        let totals = best.plan.totals
        return FrontierCurve.Corner(
            x: totals.known(weighing.x) ?? 0, y: totals.known(weighing.y) ?? 0,
            line: FrontierCurve.Line(x: weights.x, y: weights.y, bound: best.bound),
            plan: best.plan)
    }

    /// What an end of the curve has the least of.
    enum End: Sendable { case leastX, leastY }

    /// Finds the true end of a curve of which only its two ends are known: the least of one measure
    /// and, with that, the least of the other.
    ///
    /// A direction that is all but that of the one measure finds it, unless a corner follows close
    /// by: then the edge towards that corner leads back to the end.
    func findEnd(
        _ end: End, of curve: FrontierCurve, by weighing: FrontierWeighing
    ) throws -> [FrontierCurve.Corner] {
        var curve = curve
        var found: [FrontierCurve.Corner] = []
        let even = curve.ranges.x / curve.ranges.y
        var rate = end == .leastX ? even * Self.tilt : even / Self.tilt
        while !curve.edges.isEmpty {
            let corner = try corner(at: rate, ranges: curve.ranges, by: weighing)
            found.append(corner)
            let isNew = curve.take(corner)
            let reached = end == .leastX ? curve.corners.first : curve.corners.last
            let isEnd = reached?.x == corner.x && reached?.y == corner.y
            guard isNew, !isEnd, !curve.edges.isEmpty else { break }
            let edge = end == .leastX ? 0 : curve.edges.count - 1
            if curve.edges[edge].isSettled { break }
            rate = curve.rate(ofEdge: edge)
        }
        return found
    }

    /// How far the direction that looks for an end leans to the other measure, in shares of both
    /// ranges.
    private static let tilt = 1e-3
}
