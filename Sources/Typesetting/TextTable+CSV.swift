extension TextTable {
    /// The table as CSV (RFC 4180, but lines end in LF): a header of keys, then the rows.
    ///
    /// Numbers are written in full, without separators; missing ones are empty. Text that a
    /// spreadsheet would run as a formula gets an apostrophe in front; other text stays as it is.
    public func csv() -> String {
        let table = withoutDrawings
        let header = table.columns.map { Self.csvField($0.key ?? $0.title) }
        let records = table.rows.map { $0.map(Self.csvField) }
        return ([header] + records).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func csvField(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): csvField(text)
        case .number(_, let value): value.flatMap(JSONText.number) ?? ""
        case .bar, .sparkline: ""
        }
    }

    /// One field of text, defused and quoted where it has to be.
    public static func csvField(_ text: String) -> String {
        let defused = isFormula(text) ? "'" + text : text
        let needsQuotes = defused.utf8.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        guard needsQuotes else { return defused }
        // By scalar: a quote with a combining mark is another character, yet the same byte.
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in defused.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// Whether a spreadsheet may take a text for a formula (OWASP, CSV injection).
    private static func isFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        case "＝", "＋", "－", "＠": true
        default: false
        }
    }
}
