import Siting

/// Finds the value of a figure at which a site falls out of the optimum, and solves on either side of it.
///
/// The optimum rises with the figure until it is that of the site closed. Its slope at one value, from
/// the plan and the prices of limits there, gives a straight line. Where the figure stands in the objective
/// alone, the optimum is concave in it, and the line lies above: where it meets the optimum without the
/// site, the site is still in or just out. Each step goes there, and few are needed. Where limits make it
/// otherwise and steps gain little, the interval is halved.
struct BreakEvenSearch {
    /// The optimum at one value of the figure.
    struct Point: Equatable {
        let side: BreakEven.Side
        /// What one unit more of the figure adds to the objective at the margin.
        let slope: Double

        var value: Double { side.value }
        /// Whether the site has work.
        var isInside: Bool { side.work > PlanWriter.leastPower }
    }

    /// The optimum with the site closed.
    let closedValue: Double
    /// The least distance that `found` sides keep from the break-even, where it is larger than this share.
    let leastStep: Double
    let solve: (_ value: Double) throws -> Point

    /// How far on either side of a break-even is solved, as a share of it.
    static let relativeStep = 1e-4
    private static let mostSolves = 60
    /// After so many steps that leave more than half of the interval it is halved, and then at every
    /// second step until a line does better.
    private static let patience = 3

    func step(at value: Double) -> Double { max(leastStep, Self.relativeStep * abs(value)) }

    /// - Parameters:
    ///   - inside: Where the site has work.
    ///   - outside: A higher value where it has none, if known.
    ///   - limit: The highest value to try.
    func run(
        from inside: Point, to outside: Point? = nil, limit: Double
    ) throws -> BreakEven.Outcome {
        var inside = inside
        var outside = outside
        var (width, slowSteps) = (Double.infinity, 0)
        for _ in 0..<Self.mostSolves {
            if let outside, outside.value - inside.value <= 2.001 * step(at: outside.value) {
                let estimate = estimate(from: inside) ?? outside.value
                let clamped = min(max(estimate, inside.value), outside.value)
                return .found(clamped, inside: inside.side, outside: outside.side)
            }
            let top = outside?.value ?? limit
            let isHalved = outside != nil && slowSteps >= Self.patience
            let value = isHalved ? (inside.value + top) / 2 : next(inside, outside, limit)
            let point = try solve(value)
            if point.isInside {
                if outside == nil, point.value >= limit { return .alwaysIn(point.side) }
                inside = point
            } else {
                outside = point
            }
            let left = (outside?.value ?? limit) - inside.value
            if left > width / 2 {
                slowSteps += 1
            } else {
                (width, slowSteps) = (left, isHalved ? Self.patience - 1 : 0)
            }
        }
        return .notExamined
    }

    private func next(_ inside: Point, _ outside: Point?, _ limit: Double) -> Double {
        let top = outside?.value ?? limit
        if let estimate = estimate(from: inside) {
            let step = step(at: estimate)
            if estimate + step < top { return estimate + step }
            if outside != nil, estimate <= top, estimate - step > inside.value {
                return estimate - step
            }
        }
        return outside == nil ? limit : (inside.value + top) / 2
    }

    /// Where the plan of a point, unchanged, would cost what the best one without the site does.
    private func estimate(from point: Point) -> Double? {
        guard point.slope > 0 else { return nil }
        return point.value + max(0, closedValue - point.side.objective) / point.slope
    }
}
