extension TerminalStyle {
    /// Text from a file made safe to show: it can't move the cursor, colour or reorder a line.
    ///
    /// Control characters, line breaks and bidirectional overrides become `�`; in ASCII the
    /// symbols of our own reports are spelled out. Apply before styling.
    public func shown(_ text: String) -> String {
        let isAlreadySafe = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        if isAlreadySafe { return text }
        var result = String.UnicodeScalarView()
        var isRaised = false
        for scalar in text.unicodeScalars {
            let safe = scalar.isUnsafeInTerminal ? "\u{FFFD}" : scalar
            if ascii, let raised = Self.superscript(safe) {
                // An exponent, and not the power in a unit such as m³.
                let isExponent = result.last?.properties.numericType == .decimal && !isRaised
                if isExponent { result.append("^") }
                result.append(raised)
                isRaised = true
                continue
            }
            isRaised = false
            if ascii, let spelled = Self.spelling(of: safe) {
                result.append(contentsOf: spelled.unicodeScalars)
            } else {
                result.append(safe)
            }
        }
        return String(result)
    }

    private static func superscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "¹": "1"
        case "²": "2"
        case "³": "3"
        case "⁻": "-"
        case "⁰", "⁴"..."⁹": Unicode.Scalar(scalar.value - 0x2070 + 0x30)
        default: nil
        }
    }

    private static func spelling(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "–", "—", "─", "−": "-"
        case "…": "..."
        case "₂": "2"
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
