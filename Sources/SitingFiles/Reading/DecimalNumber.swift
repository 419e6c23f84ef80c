/// Why a text is not a number that files may hold.
enum NumberProblem: Error {
    case notANumber
    case notFinite
    case hexadecimal
    case separators
    case trailingText

    /// What to do about it.
    var help: String? {
        switch self {
        case .notANumber: nil
        case .notFinite: "write a finite number"
        case .hexadecimal: "write it in decimal"
        case .separators: "write digits without ',' or '_', and '.' before decimals"
        case .trailingText: "write the number alone, as in 26e6; its unit is in the name"
        }
    }
}

/// Reads decimal numbers such as `-12`, `0.25`, `.5` or `26e6`, and nothing else.
///
/// Leading zeros mean nothing: `010` is ten. There is no space, separator, infinity or NaN.
enum DecimalNumber {
    static func parse(_ text: String) throws(NumberProblem) -> Double {
        let bytes = Array(text.utf8)
        return try parse(bytes, bytes.indices)
    }

    static func parse(_ bytes: [UInt8], _ range: Range<Int>) throws(NumberProblem) -> Double {
        var scanner = DecimalScanner(bytes: bytes, next: range.lowerBound, end: range.upperBound)
        guard scanner.scan() else { throw problem(bytes[range], scanned: scanner) }
        if let value = scanner.exactValue { return value }
        guard let value = Double(String(decoding: bytes[range], as: UTF8.self)) else {
            throw .notANumber
        }
        guard value.isFinite else { throw .notFinite }
        return value
    }

    /// A whole number; `1e3` and `5.0` are whole, too.
    static func parseInteger(
        _ bytes: [UInt8], _ range: Range<Int>
    ) throws(NumberProblem) -> Int {
        let value = try parse(bytes, range)
        // From 2^53 on a double may stand for a neighbour.
        guard value.magnitude < 0x1p53, let whole = Int(exactly: value) else {
            throw .notANumber
        }
        return whole
    }

    static func parseInteger(_ text: String) throws(NumberProblem) -> Int {
        let bytes = Array(text.utf8)
        return try parseInteger(bytes, bytes.indices)
    }

    private static func problem(
        _ bytes: ArraySlice<UInt8>, scanned: DecimalScanner
    ) -> NumberProblem {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        let unsigned = text.drop { $0 == "-" || $0 == "+" }
        if ["inf", ".inf", "infinity", "nan", ".nan"].contains(String(unsigned)) {
            return .notFinite
        }
        if unsigned.hasPrefix("0x") { return .hexadecimal }
        guard scanned.digits > 0 else { return .notANumber }
        if unsigned.allSatisfy({ $0.isNumber || ",_.e+-'".contains($0) }) { return .separators }
        return scanned.sawWholeNumber ? .trailingText : .notANumber
    }
}

/// One pass over a number's bytes.
private struct DecimalScanner {
    let bytes: [UInt8]
    var next: Int
    let end: Int
    var digits = 0
    var sawWholeNumber = false
    private var mantissa: UInt64 = 0
    private var exponent = 0
    private var isNegative = false

    init(bytes: [UInt8], next: Int, end: Int) {
        self.bytes = bytes
        self.next = next
        self.end = end
    }

    /// Whether the bytes are a number from end to end.
    mutating func scan() -> Bool {
        isNegative = accept("-")
        if !isNegative { _ = accept("+") }
        scanDigits(scale: 0)
        if accept(".") { scanDigits(scale: -1) }
        guard digits > 0 else { return false }
        sawWholeNumber = true
        guard accept("e") || accept("E") else { return next == end }
        let isSmall = accept("-")
        if !isSmall { _ = accept("+") }
        let start = next
        var power = 0
        while let digit = acceptDigit() {
            power = min(power * 10 + Int(digit), 100_000)
        }
        exponent += isSmall ? -power : power
        return next == end && next > start
    }

    /// The value where one rounding gives the nearest double: digits and power of ten are exact.
    var exactValue: Double? {
        guard digits <= 19, mantissa <= 1 << 53, exponent.magnitude <= 22 else { return nil }
        let power = Self.powersOfTen[Int(exponent.magnitude)]
        let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = (0...22).map { power in
        (0..<power).reduce(1.0) { product, _ in product * 10 }
    }

    private mutating func scanDigits(scale: Int) {
        while let digit = acceptDigit() {
            digits += 1
            exponent += scale
            if digits <= 19 { mantissa = mantissa * 10 + UInt64(digit) }
        }
    }

    private mutating func acceptDigit() -> UInt8? {
        guard next < end, bytes[next] &- UInt8(ascii: "0") < 10 else { return nil }
        defer { next += 1 }
        return bytes[next] - UInt8(ascii: "0")
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard next < end, bytes[next] == UInt8(ascii: character) else { return false }
        next += 1
        return true
    }
}
