public import Quantities

/// A decision of the model: one column, with the unit of its value.
@frozen
public struct Variable<Unit: UnitOfMeasure>: Sendable, Hashable {
    /// The column's model-wide index.
    public let column: Int

    @inlinable
    public init(column: Int) { self.column = column }
}

/// A sum of coefficients times decisions plus a constant, all in `Unit`.
///
/// Terms are kept as written; `combined()` adds up the terms of a column.
public struct LinearExpression<Unit: UnitOfMeasure>: Sendable, Equatable {
    @usableFromInline var columns: [Int32] = []
    @usableFromInline var coefficients: [Double] = []
    public var constant: Quantity<Unit> = .zero

    public init() {}

    public var termCount: Int { columns.count }

    /// Adds a decision of the same unit, times a pure number.
    @inlinable
    public mutating func add(_ factor: Double, _ variable: Variable<Unit>) {
        columns.append(Int32(variable.column))
        coefficients.append(factor)
    }

    /// Adds a decision of another unit, times the rate that converts it.
    @inlinable
    public mutating func add<Other>(
        _ rate: Quantity<Per<Unit, Other>>, _ variable: Variable<Other>
    ) {
        columns.append(Int32(variable.column))
        coefficients.append(rate.value)
    }

    /// Adds an expression of another unit, times the rate that converts it.
    public mutating func add<Other>(
        _ rate: Quantity<Per<Unit, Other>>, _ other: LinearExpression<Other>
    ) {
        columns.append(contentsOf: other.columns)
        coefficients.append(contentsOf: other.coefficients.lazy.map { $0 * rate.value })
        constant += rate * other.constant
    }

    /// Adds an expression of the same unit, times a pure number.
    public mutating func add(_ factor: Double, _ other: LinearExpression<Unit>) {
        columns.append(contentsOf: other.columns)
        coefficients.append(contentsOf: other.coefficients.lazy.map { $0 * factor })
        constant += factor * other.constant
    }

    /// Empties the expression but keeps its memory, for building many rows.
    @inlinable
    public mutating func removeAll() {
        columns.removeAll(keepingCapacity: true)
        coefficients.removeAll(keepingCapacity: true)
        constant = .zero
    }

    /// The same expression with one term a column, in column order, zeros left out.
    ///
    /// The terms of a column add up in the order they were written.
    public func combined() -> LinearExpression<Unit> {
        // One integer a term sorts several times faster than pairs compared by a closure.
        let order = columns.indices.map { UInt64(UInt32(columns[$0])) << 32 | UInt64($0) }.sorted()
        var result = LinearExpression<Unit>()
        result.constant = constant
        result.columns.reserveCapacity(order.count)
        result.coefficients.reserveCapacity(order.count)
        var next = 0
        while next < order.count {
            let column = order[next] >> 32
            var sum = 0.0
            while next < order.count, order[next] >> 32 == column {
                sum += coefficients[Int(order[next] & 0xFFFF_FFFF)]
                next += 1
            }
            if sum != 0 {
                result.columns.append(Int32(column))
                result.coefficients.append(sum)
            }
        }
        return result
    }

    /// The expression's value at a solution, in compensated arithmetic.
    public func value(at columnValues: [Double]) -> Quantity<Unit> {
        var sum = CompensatedSum()
        for (column, coefficient) in zip(columns, coefficients) {
            let value = columnValues[Int(column)]
            if value != 0 { sum.add(product: coefficient, value) }
        }
        sum.add(constant.value)
        return Quantity<Unit>(sum.value)
    }
}
