import GLPK
import LinearProgramming

/// A bare solve, for tests that plant errors in what a solver says.
enum SolveProbe {
    static func optimum(of program: LinearModel) throws -> (values: [Double], duals: [Double]) {
        let solution = try GLPKSolver.solve(program)
        return (solution.columnValues, solution.rowDuals)
    }
}
