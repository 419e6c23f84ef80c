import GLPK
import LinearProgramming

/// One-sided prices of rows: they differ where the dual solution is not unique.
///
/// The derivative of the optimum in a row's upper side is the optimum of the cone of directions that the
/// optimum leaves open, with the row's side moved by one. The optimal basis stays dual feasible there, so
/// each takes a few dual simplex steps.
struct DualRanges {
    /// Worth per unit loosened and per unit tightened; the latter is infinite where it can't be.
    struct Range {
        let lower: Double
        let upper: Double
    }

    private let program: LinearModel
    private let solution: Solution

    /// Rows beyond this many are left without a range: each costs two solves.
    private static let mostRows = 40

    private let limits: SolveOptions

    /// - Parameter limits: Time left and cancellation.
    init(program: LinearModel, solution: Solution, limits: SolveOptions) {
        self.program = program
        self.solution = solution
        self.limits = limits
    }

    /// In the order of `rows`; `nil` where not computed.
    func ranges(of rows: [Int]) throws -> [Range?] {
        guard let basis = solution.basis, !rows.isEmpty else {
            return rows.map { _ in nil }
        }
        guard isDegenerate(basis) else {
            return rows.map { row in
                Range(lower: -solution.rowDuals[row], upper: -solution.rowDuals[row])
            }
        }
        let cone = try directions()
        var options = limits
        options.start = basis
        options.method = .dual
        return try GLPKSolver.withSession(cone) { session in
            var ranges: [Range?] = []
            for (place, row) in rows.enumerated() {
                guard place < Self.mostRows else {
                    ranges.append(nil)
                    continue
                }
                ranges.append(try range(of: row, in: session, options: options))
            }
            return ranges
        }
    }

    private func range(
        of row: Int, in session: GLPKSession, options: SolveOptions
    ) throws -> Range? {
        let lower: Double = program.rowLower[row] == program.rowUpper[row] ? 0 : -.infinity
        func optimum(side: Double) throws -> Solution {
            try session.setRowBounds(row, lower: lower == 0 ? side : lower, upper: side)
            return try session.solve(options)
        }
        let loosened = try optimum(side: 1)
        let tightened = try optimum(side: -1)
        try session.setRowBounds(row, lower: lower, upper: 0)
        guard loosened.status == .optimal else { return nil }
        let least = max(0, program.objectiveConstant - loosened.objective)
        switch tightened.status {
        case .optimal:
            return Range(
                lower: least, upper: max(least, tightened.objective - program.objectiveConstant))
        case .infeasible: return Range(lower: least, upper: .infinity)
        case .feasible, .unbounded, .stopped: return nil
        }
    }

    /// Whether a basic column or row lies at a bound.
    private func isDegenerate(_ basis: Basis) -> Bool {
        for column in 0..<program.columnCount where basis.columns[column] == .basic {
            let value = solution.columnValues[column]
            if Self.isAt(value, program.columnLower[column])
                || Self.isAt(value, program.columnUpper[column])
            {
                return true
            }
        }
        for row in 0..<program.rowCount where basis.rows[row] == .basic {
            let value = program.activity(ofRow: row, at: solution.columnValues)
            if Self.isAt(value, program.rowLower[row])
                || Self.isAt(value, program.rowUpper[row])
            {
                return true
            }
        }
        return false
    }

    /// The cone of directions: what lies at a bound may only leave it inwards.
    private func directions() throws -> LinearModel {
        var cone = program
        for column in 0..<program.columnCount {
            let value = solution.columnValues[column]
            let (low, high) = Self.sides(
                value, program.columnLower[column], program.columnUpper[column])
            try cone.restrictColumn(column, from: low, to: high)
        }
        for row in 0..<program.rowCount {
            let value = program.activity(ofRow: row, at: solution.columnValues)
            let (low, high) = Self.sides(value, program.rowLower[row], program.rowUpper[row])
            try cone.restrictRow(row, from: low, to: high)
        }
        return cone
    }

    private static func sides(
        _ value: Double, _ lower: Double, _ upper: Double
    ) -> (low: Double, high: Double) {
        (isAt(value, lower) ? 0 : -.infinity, isAt(value, upper) ? 0 : .infinity)
    }

    private static func isAt(_ value: Double, _ bound: Double) -> Bool {
        bound.isFinite && abs(value - bound) <= 1e-8 * (1 + abs(bound))
    }
}
