import GLPK
import LinearProgramming
import Testing

@Suite("Sessions")
struct SessionTests {
    @Test("a solve from the optimal basis takes no iteration")
    func warmStart() throws {
        let model = try siting(sites: 15, markets: 30)
        let first = try GLPKSolver.solve(model)
        #expect(first.iterations > 10)
        let second = try GLPKSolver.solve(model, options: SolveOptions(start: first.basis))
        #expect(second.iterations == 0)
        for (left, right) in zip(first.columnValues, second.columnValues) {
            #expect(abs(left - right) < 1e-10)
        }
        for (left, right) in zip(first.rowDuals, second.rowDuals) {
            #expect(abs(left - right) <= 1e-10 * abs(left))
        }
    }

    @Test("a session keeps its basis while costs and bounds change, and agrees with fresh solves")
    func changes() throws {
        let columns = (0..<4).map { Column(cost: 1 + Double($0), upper: 5) }
        func fresh(_ costs: [Double], _ demand: Double, _ upper: Double) throws -> Solution {
            var columns = columns
            for (index, cost) in costs.enumerated() { columns[index].cost = cost }
            columns[0].upper = upper
            return try GLPKSolver.solve(tinyModel(columns, [.equal([1, 1, 1, 1], demand)]))
        }
        let model = try tinyModel(columns, [.equal([1, 1, 1, 1], 8)])
        try GLPKSolver.withSession(model) { session in
            #expect(try session.solve().objective == 5 + 6)
            try session.setRowBounds(0, lower: 12, upper: 12)
            #expect(try session.solve().objective == fresh([1, 2, 3, 4], 12, 5).objective)
            try session.setColumnBounds(0, lower: 0, upper: 2)
            #expect(try session.solve().objective == fresh([1, 2, 3, 4], 12, 2).objective)
            try session.setObjective([9, 1, 5, 7])
            let last = try session.solve(SolveOptions(method: .primal))
            #expect(last.objective == (try fresh([9, 1, 5, 7], 12, 2).objective))
            #expect(last.rowDuals == [7])
            #expect(try session.solve().iterations == 0)
        }
    }

    @Test("an integer session goes on after a solve, bounds without an integer included")
    func integers() throws {
        let model = try tinyModel(
            [
                Column(cost: -1, upper: 9, isInteger: true),
                Column(cost: -1, upper: 9, isInteger: true),
            ],
            [.atMost([2, 3], 12.5)])
        try GLPKSolver.withSession(model) { session in
            #expect(try session.solve().objective == -6)
            try session.setColumnBounds(0, lower: 0, upper: 3.2)
            #expect(try session.solve().objective == -5)
            try session.setColumnBounds(0, lower: 0.3, upper: 0.6)
            #expect(try session.solve().status == .infeasible)
            try session.setColumnBounds(0, lower: 0, upper: 1)
            #expect(try session.solve().columnValues == [1, 3])
        }
    }

    @Test("numbers that GLPK would take silently are refused")
    func refusals() throws {
        let model = try tinyModel([Column(cost: 1), Column(cost: 1)], [.atLeast([1, 1], 2)])
        GLPKSolver.withSession(model) { session in
            #expect(throws: GLPKError.self) { try session.setObjective([1]) }
            #expect(throws: GLPKError.self) { try session.setObjective([1, .nan]) }
            #expect(throws: GLPKError.self) { try session.setObjective([1, .infinity]) }
            #expect(throws: GLPKError.self) {
                try session.setRowBounds(1, lower: 0, upper: 1)
            }
            #expect(throws: GLPKError.self) {
                try session.setRowBounds(0, lower: .nan, upper: 1)
            }
            #expect(throws: GLPKError.self) {
                try session.setColumnBounds(-1, lower: 0, upper: 1)
            }
            #expect(throws: GLPKError.self) {
                try session.setColumnBounds(0, lower: 2, upper: 1)
            }
            #expect(throws: GLPKError.self) {
                try session.solve(SolveOptions(start: Basis(columns: [.basic], rows: [])))
            }
        }
    }

    @Test("a basis that is none is replaced by one that is")
    func badBasis() throws {
        let model = try tinyModel([Column(cost: 1), Column(cost: 1)], [.atLeast([1, 1], 2)])
        let start = Basis(columns: [.basic, .basic], rows: [.basic])
        let solution = try GLPKSolver.solve(model, options: SolveOptions(start: start))
        #expect(solution.status == .optimal)
        #expect(solution.objective == 2)
    }

    @Test("a session is refused once it is over")
    func overIsOver() throws {
        let model = try tinyModel([Column(cost: 1)], [.atLeast([1], 2)])
        let escaped = GLPKSolver.withSession(model) { $0 }
        #expect(throws: GLPKError.self) { try escaped.solve() }
    }

    @Test("a solve inside a session leaves the session alone")
    func nested() throws {
        let model = try tinyModel([Column(cost: 1)], [.atLeast([1], 2)])
        try GLPKSolver.withSession(model) { outer in
            #expect(try outer.solve().objective == 2)
            let inner = try GLPKSolver.solve(model)
            #expect(inner.objective == 2)
            #expect(try outer.solve().objective == 2)
        }
    }
}
