/// Texts in quotes.
extension JSONParser {
    mutating func string() throws(Problem) -> String {
        next += 1
        let start = next
        var text: String?
        var plain = start
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                let rest = String(decoding: bytes[plain..<next], as: UTF8.self)
                next += 1
                return text.map { $0 + rest } ?? rest
            case UInt8(ascii: "\\"):
                let before = String(decoding: bytes[plain..<next], as: UTF8.self)
                text = (text ?? "") + before + String(try escape())
                plain = next
            case 0..<0x20:
                throw Problem(
                    offset: next, message: "a text can't hold a line break or control character",
                    help: "end the text with '\"', or write the character as an escape")
            default: next += 1
            }
        }
        throw Problem(offset: start - 1, message: "the text does not end", help: "add '\"'")
    }

    private mutating func escape() throws(Problem) -> Character {
        let start = next
        next += 1
        let letter = peek
        next += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            if let scalar = scalar() { return Character(scalar) }
        default: break
        }
        throw Problem(offset: start, message: "this is no escape of JSON")
    }

    /// Of one `\u` or of a surrogate pair, after the first `\u`.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard take("\\"), take("u"), let second = hexadecimal(),
            (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard next + 4 <= bytes.count else { return nil }
        let digits = bytes[next..<next + 4]
        let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        guard isHexadecimal else { return nil }
        next += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
