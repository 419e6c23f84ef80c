import Typesetting

/// Text made safe for SVG, alone or inside HTML.
package enum SVGText {
    /// Text as content or as an attribute in quotes: it shows as written and opens no markup.
    ///
    /// Control characters and bidirectional overrides become `�`, as in other reports, and so do
    /// the two scalars that XML forbids beyond those.
    package static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in TerminalStyle.plain.shown(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text as an id that needs no escaping in markup, selectors and URLs.
    static func identifier(_ text: String) -> String {
        let safe = text.unicodeScalars.map { scalar -> Character in
            let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || isDigit(scalar))
            return isKept ? Character(scalar) : "-"
        }
        return "chart-" + String(safe)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}
