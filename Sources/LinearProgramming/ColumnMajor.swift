/// A program's coefficients by column: what pricing reads.
public struct ColumnMajor: Sendable {
    /// The first entry of each column, and one beyond the last.
    private var start: [Int]
    private var rows: [Int32]
    private var coefficients: [Double]

    /// O(nonzeros).
    public init(_ model: LinearModel) {
        var start = [Int](repeating: 0, count: model.columnCount + 1)
        for column in model.entryColumn { start[Int(column) + 1] += 1 }
        for column in 0..<model.columnCount { start[column + 1] += start[column] }
        var next = start
        var rows = [Int32](repeating: 0, count: model.nonzeroCount)
        var coefficients = [Double](repeating: 0, count: model.nonzeroCount)
        for row in 0..<model.rowCount {
            for entry in model.rowStart[row]..<model.rowStart[row + 1] {
                let column = Int(model.entryColumn[entry])
                rows[next[column]] = Int32(row)
                coefficients[next[column]] = model.entryCoefficient[entry]
                next[column] += 1
            }
        }
        self.start = start
        self.rows = rows
        self.coefficients = coefficients
    }

    /// `c_j - sum_i a_ij y_i`, and 1 plus the size of its terms; in plain arithmetic, for choosing columns.
    ///
    /// - Parameter cost: `c_j`.
    @inline(__always)
    public func reducedCost(
        of column: Int, cost: Double, at duals: UnsafeBufferPointer<Double>
    ) -> (cost: Double, scale: Double) {
        var reduced = cost
        var scale = 1 + abs(cost)
        for entry in start[column]..<start[column + 1] {
            let term = coefficients[entry] * duals[Int(rows[entry])]
            reduced -= term
            scale += abs(term)
        }
        return (reduced, scale)
    }
}
