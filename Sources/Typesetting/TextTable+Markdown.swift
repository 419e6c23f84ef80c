extension TextTable {
    /// The table in GitHub's Markdown; the row of totals is bold.
    ///
    /// Text is escaped such that it shows as written: no HTML, link, emphasis, code, mention or new
    /// cell can come out of a name.
    public func markdown() -> String {
        let table = withoutDrawings
        return table.columns.count < columns.count ? table.markdown() : markdownOfText()
    }

    private func markdownOfText() -> String {
        let header = columns.map { Self.markdownEscaped($0.title) }
        var lines = rows.map { $0.map { Self.markdownEscaped($0.display) } }
        if let total {
            let texts = total.map { Self.markdownEscaped($0.display) }
            lines.append(texts.map { $0.isEmpty ? "" : "**\($0)**" })
        }
        let widths = columns.indices.map { index in
            ([header] + lines).reduce(3) { max($0, DisplayWidth.of($1[index])) }
        }
        let rule = zip(columns, widths).map { column, width in
            let dashes = String(repeating: "-", count: width - 1)
            return column.alignment == .left ? dashes + "-" : dashes + ":"
        }
        return ([header, rule] + lines).map { row in
            let cells = columns.indices.map {
                row[$0].padded(to: widths[$0], alignment: columns[$0].alignment)
            }
            return "| " + cells.joined(separator: " | ") + " |\n"
        }.joined()
    }

    /// Text that GitHub's Markdown shows as it is, on one line, without surrounding spaces.
    ///
    /// What GitHub would make of bare text (a link of an address, a mention of a name, a reference of
    /// a number) is taken apart by a word joiner, which has no width.
    public static func markdownEscaped(_ text: String) -> String {
        let words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }
        let safe = TerminalStyle.plain.shown(words.joined(separator: " "))
        var result = ""
        // By scalar: a bar with a combining mark is another character, yet the same byte.
        let scalars = Array(safe.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let next = scalars.indices.contains(place + 1) ? scalars[place + 1] : " "
            switch scalar {
            case "|", "\\", "`", "*", "_", "~", "[", "]": result += "\\\(scalar)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            // Amounts of money stay readable: before a digit it begins no formula's end.
            case "$" where !isDigit(next): result += "&#36;"
            default:
                result.unicodeScalars.append(scalar)
                if isLiveMark(scalar, before: next) { result += "\u{2060}" }
            }
        }
        return result.replacing("www.", with: "www\u{2060}.")
    }

    /// Whether GitHub may make something of a mark and what follows it: `://`, `@name`, `#12`.
    private static func isLiveMark(_ mark: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
        switch mark {
        case ":": next == "/"
        case "@": next.properties.isAlphabetic || isDigit(next)
        case "#": isDigit(next)
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
