import LinearProgramming

/// A model together with the costs and bounds that a session has changed.
///
/// Invariants: costs are finite, lower bounds are at most upper ones and none is NaN.
struct WorkingModel {
    let model: LinearModel
    private(set) var costs: [Double]
    private(set) var rowLower: [Double]
    private(set) var rowUpper: [Double]
    private(set) var columnLower: [Double]
    private(set) var columnUpper: [Double]
    let isMixedInteger: Bool

    init(_ model: LinearModel) {
        self.model = model
        costs = model.objective
        rowLower = model.rowLower
        rowUpper = model.rowUpper
        columnLower = model.columnLower
        columnUpper = model.columnUpper
        isMixedInteger = model.isMixedInteger
        for column in columnLower.indices { roundInwards(column) }
    }

    /// No integer lies between the bounds of some integer column.
    var hasEmptyColumn: Bool {
        zip(columnLower, columnUpper).contains { lower, upper in lower > upper }
    }

    mutating func setCosts(_ new: [Double]) throws(GLPKError) {
        guard new.count == costs.count else {
            throw fault("glp_set_obj_coef", "\(new.count) costs for \(costs.count) columns")
        }
        for (column, cost) in new.enumerated() where !cost.isFinite {
            throw fault("glp_set_obj_coef", "the cost of \(model.columnName(column)) is \(cost)")
        }
        costs = new
    }

    mutating func setRow(_ row: Int, lower: Double, upper: Double) throws(GLPKError) {
        guard rowLower.indices.contains(row) else {
            throw fault("glp_set_row_bnds", "there is no row number \(row)")
        }
        guard Self.areBounds(lower, upper) else {
            throw fault(
                "glp_set_row_bnds", "\(model.rowName(row)) from \(lower) to \(upper) is no range")
        }
        rowLower[row] = lower
        rowUpper[row] = upper
    }

    mutating func setColumn(_ column: Int, lower: Double, upper: Double) throws(GLPKError) {
        guard columnLower.indices.contains(column) else {
            throw fault("glp_set_col_bnds", "there is no column number \(column)")
        }
        guard Self.areBounds(lower, upper) else {
            throw fault(
                "glp_set_col_bnds",
                "\(model.columnName(column)) from \(lower) to \(upper) is no range")
        }
        columnLower[column] = lower
        columnUpper[column] = upper
        roundInwards(column)
    }

    func fault(_ call: String, _ message: String) -> GLPKError {
        GLPKError(modelName: model.name, call: call, message: message)
    }

    /// GLPK refuses fractional bounds of an integer column.
    private mutating func roundInwards(_ column: Int) {
        guard model.columnIsInteger[column] else { return }
        // A bound such as 300 / 100.1 * 100.1 may miss its integer by rounding alone.
        let slack = 1e-9
        columnLower[column] = (columnLower[column] - slack).rounded(.up)
        columnUpper[column] = (columnUpper[column] + slack).rounded(.down)
    }

    private static func areBounds(_ lower: Double, _ upper: Double) -> Bool {
        lower <= upper && lower < .infinity && upper > -.infinity
    }
}
