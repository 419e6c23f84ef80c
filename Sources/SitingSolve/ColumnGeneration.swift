import GLPK
import LinearProgramming
import SitingFormulation

/// Solves a program by those of its columns that matter, and proves on all that no other would help.
///
/// Solve with a few columns of each group, price every column of the whole program with the duals found,
/// add the best few of each group that would improve, and repeat until there are none: then the duals are
/// feasible for the whole program, and the solution is its optimum.
struct ColumnGeneration {
    /// The whole program, and the same by column.
    let program: LinearModel
    let columns: ColumnView
    /// Columns of which few are needed: contiguous groups, such as the arcs of one demand.
    let groups: [Range<Int>]
    /// The row of each group that its columns fill, in order.
    let groupRows: Range<Int>
    let runner: StageRunner
    /// Chooses among equally good duals, given the values of all columns, those that price best.
    let adjust: (_ duals: [Double], _ values: [Double]) -> [Double]
    /// The basis that belongs to the adjusted duals.
    let settle: (_ basis: Basis, _ values: [Double], _ duals: [Double]) -> Basis

    /// Columns added for a group at once.
    private static let additions = 4
    /// A reduced cost below this share of its terms is an improvement.
    private static let threshold = 1e-10

    /// Columns in use, rising, and a basis of the whole program in which all others are at zero.
    struct State {
        var columns: [Int]
        var basis: Basis?
        /// Whether the basis is one to start from that is right in its prices and breaks limits.
        var isDualFeasible = false

        /// Takes a basis that was found elsewhere, with its columns.
        mutating func take(_ basis: Basis, isDualFeasible: Bool = false) {
            self.basis = basis
            self.isDualFeasible = isDualFeasible
            let basics = basis.columns.indices.filter { basis.columns[$0] == .basic }
            columns = ColumnGeneration.merged(columns, basics)
        }
    }

    /// Solves to proof.
    ///
    /// - Parameter acceptsShortfall: Whether an optimum that leaves something unserved will do, as it does
    ///   for an estimate of prices.
    /// - Returns: A solution of the whole program, or `nil` where this method can't tell: the program may be
    ///   infeasible or unbounded, or a limit came.
    func solve(_ state: inout State, acceptsShortfall: Bool = false) throws -> Solution? {
        var shortfallCost = 10 * typicalCost
        var shortfall = [BasisStatus](repeating: .atLower, count: groupRows.count)
        var iterations = 0
        while true {
            let restricted = program.restricted(
                to: state.columns, shortfallRows: groupRows, shortfallCost: shortfallCost)
            let start = state.basis.map { basis in
                Basis(
                    columns: state.columns.map { basis.columns[$0] } + shortfall, rows: basis.rows)
            }
            let solution = try runner.solve(
                restricted, from: start, isDualFeasible: state.isDualFeasible, isProved: false)
            state.isDualFeasible = false
            guard solution.status == .optimal, let basis = solution.basis else {
                // What is kept of the basis lacks the shortfall columns and would not be one.
                state.basis = nil
                return nil
            }
            iterations += solution.iterations
            shortfall = Array(basis.columns.suffix(groupRows.count))
            record(basis, in: &state)
            let duals = adjust(solution.rowDuals, values(solution, of: state))
            let found = improving(duals, besides: state.columns)
            if !found.isEmpty {
                state.columns = Self.merged(state.columns, found)
                continue
            }
            if !acceptsShortfall, isShort(solution) {
                guard shortfallCost < 1e6 * typicalCost else { return nil }
                shortfallCost *= 30
                continue
            }
            return whole(
                solution, duals: duals, shortfall: shortfall, iterations: iterations,
                state: &state)
        }
    }

    /// The best columns of each group at some prices, best first, whether they improve or not.
    func best(_ count: Int, at duals: [Double]) -> [[Int]] {
        least(count, at: duals) { _, _, _ in true }
    }

    /// Adds columns that were chosen elsewhere.
    static func merged(_ columns: [Int], _ added: [Int]) -> [Int] {
        Set(columns).union(added).sorted()
    }

    /// Whether any row, however small, is left without what it asks for.
    private func isShort(_ solution: Solution) -> Bool {
        zip(groupRows, solution.columnValues.suffix(groupRows.count)).contains { row, missing in
            missing > 1e-9 * abs(program.rowUpper[row])
        }
    }

