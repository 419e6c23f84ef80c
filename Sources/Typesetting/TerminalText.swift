extension TerminalStyle {
    /// Text from a file made safe to show: it can't move the cursor, colour or reorder a line.
    ///
    /// Control characters, line breaks and bidirectional overrides become `�`; in ASCII the
    /// symbols of our own reports are spelled out. Apply before styling.
    public func shown(_ text: String) -> String {
        let isAlreadySafe = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        if isAlreadySafe { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let safe = scalar.isUnsafeInTerminal ? "\u{FFFD}" : scalar
            if ascii, let spelled = Self.spelling(of: safe) {
                result.append(contentsOf: spelled.unicodeScalars)
            } else {
                result.append(safe)
            }
        }
        return String(result)
    }

    private static func spelling(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "–", "—", "─", "−": "-"
        case "…": "..."
        case "²", "₂": "2"
        case "³": "3"
        case "·": "-"
        case "×": "x"
        case "≤": "<="
        case "≥": ">="
        case "→": "->"
        case "\u{FFFD}": "?"
        default: nil
        }
    }
}

extension Unicode.Scalar {
    var isUnsafeInTerminal: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
