public import LinearProgramming

import GLPKShim

/// Repeated solves of one model that starts each time where the last one ended.
///
/// A session lives inside `GLPKSolver.withSession` and on its thread: used elsewhere it throws.
/// Costs and bounds may change between solves; rows and columns may not.
public final class GLPKSession {
    private(set) var model: WorkingModel
    private var loaded: Problem?
    private var isOpen = true
    private let thread = glpkshim_thread()

    init(_ model: LinearModel) {
        self.model = WorkingModel(model)
    }

    /// Solves the model as it stands now, from the basis of the last solve.
    ///
    /// Infeasible, unbounded and stopped are answers. A stopped linear program keeps its basis, so
    /// that a later solve goes on from there; a cancelled one starts anew.
    /// - Throws: `GLPKError` when GLPK fails in every way tried.
    public func solve(_ options: SolveOptions = SolveOptions()) throws(GLPKError) -> Solution {
        try checkUse()
        if model.hasEmptyColumn { return Solution(status: .infeasible) }
        let budget = Budget(options, countsNodes: model.isMixedInteger)
        if budget.isCancelled?() == true { return Solution(status: .stopped) }
        if let start = options.start { try setStart(start) }
        return try model.isMixedInteger
            ? solveInteger(options, budget) : solveLinear(options, budget)
    }

    /// Replaces all costs, one a column. The model's objective constant stays.
    public func setObjective(_ costs: [Double]) throws(GLPKError) {
        try checkUse()
        try model.setCosts(costs)
        if let problem = alive { try problem.setCosts(model) }
    }

    /// Moves the two sides of a row; infinities for none.
    public func setRowBounds(_ row: Int, lower: Double, upper: Double) throws(GLPKError) {
        try checkUse()
        try model.setRow(row, lower: lower, upper: upper)
        if let problem = alive { try problem.setRowBounds(model, row..<(row + 1)) }
    }

    /// Moves the two bounds of a column; infinities for none.
    public func setColumnBounds(_ column: Int, lower: Double, upper: Double) throws(GLPKError) {
        try checkUse()
        try model.setColumn(column, lower: lower, upper: upper)
        // GLPK would refuse the bounds of an integer column between two integers.
        if model.columnLower[column] <= model.columnUpper[column], let problem = alive {
            try problem.setColumnBounds(model, column..<(column + 1))
        } else {
            close(reopening: true)
        }
    }

    /// The loaded problem, loaded anew if an abort or a cancellation took it.
    func problem() throws(GLPKError) -> Problem {
        if let alive { return alive }
        let fresh = try Problem(model)
        loaded = fresh
        return fresh
    }

    /// Frees what GLPK holds. The session can't be used afterwards.
    func close() { close(reopening: false) }

    private var alive: Problem? { loaded.flatMap { $0.isAlive ? $0 : nil } }

    private func close(reopening: Bool) {
        loaded?.close()
        loaded = nil
        isOpen = reopening
    }

    private func setStart(_ start: Basis) throws(GLPKError) {
        let (columns, rows) = (model.columnLower.count, model.rowLower.count)
        guard start.columns.count == columns, start.rows.count == rows else {
            throw model.fault(
                "glp_set_col_stat",
                "a basis of \(start.columns.count) columns and \(start.rows.count) rows "
                    + "for a model of \(columns) and \(rows)")
        }
        try problem().setBasis(start)
    }

    private func checkUse() throws(GLPKError) {
        guard isOpen else { throw model.fault("GLPKSession", "the session is over") }
        guard thread == glpkshim_thread() else {
            throw model.fault("GLPKSession", "a session belongs to the thread that opened it")
        }
    }
}
