/// Looks at a YAML text before the parser sees it, and refuses what the parser handles badly.
enum YAMLGuard {
    /// The largest text, in bytes.
    static let maximumSize = 16 << 20

    struct Refusal {
        let offset: Int
        let message: String
        let help: String
    }

    /// The first thing that is refused; nil if there is nothing.
    static func refusal(of bytes: [UInt8]) -> Refusal? {
        guard bytes.count <= maximumSize else {
            let message = "the file is larger than 16 MiB, too much for YAML"
            return Refusal(offset: 0, message: message, help: "move tables into CSV files")
        }
        return bytes.withUnsafeBufferPointer { buffer in
            for offset in buffer.indices {
                if let refusal = refusal(at: offset, in: buffer) { return refusal }
            }
            return nil
        }
    }

    private static func refusal(
        at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Refusal? {
        func byte(_ distance: Int) -> UInt8 {
            bytes.indices.contains(offset + distance) ? bytes[offset + distance] : 0
        }
        switch bytes[offset] {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x20...0x7E:
            // The parser compares each directive with all before it, without a limit.
            guard byte(0) == UInt8(ascii: "%"), offset == 0 || byte(-1) == UInt8(ascii: "\n")
            else { return nil }
            let message = "YAML directives are not supported"
            return Refusal(offset: offset, message: message, help: "remove the line")
        case UInt8(ascii: "\r"):
            if byte(1) == UInt8(ascii: "\n") { return nil }
            let message = "carriage return without a line feed"
            return Refusal(offset: offset, message: message, help: "end lines with LF or CR LF")
        default:
            // Bytes 10xxxxxx continue a scalar.
            guard byte(0) & 0xC0 != 0x80 else { return nil }
            let first = [byte(0), byte(1), byte(2), byte(3)]
            guard let scalar = String(decoding: first, as: UTF8.self).unicodeScalars.first,
                isRefused(scalar)
            else { return nil }
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padding = String(repeating: "0", count: max(0, 4 - code.count))
            let message = "the character U+\(padding)\(code) does not belong in YAML"
            return Refusal(offset: offset, message: message, help: "remove it")
        }
    }

    /// What YAML forbids, line breaks that only YAML has, and the characters for private use, which
    /// `YAMLScratchText` needs.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xE000...0xF8FF, 0xFEFF, 0xFFFE...0xFFFF:
            true
        default: false
        }
    }
}
