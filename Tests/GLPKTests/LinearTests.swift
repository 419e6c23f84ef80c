import GLPK
import LinearProgramming
import Quantities
import Testing

/// A named linear program with its known answer.
struct KnownProgram: Sendable, CustomTestStringConvertible {
    let name: String
    let columns: [Column]
    let rows: [Row]
    let status: SolveStatus
    var optimum = Double.nan

    var testDescription: String { name }
    static let free = -Double.infinity

    static let all = [
        KnownProgram(
            name: "two products, three plants",
            columns: [Column(cost: -3), Column(cost: -5)],
            rows: [.atMost([1, 0], 4), .atMost([0, 2], 12), .atMost([3, 2], 18)],
            status: .optimal, optimum: -36),
        KnownProgram(
            name: "an equality",
            columns: [Column(cost: 1, upper: 4), Column(cost: 2)],
            rows: [.equal([1, 1], 10)], status: .optimal, optimum: 16),
        KnownProgram(
            name: "a row with two sides",
            columns: [Column(cost: 1), Column(cost: 0, upper: 1)],
            rows: [Row(coefficients: [1, 1], bounds: .between(2, 5))],
            status: .optimal, optimum: 1),
        KnownProgram(
            name: "a free column",
            columns: [Column(cost: 1), Column(cost: 0, lower: free)],
            rows: [.atLeast([1, -1], -3), .atLeast([1, 1], 3), .equal([0, 1], 1)],
            status: .optimal, optimum: 2),
        KnownProgram(
            name: "negative lower bounds",
            columns: [Column(cost: 1, lower: -5), Column(cost: 1, lower: -3)],
            rows: [.atLeast([1, 1], -6)], status: .optimal, optimum: -6),
        KnownProgram(
            name: "a column that is only bounded above",
            columns: [Column(cost: -2, lower: free, upper: -1.5)],
            rows: [.atLeast([1], -4)], status: .optimal, optimum: 3),
        KnownProgram(
            name: "a fixed column",
            columns: [Column(cost: 1, lower: 2, upper: 2), Column(cost: 1)],
            rows: [.atLeast([1, 1], 5)], status: .optimal, optimum: 5),
        KnownProgram(
            name: "a degenerate corner",
            columns: [Column(cost: -1), Column(cost: -1)],
            rows: [
                .atMost([1, 1], 1), .atMost([2, 2], 2), .atMost([1, 0], 1), .atMost([0, 1], 1),
            ], status: .optimal, optimum: -1),
        KnownProgram(
            name: "Beale's cycle",
            columns: [
                Column(cost: -0.75), Column(cost: 150), Column(cost: -0.02), Column(cost: 6),
            ],
            rows: [
                .atMost([0.25, -60, -0.04, 9], 0), .atMost([0.5, -90, -0.02, 3], 0),
                .atMost([0, 0, 1, 0], 1),
            ], status: .optimal, optimum: -0.05),
        KnownProgram(
            name: "rows that contradict",
            columns: [Column(cost: 1), Column(cost: 1)],
            rows: [.atLeast([1, 1], 3), .atMost([1, 1], 2)], status: .infeasible),
        KnownProgram(
            name: "a contradiction with an unbounded objective",
            columns: [Column(cost: -1), Column(cost: -1)],
            rows: [.atLeast([1, 0], 3), .atMost([2, 0], 2), .atLeast([1, 1], 0)],
            status: .infeasible),
        KnownProgram(
            name: "a ray", columns: [Column(cost: -1), Column(cost: 1)],
            rows: [.atMost([1, -2], 3)], status: .unbounded),
        KnownProgram(
            name: "no rows",
            columns: [Column(cost: 1, lower: 1, upper: 3), Column(cost: -1, lower: 2, upper: 4)],
            rows: [], status: .optimal, optimum: -3),
        KnownProgram(
            name: "no rows and a ray", columns: [Column(cost: -1)], rows: [], status: .unbounded),
        KnownProgram(name: "nothing at all", columns: [], rows: [], status: .optimal, optimum: 0),
        KnownProgram(
            name: "a row without columns that holds", columns: [], rows: [.atMost([], 1)],
            status: .optimal, optimum: 0),
        KnownProgram(
            name: "a row without columns that can't hold", columns: [], rows: [.atLeast([], 1)],
            status: .infeasible),
    ]
}

@Suite("Linear programs")
struct LinearTests {
    @Test("every method finds the known answer", arguments: KnownProgram.all)
    func knownAnswer(program: KnownProgram) throws {
        let model = try tinyModel(program.columns, program.rows, constant: 7)
        for method in [SolveOptions.Method.automatic, .primal, .dual] {
            let solution = try GLPKSolver.solve(model, options: SolveOptions(method: method))
            #expect(solution.status == program.status)
            guard program.status == .optimal else {
                #expect(solution.columnValues.isEmpty)
                continue
            }
            #expect(abs(solution.objective - (program.optimum + 7)) < 1e-9)
            #expect(solution.bound == solution.objective)
            let recomputed = zip(program.columns, solution.columnValues).reduce(7) {
                $0 + $1.0.cost * $1.1
            }
            #expect(abs(recomputed - solution.objective) < 1e-9)
        }
    }

    @Test("a row's dual is the change of the optimum per unit of its right-hand side")
    func dualsAreSlopes() throws {
        let columns = [Column(cost: -3), Column(cost: -5)]
        func solve(_ sides: [Double]) throws -> Solution {
            try GLPKSolver.solve(
                tinyModel(
                    columns,
                    [
                        .atMost([1, 0], sides[0]), .atMost([0, 2], sides[1]),
                        .atMost([3, 2], sides[2]),
                    ]))
        }
        let base = try solve([4, 12, 18])
        #expect(base.rowDuals.count == 3)
        for (row, expected) in [0, -1.5, -1].enumerated() {
            #expect(abs(base.rowDuals[row] - expected) < 1e-9)
            var sides = [4.0, 12, 18]
            sides[row] += 0.125
            let slope = (try solve(sides).objective - base.objective) / 0.125
            #expect(abs(slope - expected) < 1e-9)
        }
    }

    @Test("a demand's price is positive when serving it costs, and reduced costs are c - A'y")
    func demandPriceIsPositive() throws {
        let model = try tinyModel(
            [Column(cost: 2, upper: 3), Column(cost: 5), Column(cost: 9)], [.equal([1, 1, 1], 4)])
        let solution = try GLPKSolver.solve(model)
        #expect(solution.columnValues == [3, 1, 0])
        #expect(solution.rowDuals == [5])
        let reduced = model.objective.map { $0 - solution.rowDuals[0] }
        #expect(reduced == [-3, 0, 4])
        let basis = try #require(solution.basis)
        #expect(basis.columns == [.atUpper, .basic, .atLower])
        #expect(basis.rows == [.fixed])
    }

    @Test("values lie within their bounds exactly")
    func valuesWithinBounds() throws {
        let model = try siting(sites: 12, markets: 30, seed: 5)
        let solution = try GLPKSolver.solve(model)
        #expect(solution.status == .optimal)
        for (column, value) in solution.columnValues.enumerated() {
            #expect(value >= model.columnLower[column] && value <= model.columnUpper[column])
        }
    }
}
