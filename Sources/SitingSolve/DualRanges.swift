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
    private let limits: SolveOptions
    /// Columns of the whole program that the cone holds, rising: those that others may not undercut.
    private var columns: [Int]

    /// Rows beyond this many are left without a range: each costs two solves.
    private static let mostRows = 40
    /// A reduced cost below this share of its terms is an improvement.
    private static let threshold = 1e-9

    /// - Parameters:
    ///   - columns: Columns to start from; every basic one is among them, and the others are at zero.
    ///   - limits: Time left and cancellation.
    init(program: LinearModel, solution: Solution, columns: [Int], limits: SolveOptions) {
        self.program = program
        self.solution = solution
        self.columns = columns
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
        var finder = self
        var ranges: [Range?] = []
        let wanted = rows.prefix(Self.mostRows)
        while ranges.count < wanted.count {
            let missing = try finder.append(to: &ranges, wanted, basis)
            finder.columns = ColumnGeneration.merged(finder.columns, missing)
        }
        return ranges + rows.dropFirst(Self.mostRows).map { _ in nil }
    }

    /// Goes on with the rows until one needs columns that the cone lacks.
    ///
    /// - Returns: The columns that it lacks.
    private func append(
        to ranges: inout [Range?], _ rows: ArraySlice<Int>, _ basis: Basis
    ) throws -> [Int] {
        var options = limits
        options.start = Basis(columns: columns.map { basis.columns[$0] }, rows: basis.rows)
        options.method = .dual
        let outside = OutsideColumns(of: program, inside: columns, duals: solution.rowDuals)
        return try GLPKSolver.withSession(cone()) { session in
            for row in rows[(rows.startIndex + ranges.count)...] {
                switch try range(of: row, in: session, options, outside) {
                case .found(let range): ranges.append(range)
                case .lacks(let missing): return missing
                }
            }
            return []
        }
    }

    private enum Answer {
        case found(Range?)
        case lacks([Int])
    }

    private func range(
        of row: Int, in session: GLPKSession, _ options: SolveOptions, _ outside: OutsideColumns
    ) throws -> Answer {
        let lower: Double = program.rowLower[row] == program.rowUpper[row] ? 0 : -.infinity
        var optima: [Solution] = []
        for side in [1.0, -1.0] {
            try session.setRowBounds(row, lower: lower == 0 ? side : lower, upper: side)
            let optimum = try session.solve(options)
            if optimum.status == .optimal {
                let missing = outside.improving(at: optimum.rowDuals, by: Self.threshold)
                if !missing.isEmpty { return .lacks(missing) }
            } else if optimum.status == .infeasible, columns.count < program.columnCount {
                return .lacks(Array(0..<program.columnCount))
            }
            optima.append(optimum)
        }
        try session.setRowBounds(row, lower: lower, upper: 0)
        return .found(range(loosened: optima[0], tightened: optima[1]))
    }

    private func range(loosened: Solution, tightened: Solution) -> Range? {
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
    private func cone() throws -> LinearModel {
        var cone = program.restricted(to: columns, shortfallRows: 0..<0, shortfallCost: 0)
        for (place, column) in columns.enumerated() {
            let value = solution.columnValues[column]
            let (low, high) = Self.sides(
                value, program.columnLower[column], program.columnUpper[column])
            try cone.restrictColumn(place, from: low, to: high)
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
