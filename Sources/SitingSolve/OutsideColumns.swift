import LinearProgramming

/// The columns of a program that a restricted one leaves out at zero, priced again and again.
///
/// Prices that change in few rows change few reduced costs, and only those are computed anew.
struct OutsideColumns {
    private let program: LinearModel
    private let duals: [Double]
    private let isInside: [Bool]
    private let costs: [Double]
    private let scales: [Double]

    /// - Parameter duals: Prices at which none of the columns left out would improve.
    init(of program: LinearModel, inside: [Int], duals: [Double]) {
        self.program = program
        self.duals = duals
        var isInside = [Bool](repeating: false, count: program.columnCount)
        for column in inside { isInside[column] = true }
        self.isInside = isInside
        (costs, scales) =
            inside.count == program.columnCount ? ([], []) : program.reducedCosts(at: duals)
    }

    /// Columns left out whose reduced cost at other prices is below zero by a share of its terms.
    func improving(at others: [Double], by threshold: Double) -> [Int] {
        guard !costs.isEmpty else { return [] }
        var costs = costs
        for row in 0..<program.rowCount {
            let change = duals[row] - others[row]
            guard abs(change) > 1e-12 * max(abs(duals[row]), abs(others[row])) else { continue }
            for entry in program.rowStart[row]..<program.rowStart[row + 1] {
                let term = change * program.entryCoefficient[entry]
                costs[Int(program.entryColumn[entry])] += term
            }
        }
        return costs.indices.filter { column in
            costs[column] < -threshold * scales[column] && !isInside[column]
                && program.columnLower[column] < program.columnUpper[column]
        }
    }
}
