import LinearProgramming

/// What work would cost where the plan does not run it, at the margin and in the last stage's unit.
struct ExtraCosts: Sendable {
    /// Of the last stage, idle sites priced at what it would cost to build there.
    let duals: [Double]
    /// The reduced cost of every column: what one mean MW more over an arc costs; zero of those in use.
    let costs: [Double]

    init(_ solved: SolvedPolicy) {
        let program = solved.outcome.program
        let idle = IdleSitePrices(
            solved.formulation, program: program, columns: ColumnView(of: program))
        duals = idle.raised(solved.last.rowDuals, at: solved.last.columnValues)
        // Rounding leaves reduced costs of columns in use a little beside zero.
        let (found, scales) = program.reducedCosts(at: duals)
        costs = zip(found, scales).map { abs($0) <= 1e-9 * $1 ? 0 : $0 }
    }
}
