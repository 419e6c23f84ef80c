/// A model's matrix by columns: column `j` holds the entries `start[j]..<start[j + 1]`, in row
/// order.
struct ColumnView {
    private(set) var start: [Int]
    private(set) var row: [Int32]
    private(set) var coefficient: [Double]

    /// Transposes the stored rows; O(nonzeros + columns).
    init(of model: LinearModel) {
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
}
