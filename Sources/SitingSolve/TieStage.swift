import GLPK
import LinearProgramming
import Quantities
import Siting

/// Chooses one plan among equally good ones by a fixed rule, and finds out whether there are others.
struct TieStage {
    struct Choice {
        var columnValues: [Double]
        var ties: Ties
    }

    private let face: LinearModel
    private let rule: LinearExpression<One>
    private let runner: StageRunner
    /// Columns that may be other than zero on the face; of a large program, few.
    private let columns: [Int]

    /// - Parameter basis: Its basic columns are kept, at zero or not: without them it is no basis.
    init(
        face: LinearModel, rule: LinearExpression<One>, basis: Basis?, runner: StageRunner
    ) {
        self.face = face
        self.rule = rule
        self.runner = runner
        columns = (0..<face.columnCount).filter {
            face.columnLower[$0] != 0 || face.columnUpper[$0] != 0
                || basis?.columns[$0] == .basic
        }
    }

    func choose(from last: Solution) throws -> Choice {
        let best = try minimise(rule, from: last.basis)
        guard best.status == .optimal else {
            return Choice(columnValues: last.columnValues, ties: .notExamined)
        }
        if Self.differ(best.columnValues, last.columnValues) {
            return Choice(columnValues: best.columnValues, ties: .chosen)
        }
        var worst = LinearExpression<One>()
        worst.add(-1, rule)
        let opposite = try minimise(worst, from: best.basis)
        guard opposite.status == .optimal else {
            // Without end or stopped: others exist or may exist.
            let ties: Ties = opposite.status == .unbounded ? .chosen : .notExamined
            return Choice(columnValues: best.columnValues, ties: ties)
        }
        if Self.differ(opposite.columnValues, best.columnValues) {
            return Choice(columnValues: best.columnValues, ties: .chosen)
        }
        // The rule may be blind to what differs: only a face of one point has no other plan.
        let isPoint = try !OptimalFace(of: program(worst), at: opposite).mayHoldOthers
        return Choice(columnValues: best.columnValues, ties: isPoint ? .unique : .notExamined)
    }

    private func program(_ expression: LinearExpression<One>) throws -> LinearModel {
        var program = face
        try program.minimise(expression)
        return program
    }

    /// The face's point that is least by an expression, proved, with values and basis of the whole program.
    private func minimise(_ expression: LinearExpression<One>, from start: Basis?) throws
        -> Solution
    {
        let small = try program(expression).restricted(
            to: columns, shortfallRows: 0..<0, shortfallCost: 0)
        let basis = start.map { basis in
            Basis(columns: columns.map { basis.columns[$0] }, rows: basis.rows)
        }
        var solution = try runner.solve(small, from: basis)
        guard solution.status == .optimal else { return solution }
        var values = [Double](repeating: 0, count: face.columnCount)
        var statuses = [BasisStatus](repeating: .fixed, count: face.columnCount)
        for (place, column) in columns.enumerated() {
            values[column] = solution.columnValues[place]
            statuses[column] = solution.basis?.columns[place] ?? .atLower
        }
        solution.columnValues = values
        solution.basis = solution.basis.map { Basis(columns: statuses, rows: $0.rows) }
        return solution
    }

    /// Whether any column differs by more than rounding.
    private static func differ(_ left: [Double], _ right: [Double]) -> Bool {
        zip(left, right).contains { abs($0 - $1) > 1e-6 * (1 + abs($0)) }
    }
}
