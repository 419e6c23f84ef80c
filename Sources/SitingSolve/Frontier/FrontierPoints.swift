import Siting

extension FrontierSearch {
    /// The plans of a curve's corners, as `place` would choose them.
    ///
    /// Each lane goes along its own half.
    /// - Returns: Whether a limit came before the last; the rest then have the measures that the
    ///   search met.
    func points(
        of curve: FrontierCurve, _ lanes: [FrontierLane]
    ) async throws -> (found: [FrontierPoint], areAll: Bool) {
        let count = curve.corners.count
        settings.progress?("choosing the plans of \(count) vertices")
        let parts = lanes.indices.map {
            ($0 * count / lanes.count)..<(($0 + 1) * count / lanes.count)
        }
        let found = try await lanes.share(parts) { [weighing] lane, range in
            try lane.points(range, of: curve, by: weighing)
        }
        return (found.flatMap(\.found), found.allSatisfy(\.areAll))
    }
}

extension FrontierLane {
    fileprivate func points(
        _ range: Range<Int>, of curve: FrontierCurve, by weighing: FrontierWeighing
    ) throws -> (found: [FrontierPoint], areAll: Bool) {
        var areAll = true
        let found = try range.map { index in
            var chosen: FrontierCurve.Corner?
            if areAll {
                do {
                    chosen = try corner(
                        at: curve.middleRate(ofCorner: index), ranges: curve.ranges,
                        by: weighing, choosesAmongTies: true)
                } catch is NoOptimum {
                    areAll = false
                }
            }
            return point(index, of: curve, chosen, weighing)
        }
        return (found, areAll)
    }

    /// - Parameter chosen: The plan that the tie rule chose at the middle of the point's rates.
    private func point(
        _ index: Int, of curve: FrontierCurve, _ chosen: FrontierCurve.Corner?,
        _ weighing: FrontierWeighing
    ) -> FrontierPoint {
        let corner = curve.corners[index]
        // Beside a corner that hardly bends the curve the tie rule may hold its neighbours for
        // equals.
        let plan = chosen.flatMap { curve.isSame($0, corner) ? $0.plan : nil } ?? corner.plan
        let rates = curve.rates(ofCorner: index)
        return FrontierPoint(
            x: corner.x, y: corner.y, lowestRate: rates.lowest, highestRate: rates.highest,
            weights: weighing.policyWeights(
                weighing.weights(
                    at: curve.middleRate(ofCorner: index), ranges: curve.ranges)),
            totals: plan.totals, siteCount: plan.siteCount, proof: plan.proof)
    }
}

extension FrontierCurve {
    /// A rate at which the corner alone is best.
    func middleRate(ofCorner index: Int) -> Double {
        let (lowest, highest) = rates(ofCorner: index)
        guard highest == .infinity else { return (lowest + highest) / 2 }
        guard lowest == 0 else { return 2 * lowest }
        let corner = corners[index]
        return corner.x > 0 && corner.y > 0 ? corner.x / corner.y : 1
    }
}
