/// How many columns of a terminal a text takes.
///
/// Counted by grapheme: combining marks and control characters take none, East Asian wide and
/// fullwidth characters (UAX #11) and emoji two, everything else one.
public enum DisplayWidth {
    /// The columns of a text on one line.
    public static func of(_ text: some StringProtocol) -> Int {
        var isPrintableASCII = true
        var bytes = 0
        for byte in text.utf8 {
            bytes += 1
            isPrintableASCII = isPrintableASCII && (0x20..<0x7F).contains(byte)
        }
        return isPrintableASCII ? bytes : text.reduce(0) { $0 + of($1) }
    }

    /// The columns of one grapheme.
    public static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        // U+FE0F asks for the emoji's picture where its text form is the default.
        let isPictured = scalars.first?.properties.isEmoji == true && scalars.contains("\u{FE0F}")
        if isPictured || scalars.contains(where: \.properties.isEmojiPresentation) { return 2 }
        // Only conjuncts of Indic scripts have more than one scalar with a width of its own.
        return scalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark,
            .enclosingMark, .spacingMark:
            // A soft hyphen is a format character that terminals show.
            scalar == "\u{AD}" ? 1 : 0
        default:
            isMedialJamo(scalar) ? 0 : isWide(scalar) ? 2 : 1
        }
    }

    /// Vowels and final consonants join the wide letter before them.
    private static func isMedialJamo(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        var range = wideRanges[...]
        while let middle = range.indices.dropFirst(range.count / 2).first {
            if wideRanges[middle].contains(scalar.value) { return true }
            let isBelow = scalar.value < wideRanges[middle].lowerBound
            range = isBelow ? range[..<middle] : range[(middle + 1)...]
        }
        return false
    }

    /// East Asian Width W and F, without the emoji (known to the standard library) and with gaps
    /// closed that hold only unassigned or zero-width characters; ascending.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
        0x3041...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB,
        0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}

/// Where a text stands in its column.
public enum TextAlignment: Sendable, Hashable {
    case left
    case right
    /// Decimal points below each other in a table; for a text by itself the same as right.
    case decimal
}

extension String {
    /// This text filled up with spaces to a display width; a longer text stays as it is.
    public func padded(to width: Int, alignment: TextAlignment = .left) -> String {
        let fill = String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
        return alignment == .left ? self + fill : fill + self
    }

    /// This text cut at a grapheme to at most a display width, with an ellipsis where it was cut.
    public func truncated(to width: Int, ellipsis: String = "…") -> String {
        guard DisplayWidth.of(self) > width else { return self }
        let room = width - DisplayWidth.of(ellipsis)
        guard room >= 0 else { return "" }
        var used = 0
        let kept = prefix { character in
            used += DisplayWidth.of(character)
            return used <= room
        }
        return kept + ellipsis
    }
}
