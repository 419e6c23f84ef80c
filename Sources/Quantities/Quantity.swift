/// A number with its unit in the type: adding dollars to tonnes does not compile.
@frozen
public struct Quantity<Unit: UnitOfMeasure>: Sendable, Hashable {
    /// The bare number, in `Unit`.
    public var value: Double

    @inlinable
    public init(_ value: Double) { self.value = value }

    /// Nothing, in any unit.
    @inlinable
    public static var zero: Self { Self(0) }
}

extension Quantity: Comparable {
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension Quantity: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    @inlinable
    public init(floatLiteral value: Double) { self.init(value) }
    @inlinable
    public init(integerLiteral value: Int) { self.init(Double(value)) }
}

extension Quantity: CustomStringConvertible {
    public var description: String { "\(value) \(Unit.symbol)" }
}

extension Quantity {
    @inlinable
    public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
    @inlinable
    public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
    @inlinable
    public static func += (left: inout Self, right: Self) { left.value += right.value }
    @inlinable
    public static func * (left: Self, right: Double) -> Self { Self(left.value * right) }
    @inlinable
    public static func * (left: Double, right: Self) -> Self { Self(left * right.value) }
    @inlinable
    public static func / (left: Self, right: Double) -> Self { Self(left.value / right) }

    /// The ratio of two quantities of one unit.
    @inlinable
    public static func / (left: Self, right: Self) -> Double { left.value / right.value }

    /// A quantity per another, such as dollars / megawatt-hours.
    @inlinable
    public func per<Other>(_ other: Quantity<Other>) -> Quantity<Per<Unit, Other>> {
        Quantity<Per<Unit, Other>>(value / other.value)
    }

    /// A rate times its denominator: `usd/MWh * MWh = usd`.
    @inlinable
    public static func * <Numerator, Denominator>(
        rate: Self, amount: Quantity<Denominator>
    ) -> Quantity<Numerator> where Unit == Per<Numerator, Denominator> {
        Quantity<Numerator>(rate.value * amount.value)
    }

    /// A chain of rates: `usd/MWh * MWh/MW = usd/MW`.
    @inlinable
    public func times<Numerator, Denominator, Base>(
        _ other: Quantity<Per<Denominator, Base>>
    ) -> Quantity<Per<Numerator, Base>> where Unit == Per<Numerator, Denominator> {
        Quantity<Per<Numerator, Base>>(value * other.value)
    }
}
