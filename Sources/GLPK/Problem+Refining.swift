import CGLPK
import GLPKShim
import LinearProgramming

/// The basic solution computed anew, with its errors solved for: iterative refinement, by residuals in
/// compensated arithmetic.
///
/// After thousands of updates of a factorization, or of a badly conditioned basis, values and duals lose
/// digits that a proof asks for. The basis itself is right, and determines them.
struct BasicRefinement {
    private let problem: Problem
    private let model: WorkingModel
    /// What each place of the basis holds: rows first, then columns.
    private let head: [Int32]
    private var rowCount: Int { model.rowLower.count }

    /// One undoes the loss of most digits, the next that of all.
    private static let rounds = 3

    /// - Returns: `nil` where GLPK can't factorize the basis.
    init?(_ problem: Problem, _ model: WorkingModel) throws(GLPKError) {
        self.problem = problem
        self.model = model
        var head = [Int32](repeating: 0, count: model.rowLower.count)
        var code: Int32 = 0
        try problem.perform("glp_factorize") { monitor, problem in
            glpkshim_factorize(monitor, problem, &head, &code)
        }
        guard code == 0 else { return nil }
        self.head = head
    }

    func refine(_ solution: inout BasicSolution) throws(GLPKError) {
        for _ in 0..<Self.rounds {
            try refinePrices(&solution)
            try refineValues(&solution)
        }
        var objective = CompensatedSum()
        objective.add(model.model.objectiveConstant)
        for (cost, value) in zip(model.costs, solution.columnValues) {
            objective.add(product: cost, value)
        }
        solution.objective = objective.value
    }

    /// Reduced costs of what is basic are zero.
    private func refinePrices(_ solution: inout BasicSolution) throws(GLPKError) {
        let matrix = model.model
        var reduced = [CompensatedSum](repeating: CompensatedSum(), count: model.costs.count)
        for (column, cost) in model.costs.enumerated() { reduced[column].add(cost) }
        for row in 0..<rowCount where solution.rowDuals[row] != 0 {
            for entry in matrix.rowStart[row]..<matrix.rowStart[row + 1] {
                reduced[Int(matrix.entryColumn[entry])].add(
                    product: matrix.entryCoefficient[entry], -solution.rowDuals[row])
            }
        }
        let residuals = head.map { member in
            let place = Int(member)
            return place < rowCount ? solution.rowDuals[place] : reduced[place - rowCount].value
        }
        let correction = try solved(residuals, isTransposed: true)
        for row in 0..<rowCount {
            let isBasic = solution.basis.rows[row] == .basic
            solution.rowDuals[row] = isBasic ? 0 : solution.rowDuals[row] - correction[row]
        }
    }

    /// Rows that are not basic are at their bounds.
    private func refineValues(_ solution: inout BasicSolution) throws(GLPKError) {
        let matrix = model.model
        let residuals = (0..<rowCount).map { row in
            let bound: Double
            switch solution.basis.rows[row] {
            case .basic: return 0.0
            case .atLower, .fixed: bound = model.rowLower[row]
            case .atUpper: bound = model.rowUpper[row]
            case .free: bound = 0
            }
            return matrix.activity(ofRow: row, at: solution.columnValues) - bound
        }
        let correction = try solved(residuals, isTransposed: false)
        for (place, member) in head.enumerated() where Int(member) >= rowCount {
            let column = Int(member) - rowCount
            let value = solution.columnValues[column] + correction[place]
            solution.columnValues[column] = min(
                max(value, model.columnLower[column]), model.columnUpper[column])
        }
    }

    private func solved(_ right: [Double], isTransposed: Bool) throws(GLPKError) -> [Double] {
        var vector = right
        try problem.perform(isTransposed ? "glp_btran" : "glp_ftran") { monitor, problem in
            glpkshim_solve_basis(monitor, problem, isTransposed, &vector)
        }
        return vector
    }
}
