import GLPK
import LinearProgramming
import Synchronization
import Testing

/// Market split (Cornuejols and Dawande 1998): tiny, and far beyond branch and cut.
func marketSplit() throws -> LinearModel {
    var numbers = SeededNumbers(seed: 2)
    let (rowCount, itemCount) = (5, 40)
    var columns = [Column](repeating: .binary(0), count: itemCount)
    columns += [Column](repeating: Column(cost: 1), count: 2 * rowCount)
    let rows = (0..<rowCount).map { row in
        var coefficients = (0..<itemCount).map { _ in
            Double(Int.random(in: 0...99, using: &numbers))
        }
        let half = (coefficients.reduce(0, +) / 2).rounded(.down)
        for deviation in 0..<(2 * rowCount) {
            let sign = deviation % 2 == 0 ? 1.0 : -1
            coefficients.append(deviation / 2 == row ? sign : 0)
        }
        return Row.equal(coefficients, half)
    }
    return try tinyModel(columns, rows, named: "market_split")
}

/// Counts how often a solve asks whether to stop, and says so from a given time on.
final class Asked: Sendable {
    private let count = Atomic(0)
    let limit: Int

    init(stopAt limit: Int) { self.limit = limit }

    var total: Int { count.load(ordering: .sequentiallyConsistent) }

    func ask() -> Bool {
        count.add(1, ordering: .sequentiallyConsistent).newValue >= limit
    }
}

@Suite("Limits")
struct LimitTests {
    @Test("a time limit stops a hard integer program without an error")
    func timeLimit() throws {
        let solution = try GLPKSolver.solve(
            marketSplit(), options: SolveOptions(timeLimit: .milliseconds(200)))
        #expect([.feasible, .stopped].contains(solution.status))
        #expect(solution.bound < 1)
    }

    @Test("no time at all stops before any plan")
    func noTime() throws {
        let solution = try GLPKSolver.solve(
            siting(sites: 8, markets: 9), options: SolveOptions(timeLimit: .zero))
        #expect(solution.status == .stopped)
        #expect(solution.columnValues.isEmpty)
    }

    @Test("a node limit strikes at the same place every time")
    func nodeLimit() throws {
        let options = SolveOptions(iterationLimit: 300)
        let first = try GLPKSolver.solve(marketSplit(), options: options)
        let second = try GLPKSolver.solve(marketSplit(), options: options)
        #expect([.feasible, .stopped].contains(first.status))
        #expect(String(describing: first) == String(describing: second))
    }

    @Test("an iteration limit stops a linear program, and its basis goes on to the optimum")
    func iterationLimit() throws {
        let model = try siting(sites: 15, markets: 30)
        let whole = try GLPKSolver.solve(model)
        let part = try GLPKSolver.solve(model, options: SolveOptions(iterationLimit: 10))
        #expect(part.status == .stopped)
        #expect(part.iterations == 10)
        let rest = try GLPKSolver.solve(model, options: SolveOptions(start: part.basis))
        #expect(rest.status == .optimal)
        #expect(rest.iterations < whole.iterations)
        #expect(abs(rest.objective / whole.objective - 1) < 1e-9)
    }

    @Test("the primal method at its limit has a plan without a bound")
    func primalPlan() throws {
        let model = try tinyModel(
            (0..<30).map { Column(cost: -1 - Double($0)) },
            (0..<30).map { row in .atMost((0..<30).map { $0 == row ? 1 : 0 }, 5 + Double(row)) })
        let options = SolveOptions(iterationLimit: 3, method: .primal)
        let solution = try GLPKSolver.solve(model, options: options)
        #expect(solution.status == .feasible)
        #expect(solution.bound == -.infinity)
        #expect(solution.columnValues.count == 30)
        #expect(solution.objective <= 0)
    }

    @Test("a cancelled simplex stops, and the same session then solves")
    func cancelledSimplex() throws {
        let model = try siting(sites: 15, markets: 30)
        let whole = try GLPKSolver.solve(model)
        try GLPKSolver.withSession(model) { session in
            let asked = Asked(stopAt: 2)
            let options = SolveOptions(isCancelled: { asked.ask() })
            let stopped = try session.solve(options)
            #expect(stopped.status == .stopped)
            #expect(asked.total == 2)
            let again = try session.solve()
            #expect(again == whole)
        }
    }

    @Test("a cancelled task stops its solve", .timeLimit(.minutes(1)))
    func cancelledTask() async throws {
        let asked = Asked(stopAt: .max)
        let model = try marketSplit()
        let task = Task {
            let options = SolveOptions(isCancelled: { asked.ask() })
            return try await GLPKSolver.solveAsync(model, options: options)
        }
        while asked.total < 50 { await Task.yield() }
        task.cancel()
        let solution = try await task.value
        #expect([.feasible, .stopped].contains(solution.status))
    }

    @Test("a task that is cancelled already does not solve")
    func cancelledBefore() async throws {
        let model = try siting(sites: 4, markets: 4)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await GLPKSolver.solveAsync(model)
        }
        task.cancel()
        #expect(try await task.value.status == .stopped)
    }
}
