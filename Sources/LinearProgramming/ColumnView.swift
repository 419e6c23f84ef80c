/// A model's matrix by columns: column `j` holds the entries `start[j]..<start[j + 1]`, in row
/// order.
public struct ColumnView: Sendable {
    private(set) var start: [Int]
    private(set) var row: [Int32]
    private(set) var coefficient: [Double]

    /// Transposes the stored rows; O(nonzeros + columns).
    public init(of model: LinearModel) {
        start = [Int](repeating: 0, count: model.columnCount + 1)
        for column in model.entryColumn { start[Int(column) + 1] += 1 }
        for column in 0..<model.columnCount { start[column + 1] += start[column] }
        row = [Int32](repeating: 0, count: model.nonzeroCount)
        coefficient = [Double](repeating: 0, count: model.nonzeroCount)
        var next = start
        for index in 0..<model.rowCount {
            for entry in model.rowStart[index]..<model.rowStart[index + 1] {
                let column = Int(model.entryColumn[entry])
                row[next[column]] = Int32(index)
                coefficient[next[column]] = model.entryCoefficient[entry]
                next[column] += 1
            }
        }
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
            let term = coefficient[entry] * duals[Int(row[entry])]
            reduced -= term
            scale += abs(term)
        }
        return (reduced, scale)
    }
}
