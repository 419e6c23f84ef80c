import GLPK
import LinearProgramming
import Testing

@Suite("Integer programs")
struct IntegerTests {
    @Test("knapsacks agree with trying every subset", arguments: UInt64(1)...12)
    func knapsack(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let weights = (0..<12).map { _ in Double(Int.random(in: 5...60, using: &numbers)) }
        let values = (0..<12).map { _ in Double(Int.random(in: 5...90, using: &numbers)) }
        let room = (weights.reduce(0, +) * 0.4).rounded()
        var best = 0.0
        for subset in 0..<(1 << weights.count) {
            var weight = 0.0
            var value = 0.0
            for item in weights.indices where subset >> item & 1 == 1 {
                weight += weights[item]
                value += values[item]
            }
            if weight <= room { best = max(best, value) }
        }
        let model = try tinyModel(
            values.map { Column.binary(-$0) }, [.atMost(weights, room)], constant: 1000)
        let solution = try GLPKSolver.solve(model)
        #expect(solution.status == .optimal)
        #expect(abs(solution.objective - (1000 - best)) < 1e-6)
        #expect(solution.gap <= 1e-6)
        #expect(solution.columnValues.allSatisfy { $0 == 0 || $0 == 1 })
        #expect(solution.basis == nil && solution.rowDuals.isEmpty)
    }

    @Test("fractional bounds of integer columns are rounded inwards")
    func fractionalBounds() throws {
        let model = try tinyModel(
            [
                Column(cost: 1, lower: 1.2, upper: 7.9, isInteger: true),
                Column(cost: -1, lower: -3.5, upper: 4.7, isInteger: true),
            ], [.atLeast([1, 1], -10)])
        let solution = try GLPKSolver.solve(model)
        #expect(solution.status == .optimal)
        #expect(solution.columnValues == [2, 4])
    }

    @Test("an integer column without an integer between its bounds is infeasible, not an error")
    func noIntegerBetweenBounds() throws {
        let model = try tinyModel(
            [Column(cost: 1, lower: 1.2, upper: 1.8, isInteger: true)], [.atMost([1], 5)])
        #expect(try GLPKSolver.solve(model).status == .infeasible)
    }

    @Test("an integer program is infeasible where only its relaxation has plans")
    func infeasible() throws {
        let model = try tinyModel(
            [Column](repeating: Column(cost: 1, upper: 9, isInteger: true), count: 2),
            [.equal([2, 4], 7)])
        #expect(try GLPKSolver.solve(model).status == .infeasible)
    }

    @Test("an unbounded relaxation is unbounded only if it has integer plans")
    func unbounded() throws {
        let ray = Column(cost: -1)
        let whole = Column(cost: 0, upper: 9, isInteger: true)
        let plans = try tinyModel([ray, whole], [.equal([0, 2], 4), .atLeast([1, 1], 0)])
        #expect(try GLPKSolver.solve(plans).status == .unbounded)
        let none = try tinyModel([ray, whole], [.equal([0, 2], 3), .atLeast([1, 1], 0)])
        #expect(try GLPKSolver.solve(none).status == .infeasible)
    }

    @Test("an integer program without rows is solved by its bounds")
    func noRows() throws {
        let model = try tinyModel([
            Column(cost: -2, lower: 0, upper: 3.5, isInteger: true), Column(cost: 1, lower: -1.5),
        ])
        let solution = try GLPKSolver.solve(model)
        #expect(solution.status == .optimal)
        #expect(solution.columnValues == [3, -1.5])
        #expect(solution.objective == -7.5)
    }

    @Test("other columns fit the integers exactly, however large the limit they switch")
    func switchedColumnsFit() throws {
        let limit = 1e6
        let model = try tinyModel(
            [
                .binary(50), .binary(60), Column(cost: 0.3), Column(cost: 0.2),
            ],
            [
                .atMost([-limit, 0, 1, 0], 0), .atMost([0, -limit, 0, 1], 0),
                .equal([0, 0, 1, 1], 10),
            ])
        let solution = try GLPKSolver.solve(model)
        #expect(solution.status == .optimal)
        #expect(solution.columnValues == [1, 0, 10, 0])
        #expect(solution.objective == 53)
    }

    @Test("a plan within a wide gap counts as optimal, and states its bound")
    func wideGap() throws {
        var numbers = SeededNumbers(seed: 9)
        let weights = (0..<40).map { _ in Double.random(in: 5...60, using: &numbers) }
        let model = try tinyModel(
            weights.map { Column.binary(-$0) }, [.atMost(weights, 600)])
        let solution = try GLPKSolver.solve(model, options: SolveOptions(relativeGap: 0.05))
        #expect(solution.status == .optimal)
        #expect(solution.gap <= 0.05)
        #expect(solution.bound <= solution.objective)
        #expect(solution.bound >= -600.001)
    }
}
