/// One unit and one number of decimals for a whole column, so that its figures align and compare.
///
/// The prefix suits the largest magnitude. That one gets the significant digits asked for, or
/// fewer where every figure is exact without them, and all others the same decimals.
public struct ColumnScale: Sendable, Equatable {
    /// The unit of the values given, its base unit.
    public let unit: DisplayUnit
    /// The value of one displayed unit as a power of ten of the base unit: 3 for GWh over MWh.
    public let power: Int
    /// The displayed unit, for the column's header: `GWh`, `USD M`, `%`.
    public let label: String
    /// Printed after the point in every row.
    public let decimals: Int

    /// Chooses the scale.
    ///
    /// - Parameters:
    ///   - values: In the base unit of `unit`; missing and non-finite ones are passed over. Leave
    ///     the total out where the rows should stay readable beside a much larger total.
    ///   - digits: Significant digits of the largest: one more than in running text, as small rows
    ///     share its decimals.
    public init(_ values: some Sequence<Double?>, in unit: DisplayUnit, digits: Int = 4) {
        let numbers = values.compactMap { $0.flatMap(DecimalDigits.init) }
        let largest = numbers.max { $0.value.magnitude < $1.value.magnitude } ?? DecimalDigits(0)
        let rounded = largest.rounded(significant: digits)
        let rung = unit.rung(for: rounded)
        self.unit = unit
        power = rung.power
        label = rung.label
        let exact = numbers.map {
            $0.rounded(significant: NumberText.exactDigits).shifted(by: -rung.power).decimals
        }
        let wanted = max(0, digits - rounded.shifted(by: -rung.power).point)
        decimals = unit == .count ? 0 : min(wanted, exact.max() ?? 0)
    }

    /// A value of the base unit in the displayed unit; nil where it is missing or not finite.
    public func scaled(_ value: Double?) -> Double? {
        guard let value, let number = DecimalDigits(value) else { return nil }
        return number.shifted(by: -power).value
    }

    /// A row's figure without its unit: `876.0`; a missing one prints as ``NumberText/missing``.
    public func text(_ value: Double?) -> String {
        guard let value, let number = DecimalDigits(value) else { return NumberText.missing }
        return NumberText.fixed(number.shifted(by: -power), decimals: decimals)
    }

    /// The figures of a column and of its total row, rounded so that they add up as printed.
    ///
    /// Missing rows count as nothing. Where the total isn't the sum of the rows
    /// (``roundedToAddUp(_:total:decimals:)`` gives nil), each figure is rounded by itself, and
    /// `addsUp` tells whether they add up nevertheless.
    public func column(
        _ values: [Double?], total: Double
    ) -> (rows: [String], total: String, addsUp: Bool) {
        let present = values.compactMap(scaled)
        guard let whole = scaled(total),
            let rounded = roundedToAddUp(present, total: whole, decimals: decimals)
        else {
            let rows = values.map(text)
            return (rows, text(total), addsUp(rows, to: text(total)))
        }
        var remaining = rounded[...]
        let rows = values.map { value in
            NumberText.fixed(scaled(value) == nil ? nil : remaining.popFirst(), decimals: decimals)
        }
        return (rows, text(total), true)
    }

    /// Whether printed figures, missing ones apart, add up to another as printed.
    public func addsUp(_ rows: [String], to total: String) -> Bool {
        guard let whole = lastPlaces(total) else { return false }
        return rows.compactMap(lastPlaces).reduce(0, +) == whole
    }

    /// One figure less another, both as printed; with its sign, `+0.214`, unless that is nothing.
    ///
    /// It is less than one last place from the difference itself.
    public func difference(_ value: Double?, from base: Double?) -> String {
        guard let value = lastPlaces(text(value)), let base = lastPlaces(text(base)),
            let number = DecimalDigits(value - base)
        else { return NumberText.missing }
        let text = NumberText.fixed(number.shifted(by: -decimals), decimals: decimals)
        return value > base ? "+" + text : text
    }

    /// A printed figure in units of its last place; nil for a missing one.
    private func lastPlaces(_ text: String) -> Double? {
        guard text != NumberText.missing else { return nil }
        return DecimalDigits(text: text).shifted(by: decimals).value
    }
}
