import GLPK
import LinearProgramming
import Testing

/// The last digits of a basic solution whose basis is badly conditioned.
@Suite struct RefiningTests {
    /// `sum_j x_j / (i + j + 1) = sum_j 1 / (i + j + 1)` for all i, a Hilbert matrix: x is all ones.
    private func hilbert(_ size: Int) throws -> LinearModel {
        let rows = (0..<size).map { row in
            let coefficients = (0..<size).map { 1 / Double(row + $0 + 1) }
            return Row.equal(coefficients, coefficients.reduce(0, +))
        }
        return try tinyModel((0..<size).map { Column(cost: Double($0 % 3) - 1) }, rows)
    }

    /// The largest residual of a row over the sum of its terms.
    private func residual(_ model: LinearModel, _ solution: Solution) -> Double {
        (0..<model.rowCount).reduce(0) { most, row in
            let activity = model.activity(ofRow: row, at: solution.columnValues)
            return max(most, abs(activity - model.rowLower[row]) / (1 + abs(activity)))
        }
    }

    @Test("Rows hold and basic columns have no price, to the last digits", arguments: 4...7)
    func hilbertMatrix(size: Int) throws {
        let model = try hilbert(size)
        var options = SolveOptions()
        let plain = try GLPKSolver.solve(model, options: options)
        try #require(plain.status == .optimal)
        options.start = plain.basis
        options.isRefined = true
        let refined = try GLPKSolver.solve(model, options: options)
        #expect(refined.basis == plain.basis)
        #expect(residual(model, refined) < 1e-15)
        #expect(residual(model, refined) <= residual(model, plain))
        let (costs, scales) = model.reducedCosts(at: refined.rowDuals)
        #expect(zip(costs, scales).allSatisfy { abs($0) <= 1e-15 * $1 })
        #expect(abs(refined.objective - plain.objective) < 1e-6)
    }

    @Test("Costs that others outweigh by twelve digits are still minimised")
    func outweighedCosts() throws {
        func model(_ third: Double, _ fourth: Double) throws -> LinearModel {
            try tinyModel(
                [8e13, 4e13, third, fourth].map { Column(cost: $0) },
                [.equal([1, 1, 0, 0], 1), .equal([0, 0, 1, 1], 1)])
        }
        var options = SolveOptions(method: .primal)
        options.start = try GLPKSolver.solve(model(10, 30)).basis
        let plain = try GLPKSolver.solve(model(30, 10), options: options)
        #expect(plain.columnValues == [0, 1, 1, 0])
        options.isRefined = true
        let refined = try GLPKSolver.solve(model(30, 10), options: options)
        #expect(refined.columnValues == [0, 1, 0, 1])
    }
}
