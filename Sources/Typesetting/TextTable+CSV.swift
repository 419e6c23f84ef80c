extension TextTable {
    /// The table as CSV (RFC 4180, but lines end in LF): a header of keys, then the rows.
    ///
    /// Numbers are written in full, without separators; missing ones are empty. Text that a
    /// spreadsheet would run as a formula gets an apostrophe in front, control characters become
    /// `�`; other text stays as it is.
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
        let defused = defused(text)
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

    /// The text with an apostrophe before what a spreadsheet may take for a formula (OWASP, CSV
    /// injection), and without control characters.
    ///
    /// A spreadsheet set to semicolons or tabs begins cells within a field, quoted or not, and some
    /// readers drop blanks at the start of a cell: so not only the first character counts.
    private static func defused(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAtStartOfCell = true
        for (place, scalar) in text.unicodeScalars.enumerated() {
            if isAtStartOfCell, isFormulaSign(scalar) || (place == 0 && isSeparator(scalar)) {
                result.append("'")
            }
            result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            isAtStartOfCell = isSeparator(scalar) || (isAtStartOfCell && isBlank(scalar))
        }
        return String(result)
    }

    /// Where a formula may begin; the fullwidth signs are taken for the others.
    private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    /// What ends a cell in a reader that is set to another separator than the comma.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ";", "\t", "\n", "\r": true
        default: false
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || isForbidden(scalar)
    }

    /// Control characters, which RFC 4180 has no place for; tabs and line breaks apart.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && !isSeparator(scalar)
    }
}
