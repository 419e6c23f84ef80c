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

    let face: LinearModel
    let rule: LinearExpression<One>
    let runner: StageRunner

    func choose(from last: Solution) throws -> Choice {
        var program = face
        try program.minimise(rule)
        let best = try runner.solve(program, from: last.basis)
        guard best.status == .optimal else {
            return Choice(columnValues: last.columnValues, ties: .notExamined)
        }
        if Self.differ(best.columnValues, last.columnValues) {
            return Choice(columnValues: best.columnValues, ties: .chosen)
        }
        var worst = LinearExpression<One>()
        worst.add(-1, rule)
        try program.minimise(worst)
        let opposite = try runner.solve(program, from: best.basis)
        guard opposite.status == .optimal else {
            // Without end or stopped: others exist or may exist.
            let ties: Ties = opposite.status == .unbounded ? .chosen : .notExamined
            return Choice(columnValues: best.columnValues, ties: ties)
        }
        let others = Self.differ(opposite.columnValues, best.columnValues)
        return Choice(columnValues: best.columnValues, ties: others ? .chosen : .unique)
    }

    /// Whether any column differs by more than rounding.
    private static func differ(_ left: [Double], _ right: [Double]) -> Bool {
        zip(left, right).contains { abs($0 - $1) > 1e-6 * (1 + abs($0)) }
    }
}
