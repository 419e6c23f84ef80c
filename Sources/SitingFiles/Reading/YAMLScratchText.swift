/// A copy of a YAML text for the parser, changed where the parser's own ways would not do.
///
/// Both changes put one character for private use in the place of another, so that lines and
/// columns stay as they are; `YAMLGuard` has made sure that a text holds none of its own.
///
/// - Every `*` is replaced, which turns aliases into plain texts. Yams expands aliases without a
///   limit; the builder of the tree expands them within one.
/// - The first of two equal keys gets another first letter. Yams refuses equal keys, marks the
///   first of them and stops, and the second is the mistake.
struct YAMLScratchText {
    /// Stands for `*`.
    static let star: Unicode.Scalar = "\u{E000}"

    private var bytes: [UInt8]
    private var renamed: [YAMLMark: (original: Unicode.Scalar, letter: Unicode.Scalar)] = [:]
    private let hasStars: Bool

    init(_ source: [UInt8]) {
        hasStars = source.contains(UInt8(ascii: "*"))
        guard hasStars else {
            bytes = source
            return
        }
        let star = Array(String(Self.star).utf8)
        bytes = []
        bytes.reserveCapacity(source.count + 64)
        for byte in source {
            if byte == UInt8(ascii: "*") { bytes += star } else { bytes.append(byte) }
        }
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
    var byteCount: Int { bytes.count }
    var renamedCount: Int { renamed.count }

    /// Gives the key at a place another first letter; false if that would not be the same YAML.
    mutating func renameKey(at mark: YAMLMark) -> Bool {
        guard renamed[mark] == nil, var offset = offset(of: mark) else { return false }
        let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        if quotes.contains(bytes[offset]) { offset += 1 }
        let rest = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
        guard let original = rest.unicodeScalars.first, !"&!?[{\\'\"\n".contains(rest.prefix(1)),
            let letter = Unicode.Scalar(Self.star.value + 1 + UInt32(renamed.count))
        else { return false }
        let width = String(original).utf8.count
        bytes.replaceSubrange(offset..<(offset + width), with: Array(String(letter).utf8))
        renamed[mark] = (original, letter)
        return true
    }

    /// A text as the file has it.
    func original(_ text: String) -> String {
        hasStars ? replace(Self.star, by: "*", in: text) : text
    }

    /// The key at a place as the file has it.
    func originalKey(_ key: String, at mark: YAMLMark) -> String {
        guard let (original, letter) = renamed[mark] else { return self.original(key) }
        return self.original(replace(letter, by: original, in: key))
    }

    /// The column of a tab among the blanks that a line begins with.
    func indentingTab(inLine line: Int) -> Int? {
        guard let start = offset(of: YAMLMark(line: line, column: 1)) else { return nil }
        let blanks = bytes[start...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return blanks.firstIndex(of: UInt8(ascii: "\t")).map { $0 - start + 1 }
    }

    private func replace(
        _ letter: Unicode.Scalar, by original: Unicode.Scalar, in text: String
    ) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(scalar == letter ? original : scalar) }
        return String(scalars)
    }

    private func offset(of mark: YAMLMark) -> Int? {
        var offset = 0
        for _ in 1..<max(mark.line, 1) {
            guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            offset = end + 1
        }
        var column = 1
        while offset < bytes.count, column < mark.column {
            offset += 1
            // Bytes 10xxxxxx continue a scalar.
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset < bytes.count ? offset : nil
    }
}
