/// Writes JSON: the same bytes for the same value, always.
///
/// Two spaces a level, one member a line, arrays of scalars on one line, a line break at the end.
/// Doubles take the fewest digits that read back as the same double; whole ones up to 2⁵³ have
/// neither point nor exponent, there is no `-0`, and what is not finite becomes null.
public enum JSONText {
    /// The document as a string.
    public static func text(_ value: JSONValue) -> String {
        String(decoding: bytes(value), as: UTF8.self)
    }

    /// The same in UTF-8, without making a string of it.
    public static func bytes(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value, depth: 0)
        writer.write("\n")
        return writer.bytes
    }

    /// The value on one line, without a line break at its end.
    public static func line(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.write(line: value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// A finite double as JSON and CSV write it; nil otherwise.
    public static func number(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        if value.magnitude <= 0x1p53, let whole = Int(exactly: value) { return whole.description }
        return value.description
    }
}

private struct JSONWriter {
    var bytes: [UInt8] = []

    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .array(let values) where !values.allSatisfy(\.isScalar):
            write("[")
            for (index, element) in values.enumerated() {
                startLine(isFirst: index == 0, depth: depth + 1)
                write(element, depth: depth + 1)
            }
            startLine(isFirst: true, depth: depth)
            write("]")
        case .object(let members) where !members.isEmpty:
            write("{")
            for (index, member) in members.enumerated() {
                startLine(isFirst: index == 0, depth: depth + 1)
                write(quoting: member.0)
                write(": ")
                write(member.1, depth: depth + 1)
            }
            startLine(isFirst: true, depth: depth)
            write("}")
        default: write(line: value)
        }
    }

    mutating func write(line value: JSONValue) {
        switch value {
        case .null: write("null")
        case .bool(let value): write(value ? "true" : "false")
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: (JSONText.number(value) ?? "null").utf8)
        case .string(let value): write(quoting: value)
        case .array(let values):
            write("[")
            for (index, value) in values.enumerated() {
                if index > 0 { write(", ") }
                write(line: value)
            }
            write("]")
        case .object(let members):
            write("{")
            for (index, member) in members.enumerated() {
                if index > 0 { write(", ") }
                write(quoting: member.0)
                write(": ")
                write(line: member.1)
            }
            write("}")
        }
    }

    private mutating func startLine(isFirst: Bool, depth: Int) {
        write(isFirst ? "\n" : ",\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func write(quoting text: String) {
        write("\"")
        // Bytes from 0xC2 on may start U+0080…U+009F (C2 80…9F) or U+2028/9 (E2 80 A8/9).
        let needsCare = text.utf8.contains {
            $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2
        }
        if needsCare {
            for scalar in text.unicodeScalars { write(escaping: scalar) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        write("\"")
    }

    private mutating func write(escaping scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": write("\\\"")
        case "\\": write("\\\\")
        case "\n": write("\\n")
        case "\r": write("\\r")
        case "\t": write("\\t")
        case "\u{08}": write("\\b")
        case "\u{0C}": write("\\f")
        case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            write("\\u")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
            bytes.append(contentsOf: digits.utf8)
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }
}
