import Siting

/// Follows the optimum from a limit as it is to where it bends, on either side.
///
/// The optimum is convex and piecewise linear in the limit. At any other value, the duals give a tangent: one
/// that passes through the optimum as it is belongs to the same straight piece. Where a tangent of a later
/// piece meets the first piece's line, the optimum bends or bends before; each step goes there.
struct PriceRangeSearch {
    private let limit: RangedLimit
    /// The optimum with the limit as it is.
    private let value: Double
    private let settings: SolveSettings

    private static let mostSolves = 50
    /// Of the optimum, below which a distance from a line is rounding.
    private static let rounding = 1e-8
    /// Of the limit, below which ends of an interval are one.
    private static let resolution = 1e-5

    init(_ limit: RangedLimit, value: Double, settings: SolveSettings) {
        self.limit = limit
        self.value = value
        self.settings = settings
    }

    func range() throws -> PriceRange {
        PriceRange(
            current: limit.current, unit: limit.unit, looser: try piece(towards: limit.loosest),
            tighter: try piece(towards: 0))
    }

    private enum Point {
        /// The optimum and what one unit more is worth there.
        case optimal(Double, price: Double)
        case infeasible
    }

    private func point(at limit: Double) throws -> Point {
        let changed = self.limit.changed(to: limit)
        let answer = try Trial.solve(changed.scenario, under: changed.policy, settings: settings)
        switch answer {
        case .optimal(let trial):
            return .optimal(trial.value, price: self.limit.price(at: trial))
        case .none(.infeasible): return .infeasible
        case .none: throw TrialStopped()
        }
    }

    /// The straight piece on one side; `nil` where it is too short to tell, or a limit came first.
    private func piece(towards far: Double) throws -> PriceRange.Piece? {
        do {
            return try search(towards: far)
        } catch is TrialStopped {
            return nil
        }
    }

    private func search(towards far: Double) throws -> PriceRange.Piece? {
        let start = limit.current
        let least = Self.resolution * max(abs(start), 1e-9)
        guard abs(far - start) > least else { return nil }
        /// The nearest value known to be beyond the piece, with its tangent.
        var beyond: (at: Double, point: Point)?
        /// The farthest value known to be on the piece.
        var on: (at: Double, price: Double)?
        var next = far
        for _ in 0..<Self.mostSolves {
            let found = try point(at: next)
            if case .optimal(let optimum, let price) = found,
                isOnPiece(next, optimum, price: on?.price ?? price)
            {
                on = (next, on?.price ?? price)
            } else {
                beyond = (next, found)
            }
            guard let beyond else {
                return on.map { .init(price: max(0, $0.price), end: far, reason: .searched) }
            }
            let near = on?.at ?? start
            if abs(beyond.at - near) <= least {
                guard let on else { return nil }
                return .init(price: max(0, on.price), end: on.at, reason: reason(beyond.point))
            }
            next = (near + beyond.at) / 2
            if let on, let bend = bend(on.price, beyond.point, at: beyond.at) {
                let ends = [on.at, beyond.at].filter { abs(bend - $0) <= least }
                if let end = ends.first {
                    return .init(price: max(0, on.price), end: end, reason: .bend)
                }
                if (bend - on.at) * (bend - beyond.at) < 0 { next = bend }
            }
        }
        return nil
    }

    /// Whether an optimum lies on the line that leaves the limit as it is at a price.
    private func isOnPiece(_ limit: Double, _ optimum: Double, price: Double) -> Bool {
        let line = value - price * (limit - self.limit.current)
        return abs(optimum - line) <= Self.rounding * max(1, abs(value))
    }

    /// Where the tangent of a point beyond meets the line of the piece.
    private func bend(_ price: Double, _ beyond: Point, at place: Double) -> Double? {
        guard case .optimal(let optimum, let other) = beyond, price != other else { return nil }
        // value - price (b - current) = optimum - other (b - place)
        return (value - optimum + price * limit.current - other * place) / (price - other)
    }

    private func reason(_ beyond: Point) -> PriceRange.End {
        if case .infeasible = beyond { return .infeasible }
        return .bend
    }
}
