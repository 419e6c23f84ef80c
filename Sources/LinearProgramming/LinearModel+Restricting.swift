extension LinearModel {
    /// Narrows a column to the given bounds, for a restriction of a finished model.
    public mutating func restrictColumn(
        _ column: Int, from lower: Double, to upper: Double
    ) throws(ModelError) {
        guard lower <= upper, lower < .infinity, upper > -.infinity else {
            throw .emptyBounds(name: columnName(column), lower: lower, upper: upper)
        }
        columnLower[column] = lower
        columnUpper[column] = upper
    }

    /// Moves the sides of a row, for a restriction or a relaxation of a finished model.
    public mutating func restrictRow(
        _ row: Int, from lower: Double, to upper: Double
    ) throws(ModelError) {
        guard lower <= upper, lower < .infinity, upper > -.infinity else {
            throw .emptyBounds(name: rowName(row), lower: lower, upper: upper)
        }
        rowLower[row] = lower
        rowUpper[row] = upper
    }
}
