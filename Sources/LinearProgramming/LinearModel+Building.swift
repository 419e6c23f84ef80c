public import Quantities

/// What the two sides of a row must satisfy.
public enum RowBounds<Unit: UnitOfMeasure>: Sendable {
    case equal(Quantity<Unit>)
    case atMost(Quantity<Unit>)
    case atLeast(Quantity<Unit>)
    case between(Quantity<Unit>, Quantity<Unit>)
}

extension LinearModel {
    /// Declares a family of columns; members follow with `addColumn`.
    public mutating func declareColumns<Unit>(
        _ name: String, in unit: Unit.Type, over dimensions: [Dimension]
    ) throws(ModelError) -> ColumnBlock<Unit> {
        try Self.checkNames(name, dimensions, among: columnBlocks)
        columnBlocks.append(
            Block(name: name, unit: Unit.symbol, dimensions: dimensions, first: columnCount))
        return ColumnBlock(block: columnBlocks.count - 1)
    }

    /// Declares a family of rows; members follow with `addRow`.
    public mutating func declareRows<Unit>(
        _ name: String, in unit: Unit.Type, over dimensions: [Dimension]
    ) throws(ModelError) -> RowBlock<Unit> {
        try Self.checkNames(name, dimensions, among: rowBlocks)
        rowBlocks.append(
            Block(name: name, unit: Unit.symbol, dimensions: dimensions, first: rowCount))
        return RowBlock(block: rowBlocks.count - 1)
    }

    /// Adds a column at the given indices, which rise in lexicographic order within the block.
    ///
    /// - Returns: The decision, for use in expressions.
    @discardableResult
    public mutating func addColumn<Unit>(
        _ block: ColumnBlock<Unit>, _ tuple: Int..., from lower: Quantity<Unit> = .zero,
        to upper: Quantity<Unit>? = nil, isInteger: Bool = false
    ) throws(ModelError) -> Variable<Unit> {
        let top = upper?.value ?? .infinity
        let bottom = lower.value
        guard bottom.isFinite || bottom == -.infinity, !top.isNaN, bottom <= top, top != -.infinity
        else { throw .emptyBounds(name: columnBlocks[block.block].name, lower: bottom, upper: top) }
        try columnBlocks[block.block].append(tuple, at: columnCount)
        columnLower.append(bottom)
        columnUpper.append(top)
        columnIsInteger.append(isInteger)
        objective.append(0)
        marks.lastRow.append(-1)
        return Variable(column: columnCount - 1)
    }

    /// Adds a row at the given indices; a constant of the expression moves to the right-hand side.
    public mutating func addRow<Unit>(
        _ block: RowBlock<Unit>, _ tuple: Int..., expression: LinearExpression<Unit>,
        _ bounds: RowBounds<Unit>
    ) throws(ModelError) {
        let (lower, upper) = bounds.sides(less: expression.constant)
        let name = rowBlocks[block.block].name
        guard lower.isFinite || upper.isFinite, !lower.isNaN, !upper.isNaN else {
            throw .notFinite(what: "the right-hand side of '\(name)'", value: lower + upper)
        }
        guard lower <= upper else { throw .emptyBounds(name: name, lower: lower, upper: upper) }
        try rowBlocks[block.block].append(tuple, at: rowCount)
        do throws(ModelError) {
            try appendEntries(expression.columns, expression.coefficients)
        } catch {
            removeUnfinishedRow()
            rowBlocks[block.block].removeLast()
            throw error
        }
        rowLower.append(lower)
        rowUpper.append(upper)
        rowStart.append(entryColumn.count)
    }

    /// Sets what is minimised. Terms of one column add up.
    ///
    /// - Parameter unit: How people are told the unit, where the type does not say it.
    public mutating func minimise<Unit>(
        _ expression: LinearExpression<Unit>, unit: String = Unit.symbol
    ) throws(ModelError) {
        var costs = [Double](repeating: 0, count: columnCount)
        for (column, coefficient) in zip(expression.columns, expression.coefficients) {
            guard column >= 0, column < costs.count else { throw .unknownColumn(Int(column)) }
            costs[Int(column)] += coefficient
        }
        for (column, cost) in costs.enumerated() where !cost.isFinite {
            throw .notFinite(what: "the cost of \(columnName(column))", value: cost)
        }
        guard expression.constant.value.isFinite else {
            throw .notFinite(
                what: "the objective's constant", value: expression.constant.value)
        }
        objective = costs
        objectiveConstant = expression.constant.value
        objectiveUnit = unit
    }

    private mutating func appendEntries(
        _ columns: [Int32], _ coefficients: [Double]
    ) throws(ModelError) {
        let row = Int32(rowCount)
        for position in columns.indices {
            let column = Int(columns[position])
            guard column >= 0, column < columnCount else { throw .unknownColumn(column) }
            let coefficient = coefficients[position]
            guard coefficient.isFinite else {
                throw .notFinite(
                    what: "the coefficient of \(columnName(column)) in \(rowName(rowCount))",
                    value: coefficient)
            }
            guard marks.lastRow[column] != row else {
                throw .duplicateColumn(column: columnName(column), row: rowName(rowCount))
            }
            marks.lastRow[column] = row
            if coefficient != 0 {
                entryColumn.append(Int32(column))
                entryCoefficient.append(coefficient)
            }
        }
    }

    /// Takes back the entries of a refused row, so that a caller may go on.
    private mutating func removeUnfinishedRow() {
        let excess = entryColumn.count - rowStart[rowCount]
        entryColumn.removeLast(excess)
        entryCoefficient.removeLast(excess)
        let row = Int32(rowCount)
        for column in marks.lastRow.indices where marks.lastRow[column] == row {
            marks.lastRow[column] = -1
        }
    }
}

extension RowBounds {
    fileprivate func sides(less constant: Quantity<Unit>) -> (lower: Double, upper: Double) {
        switch self {
        case .equal(let side): (side.value - constant.value, side.value - constant.value)
        case .atMost(let side): (-.infinity, side.value - constant.value)
        case .atLeast(let side): (side.value - constant.value, .infinity)
        case .between(let low, let high):
            (low.value - constant.value, high.value - constant.value)
        }
    }
}
