import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Chooses one plan among equally good ones by a fixed rule, and finds out whether there are others.
struct TieStage {
    struct Choice {
        var columnValues: [Double]
        var ties: Ties
    }

    /// The face without the columns that are zero all over it.
    private let face: LinearModel
    private let runner: StageRunner
    /// The columns of the whole program that `face` has; of a large program, few.
    private let columns: [Int]
    private let columnCount: Int
    /// Places in `columns` by which plans differ: a burden's column may be above what any member bears.
    private let compared: [Int]

    /// All of a face is degenerate, and the simplex method may walk on it without end; it mostly needs less
    /// than one step a row.
    private static let iterationsPerRow = 3

    /// - Parameters:
    ///   - face: All plans to choose from.
    ///   - basis: Its basic columns are kept, at zero or not: without them it is no basis.
    init(
        face whole: LinearModel, rule: LinearExpression<One>, basis: Basis?, runner: StageRunner
    ) throws {
        var whole = whole
        try whole.minimise(rule)
        columnCount = whole.columnCount
        columns = (0..<columnCount).filter {
            whole.columnLower[$0] != 0 || whole.columnUpper[$0] != 0
                || basis?.columns[$0] == .basic
        }
        face = whole.restricted(to: columns, shortfallRows: 0..<0, shortfallCost: 0)
        self.runner = runner
        let burdens = whole.columnBlock(named: Decisions.burdenName)?.range ?? 0..<0
        let kept = columns
        compared = kept.indices.filter { !burdens.contains(kept[$0]) }
    }

    /// - Parameter examines: Whether to find out if there are other plans, too: up to three solves more.
    func choose(from last: Solution, examines: Bool) throws -> Choice {
        let rule = face.objective
        guard let best = try minimise(rule, from: last.basis.map(restricted)) else {
            return Choice(columnValues: last.columnValues, ties: .notExamined)
        }
        guard examines else { return choice(best, .notExamined) }
        let given = columns.map { last.columnValues[$0] }
        if differ(best.columnValues, given) { return choice(best, .chosen) }
        switch try others(than: best, by: rule) {
        case .exist: return choice(best, .chosen)
        case .unknown: return choice(best, .notExamined)
        case .none: break
        }
        // All plans are alike to the rule: any weights without a pattern tell whether there are several.
        let weights = Self.patternless(columns)
        guard let first = try minimise(weights, from: best.basis) else {
            return choice(best, .notExamined)
        }
        if differ(first.columnValues, best.columnValues) { return choice(first, .chosen) }
        switch try others(than: first, by: weights) {
        case .exist: return choice(first, .chosen)
        case .unknown: return choice(best, .notExamined)
        case .none: return choice(best, .unique)
        }
    }

    private enum Others { case exist, none, unknown }

    /// Whether the plan that is most by these costs is another than the one that is least.
    private func others(than least: Solution, by costs: [Double]) throws -> Others {
        let most = try solve(costs.map { -$0 }, from: least.basis)
        switch most.status {
        case .optimal:
            return differ(most.columnValues, least.columnValues) ? .exist : .none
        case .unbounded: return .exist
        case .infeasible, .feasible, .stopped: return .unknown
        }
    }

    /// The face's plan that is least by these costs, proved; `nil` where a limit came.
    private func minimise(_ costs: [Double], from start: Basis?) throws -> Solution? {
        let solution = try solve(costs, from: start)
        return solution.status == .optimal ? solution : nil
    }

    private func solve(_ costs: [Double], from start: Basis?) throws -> Solution {
        var expression = LinearExpression<One>()
        for (column, cost) in costs.enumerated() {
            expression.add(cost, Variable<One>(column: column))
        }
        var program = face
        try program.minimise(expression)
        return try runner.solve(
            program, from: start, iterationLimit: Self.iterationsPerRow * program.rowCount)
    }

    private func restricted(_ basis: Basis) -> Basis {
        Basis(columns: columns.map { basis.columns[$0] }, rows: basis.rows)
    }

    private func choice(_ solution: Solution, _ ties: Ties) -> Choice {
        var values = [Double](repeating: 0, count: columnCount)
        for (place, column) in columns.enumerated() {
            values[column] = solution.columnValues[place]
        }
        return Choice(columnValues: values, ties: ties)
    }

    /// Fixed weights between 1 and 2 that no two plans balance, but by accident.
    private static func patternless(_ columns: [Int]) -> [Double] {
        columns.map { column in
            var numbers = SplitMix(seed: UInt64(column))
            return 1 + numbers.unit()
        }
    }

    /// Whether any column differs by more than rounding.
    private func differ(_ left: [Double], _ right: [Double]) -> Bool {
        compared.contains { abs(left[$0] - right[$0]) > 1e-6 * (1 + abs(left[$0])) }
    }
}