    /// A cost that no column of a group exceeds.
    private var typicalCost: Double {
        let burdens = program.columnBlock(named: Decisions.burdenName)?.range ?? 0..<0
        return program.objective.indices.reduce(1e-9) { most, column in
            let cost = abs(program.objective[column])
            guard cost > 0, burdens.contains(column) else { return max(most, cost) }
            return max(most, cost * largestRatio(ofBurden: column))
        }
    }

    /// How much a burden can rise for one unit of any column in its rows.
    private func largestRatio(ofBurden column: Int) -> Double {
        var most = 1.0
        for row in 0..<program.rowCount {
            let entries = program.rowStart[row]..<program.rowStart[row + 1]
            guard let place = entries.first(where: { Int(program.entryColumn[$0]) == column })
            else { continue }
            let own = abs(program.entryCoefficient[place])
            let largest = entries.reduce(0) { max($0, abs(program.entryCoefficient[$1])) }
            most = max(most, largest / own)
        }
        return most
    }

    /// Columns that are not in use and would improve; those in use are as good as the solver makes them.
    private func improving(_ duals: [Double], besides kept: [Int]) -> [Int] {
        var marks = [Bool](repeating: false, count: program.columnCount)
        for column in kept { marks[column] = true }
        let isKept = marks
        return least(Self.additions, at: duals) { column, cost, scale in
            cost < -Self.threshold * scale && !isKept[column]
        }.flatMap { $0 }
    }

    /// Up to `count` columns of each group, of least reduced cost among those that pass, best first.
    private func least(
        _ count: Int, at duals: [Double],
        where passes: @Sendable (_ column: Int, _ cost: Double, _ scale: Double) -> Bool
    ) -> [[Int]] {
        let (columns, groups, costs) = (columns, groups, program.objective)
        let blocks = min(16, groups.count)
        let found = Parallel.map(blocks: blocks) { block -> [[Int]] in
            let range = (block * groups.count / blocks)..<((block + 1) * groups.count / blocks)
            return duals.withUnsafeBufferPointer { duals in
                groups[range].map { group in
                    var best = Best(count)
                    for column in group {
                        let (cost, scale) = columns.reducedCost(
                            of: column, cost: costs[column], at: duals)
                        if cost < best.bar, passes(column, cost, scale) {
                            best.insert(column, at: cost)
                        }
                    }
                    return best.columns
                }
            }
        }
        return found.flatMap { $0 }
    }

    /// The few columns of least cost seen so far, the first of equals.
    private struct Best {
        private(set) var columns: [Int] = []
        private var costs: [Double] = []
        private let count: Int
        /// What a further column must stay below.
        private(set) var bar = Double.infinity

        init(_ count: Int) { self.count = count }

        mutating func insert(_ column: Int, at cost: Double) {
            let place = costs.firstIndex { cost < $0 } ?? costs.count
            columns.insert(column, at: place)
            costs.insert(cost, at: place)
            if columns.count > count {
                columns.removeLast()
                costs.removeLast()
            }
            if columns.count == count, let last = costs.last { bar = last }
        }
    }

    private func record(_ basis: Basis, in state: inout State) {
        var columns = [BasisStatus](repeating: .atLower, count: program.columnCount)
        for (place, column) in state.columns.enumerated() { columns[column] = basis.columns[place] }
        state.basis = Basis(columns: columns, rows: basis.rows)
    }

    private func values(_ solution: Solution, of state: State) -> [Double] {
        var values = [Double](repeating: 0, count: program.columnCount)
        for (place, column) in state.columns.enumerated() {
            values[column] = solution.columnValues[place]
        }
        return values
    }

    private func whole(
        _ solution: Solution, duals: [Double], shortfall: [BasisStatus], iterations: Int,
        state: inout State
    ) -> Solution {
        let values = values(solution, of: state)
        // A shortfall column that is basic at zero stands for its row, which has the same coefficients.
        for (place, row) in groupRows.enumerated() where shortfall[place] == .basic {
            state.basis?.rows[row] = .basic
        }
        state.basis = state.basis.map { settle($0, values, duals) }
        let objective = program.objectiveValue(at: values)
        return Solution(
            status: .optimal, objective: objective, bound: objective, columnValues: values,
            rowDuals: duals, basis: state.basis, iterations: iterations)
    }
}
