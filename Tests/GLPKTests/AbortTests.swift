import LinearProgramming
import Testing

@testable import GLPK

/// Options that GLPK refuses by ending the process, if nothing stands in its way.
private func fatalOptions() -> SolveOptions {
    var options = SolveOptions()
    options.tolerance = 2
    return options
}

@Suite("Aborts")
struct AbortTests {
    @Test("an abort is an error that names model and call, and the thread solves on")
    func abortIsAnError() throws {
        let model = try siting(sites: 5, markets: 6)
        let before = try GLPKSolver.solve(model)
        for _ in 0..<50 {
            let error = #expect(throws: GLPKError.self) {
                try GLPKSolver.solve(model, options: fatalOptions())
            }
            #expect(error?.modelName == "siting_5x6")
            #expect(error?.call == "glp_simplex")
            #expect(error?.message.contains("tol_bnd = 2; invalid parameter") == true)
            #expect(try GLPKSolver.solve(model) == before)
        }
    }

    @Test("an abort of an inner solve takes the outer session's problem, which comes back")
    func outerSessionSurvives() throws {
        let model = try siting(sites: 5, markets: 6)
        let before = try GLPKSolver.solve(model)
        try GLPKSolver.withSession(model) { outer in
            #expect(try outer.solve() == before)
            #expect(throws: GLPKError.self) {
                try GLPKSolver.solve(model, options: fatalOptions())
            }
            try outer.setRowBounds(0, lower: model.rowLower[0], upper: model.rowUpper[0])
            #expect(try outer.solve() == before)
        }
    }

    @Test("a bad index is caught")
    func badIndex() throws {
        let model = try tinyModel([Column(cost: 1)], [.atLeast([1], 2)])
        let problem = try Problem(WorkingModel(model))
        let error = #expect(throws: GLPKError.self) {
            try problem.setColumnBounds(99, lower: [0], upper: [1])
        }
        #expect(error?.call == "glp_set_col_bnds")
        #expect(error?.message.contains("column number out of range") == true)
        #expect(!problem.isAlive)
        problem.close()
        #expect(throws: GLPKError.self) { try problem.setSlackBasis() }
    }

    @Test("200 solves side by side, aborts among them, agree exactly with the same in sequence")
    func sideBySide() async throws {
        let models = try (0..<200).map { index in
            try index % 3 == 0
                ? sitesToOpen(seed: UInt64(index))
                : siting(sites: 6, markets: 9, seed: UInt64(index))
        }
        let isFatal = (0..<200).map { $0 % 7 == 3 }
        let inSequence = models.enumerated().map { index, model in
            isFatal[index] ? nil : try? GLPKSolver.solve(model)
        }
        let together = await withTaskGroup(of: (Int, Solution?).self) { group in
            for (index, model) in models.enumerated() {
                let options = isFatal[index] ? fatalOptions() : SolveOptions()
                group.addTask {
                    (index, try? await GLPKSolver.solveAsync(model, options: options))
                }
            }
            var answers = [Solution?](repeating: nil, count: 200)
            for await (index, answer) in group { answers[index] = answer }
            return answers
        }
        for index in models.indices {
            #expect((together[index] == nil) == isFatal[index])
            // As text, because an infeasible model's objective is NaN, which equals nothing.
            #expect(String(describing: together[index]) == String(describing: inSequence[index]))
        }
    }

    /// Which of a few sites to open, each with a fixed cost.
    private func sitesToOpen(seed: UInt64) throws -> LinearModel {
        var numbers = SeededNumbers(seed: seed)
        let columns =
            (0..<5).map { _ in Column.binary(Double.random(in: 20...60, using: &numbers)) }
            + (0..<5).map { _ in Column(cost: Double.random(in: 1...4, using: &numbers)) }
        var rows = (0..<5).map { site in
            Row.atMost((0..<10).map { $0 == site ? -8 : $0 == site + 5 ? 1 : 0 }, 0)
        }
        rows.append(.equal((0..<10).map { $0 < 5 ? 0 : 1 }, 21.5))
        return try tinyModel(columns, rows, named: "open_\(seed)")
    }
}
