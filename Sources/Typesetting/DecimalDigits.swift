/// A decimal number as its digits: `0.d1 d2 d3 … × 10^point`.
///
/// Rounding happens on the shortest decimal text of a double, half away from zero, so that 2.675
/// rounds to 2.68 as a reader expects, and moving the point by a prefix is exact.
struct DecimalDigits: Equatable {
    /// False for zero, so that no text starts with `-0`.
    private(set) var isNegative: Bool
    /// 0 to 9 each, without leading or trailing zeros; empty for zero.
    private(set) var digits: [UInt8]
    /// Where the decimal point stands, counted in digits from the first.
    private(set) var point: Int

    /// The digits of a finite value; nil otherwise.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.init(text: value.description)
    }

    init(_ value: Int) {
        self.init(text: String(value))
    }

    /// Reads what `description` of a number writes, sign, digits, point, exponent, or this module:
    /// separators are passed over.
    init(text: String) {
        let parts = text.split(separator: "e")
        isNegative = text.utf8.first == UInt8(ascii: "-")
        digits = []
        point = 0
        var isFraction = false
        for byte in (parts.first ?? "").utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits.append(byte - UInt8(ascii: "0"))
                point += isFraction ? 0 : 1
            case UInt8(ascii: "."): isFraction = true
            default: break
            }
        }
        if parts.count == 2, let exponent = Int(parts[1]) { point += exponent }
        normalise()
    }

    var isZero: Bool { digits.isEmpty }

    /// The nearest double.
    var value: Double {
        guard !isZero else { return 0 }
        let mantissa = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        let magnitude = Double("\(mantissa)e\(point - digits.count)") ?? 0
        return isNegative ? -magnitude : magnitude
    }

    /// This number times a power of ten.
    func shifted(by power: Int) -> DecimalDigits {
        var result = self
        if !isZero { result.point += power }
        return result
    }

    func rounded(significant count: Int) -> DecimalDigits {
        keeping(max(1, count))
    }

    func rounded(decimals: Int) -> DecimalDigits {
        keeping(point + decimals)
    }

    /// How many decimals it takes to print this number without rounding.
    var decimals: Int { max(0, digits.count - point) }

    /// The magnitude with exactly so many decimals (at least ``decimals``) and `,` between thousands.
    func magnitudeText(decimals: Int) -> String {
        var text: [UInt8] = []
        let whole = max(1, point)
        for place in 0..<(whole + decimals) {
            if place == whole { text.append(UInt8(ascii: ".")) }
            let index = place - (whole - point)
            let digit = digits.indices.contains(index) ? digits[index] : 0
            text.append(digit + UInt8(ascii: "0"))
            let left = whole - 1 - place
            if left > 0, left.isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func keeping(_ count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        var result = self
        result.digits = Array(digits.prefix(max(0, count)))
        if count >= 0, digits[count] >= 5 { result.increment() }
        result.normalise()
        return result
    }

    /// Adds one in the last place kept.
    private mutating func increment() {
        while let last = digits.popLast() {
            if last < 9 {
                digits.append(last + 1)
                return
            }
        }
        digits = [1]
        point += 1
    }

    private mutating func normalise() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            isNegative = false
            point = 0
        }
    }
}
