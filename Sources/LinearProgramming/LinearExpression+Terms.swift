public import Quantities

extension LinearExpression {
    /// Hands each term to `body`: the column and its coefficient, as written.
    public func forEachTerm(_ body: (_ column: Int, _ coefficient: Double) -> Void) {
        for (column, coefficient) in zip(columns, coefficients) {
            body(Int(column), coefficient)
        }
    }

    /// The same numbers without the unit, for rows that hold measures of several units.
    public var bare: LinearExpression<One> {
        var result = LinearExpression<One>()
        result.columns = columns
        result.coefficients = coefficients
        result.constant = Quantity<One>(constant.value)
        return result
    }
}
