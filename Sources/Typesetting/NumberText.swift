/// Numbers as a reader wants them: three significant digits, separators, prefixes.
///
/// An exact value is printed as short as it is (`12 MW`, `0.25 ms`); a rounded one keeps its zeros
/// (`1.00 GW` for 999.96 MW). Halves round away from zero. There is no `-0`, no `e` of an exponent
/// and no NaN: what is missing or not finite prints as ``missing``. Only magnitudes below 10⁻⁶ or
/// of 10²¹ and more take a power of ten (`3.2×10⁻¹²`): residuals, whose zeros nobody can count.
public enum NumberText {
    /// What stands for a number that is absent or not finite.
    public static let missing = "–"

    /// A number without a unit: 1,234,567 prints as `1,230,000`.
    public static func plain(_ value: Double?, digits: Int = 3) -> String {
        text(value, in: .other(""), digits: digits)
    }

    /// A whole number, exactly: `1,234,567`.
    public static func count(_ value: Int) -> String {
        fixed(DecimalDigits(value), decimals: 0)
    }

    /// A number with exactly so many decimals: `1,234.50`.
    public static func fixed(_ value: Double?, decimals: Int) -> String {
        guard let value, let number = DecimalDigits(value) else { return missing }
        return fixed(number, decimals: decimals)
    }

    /// A number with the prefix of its unit that suits its size.
    ///
    /// - Parameters:
    ///   - value: In the base unit that ``DisplayUnit`` states; nil for a missing figure.
    ///   - digits: Significant digits, at least 1; a ``DisplayUnit/count`` is exact regardless.
    public static func text(_ value: Double?, in unit: DisplayUnit, digits: Int = 3) -> String {
        guard let value, let number = DecimalDigits(value) else { return missing }
        if unit == .count { return fixed(number, decimals: 0) }
        let rounded = number.rounded(significant: digits)
        let rung = unit.rung(for: rounded)
        let mantissa = rounded.shifted(by: -rung.power)
        let isExact = rounded == number.rounded(significant: max(digits, exactDigits))
        let sign = rounded.isNegative ? "-" : ""
        let body = magnitude(mantissa, digits: max(1, digits), isExact: isExact)
        return sign + unit.symbol + body + rung.suffix
    }

    /// Two digits and a power of ten, as residuals are compared by their size: `1.2×10⁻¹²`. From
    /// a hundredth on, plain.
    public static func scientific(_ value: Double) -> String {
        guard let number = DecimalDigits(value)?.rounded(significant: 2), !number.isZero,
            number.point <= -2
        else { return plain(value, digits: 2) }
        let exponent = number.point - 1
        let mantissa = number.shifted(by: -exponent)
        let sign = number.isNegative ? "-" : ""
        return sign
            + times(mantissa.magnitudeText(decimals: mantissa.decimals), tenToThe: exponent)
    }

    /// `3.2×10⁻¹²`, and `10⁻⁶` for one.
    private static func times(_ mantissa: String, tenToThe exponent: Int) -> String {
        let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        let raised = String(exponent).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" }
        return (mantissa == "1" ? "" : "\(mantissa)×") + "10" + String(raised)
    }

    /// Digits beyond these are noise of binary arithmetic, as in 0.1 + 0.2.
    static let exactDigits = 12

    static func fixed(_ number: DecimalDigits, decimals: Int) -> String {
        let places = max(0, decimals)
        let rounded = number.rounded(decimals: places)
        return (rounded.isNegative ? "-" : "") + rounded.magnitudeText(decimals: places)
    }

    private static func magnitude(_ number: DecimalDigits, digits: Int, isExact: Bool) -> String {
        guard number.isZero || (-5...21).contains(number.point) else {
            let exponent = number.point - 1
            let mantissa = number.shifted(by: -exponent)
            let body = magnitude(mantissa, digits: digits, isExact: isExact)
            return times(body, tenToThe: exponent)
        }
        let decimals = isExact ? number.decimals : max(0, digits - number.point)
        return number.magnitudeText(decimals: decimals)
    }
}
