import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// All plans whose last stage comes to no more than a limit, as a program that takes any objective.
///
/// Large programs go on by the columns that matter, from those of the best plan.
struct NearOptimalProgram {
    let formulation: Formulation
    /// What the last stage minimises.
    let objective: LinearExpression<One>

    private var program: LinearModel
    private let runner: StageRunner
    /// Columns and basis of the last solve, which the next goes on from.
    private var state: ColumnGeneration.State
    /// Columns of the best plan: each solve starts from these and from those of its basis.
    private let firstColumns: [Int]
    private let isLarge: Bool

    static let rowName = "within"

    /// - Parameter limit: Of the last stage, in its unit.
    init(_ solved: SolvedPolicy, limit: Double, runner: StageRunner) throws {
        formulation = solved.formulation
        self.runner = runner
        objective = formulation.objectives.last?.expression ?? LinearExpression()
        program = solved.outcome.program
        let block = try program.declareRows(Self.rowName, in: One.self, over: [])
        try program.addRow(
            block, expression: objective.combined(), .atMost(Quantity<One>(limit)))
        state = ColumnGeneration.State(columns: solved.outcome.columns)
        firstColumns = solved.outcome.columns
        isLarge = solved.outcome.columns.count < program.columnCount
        if var basis = solved.last.basis {
            basis.rows.append(.basic)
            state.take(basis)
        }
    }

    /// Adds the row `expression <= limit`, until the copy is dropped.
    func keeping(_ expression: LinearExpression<One>, atMost limit: Double) throws -> Self {
        var copy = self
        let block = try copy.program.declareRows("kept", in: One.self, over: [])
        try copy.program.addRow(
            block, expression: expression.combined(), .atMost(Quantity<One>(limit)))
        copy.state.basis?.rows.append(.basic)
        return copy
    }

    /// The proved optimum of an expression, with its certificate; `nil` where a limit came first.
    mutating func minimise(
        _ expression: LinearExpression<One>, unit: String
    ) throws -> (solution: Solution, certificate: Certificate)? {
        try program.minimise(expression, unit: unit)
        // What another objective needed only slows this one.
        if let basis = state.basis {
            state.columns = firstColumns
            state.take(basis)
        }
        let solution = try solve()
        guard solution.status == .optimal else { return nil }
        return try runner.proved(program, solution)
    }

    /// Rows, columns and coefficients, for a proof's size.
    var size: LinearModel { program }

    private mutating func solve() throws -> Solution {
        if isLarge {
            let columns = ColumnView(of: program)
            let idle = IdleSitePrices(formulation, program: program, columns: columns)
            let generation = ColumnGeneration(
                program: program, columns: columns,
                groups: formulation.arcs.demands.map(formulation.columns),
                groupRows: program.rowBlock(named: DemandFamily.name)?.range ?? 0..<0,
                runner: runner, adjust: idle.raised, settle: idle.settled)
            if let solution = try generation.solve(&state) { return solution }
        }
        let solution = try runner.solve(program, from: state.basis, isProved: false)
        if let basis = solution.basis { state.take(basis) }
        return solution
    }
}
