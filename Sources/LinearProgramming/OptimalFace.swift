/// All solutions of a linear program that are as good as a given optimum: what a tie rule may choose from.
///
/// By complementary slackness with one optimal dual solution, a column with a reduced cost stays at its
/// bound and a row with a dual stays tight; everything else is free to move.
public struct OptimalFace: Sendable {
    /// The program with those columns and rows fixed; its objective is still the old one.
    public let program: LinearModel
    /// Whether anything but the given optimum can be on it: a nonbasic column or row without a price.
    public let mayHoldOthers: Bool

    /// - Parameters:
    ///   - solution: An optimal basic solution of `model`, with duals and basis.
    ///   - threshold: Relative to the costs that a price is made of, below which it counts as none.
    public init(
        of model: LinearModel, at solution: Solution, threshold: Double = 1e-9
    ) throws(ModelError) {
        let sums = CertificateSums(model, solution.columnValues, solution.rowDuals)
        var face = model
        var isLoose = false
        for column in 0..<model.columnCount {
            // A basic column has no price, whatever rounding says.
            guard solution.basis?.columns[column] != .basic else { continue }
            let price = sums.reducedCost[column]
            let bound = price > 0 ? model.columnLower[column] : model.columnUpper[column]
            if abs(price) > threshold * sums.costScale[column], bound.isFinite {
                try face.restrictColumn(column, from: bound, to: bound)
            } else if model.columnLower[column] < model.columnUpper[column] {
                isLoose = true
            }
        }
        for row in 0..<model.rowCount where solution.basis?.rows[row] != .basic {
            let dual = solution.rowDuals[row]
            let side = dual > 0 ? model.rowLower[row] : model.rowUpper[row]
            if dual != 0, side.isFinite, sums.relativeDual(model, row, dual) > threshold {
                try face.restrictRow(row, from: side, to: side)
            } else if model.rowLower[row] < model.rowUpper[row] {
                isLoose = true
            }
        }
        program = face
        mayHoldOthers = isLoose
    }
}

extension LinearModel {
    /// The objective at these values, the constant included, in compensated arithmetic.
    public func objectiveValue(at columnValues: [Double]) -> Double {
        var sum = CompensatedSum()
        for (cost, value) in zip(objective, columnValues) where value != 0 {
            sum.add(product: cost, value)
        }
        sum.add(objectiveConstant)
        return sum.value
    }

    /// The value of a row's terms, in compensated arithmetic.
    public func activity(ofRow row: Int, at columnValues: [Double]) -> Double {
        var sum = CompensatedSum()
        for entry in rowStart[row]..<rowStart[row + 1] {
            sum.add(product: entryCoefficient[entry], columnValues[Int(entryColumn[entry])])
        }
        return sum.value
    }
}
