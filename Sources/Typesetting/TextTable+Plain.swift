extension TextTable {
    /// The table for a terminal: two spaces between columns, a rule below the header.
    ///
    /// Drawings take what `maxWidth` columns leave beside the text, and are left out where that is
    /// too little, the last ones first. Where the text alone is wider, the widest left-aligned
    /// column gives way, cut by an ellipsis, but not below ``narrowest``; figures are never cut,
    /// so it may stay wider.
    public func plain(style: TerminalStyle = .plain, maxWidth: Int = 100) -> String {
        lines(style: style, maxWidth: maxWidth).map { line in
            let text = String(line.styled(style).trimmingSpacesAtEnd())
            let styled =
                switch line.role {
                case .header, .total: style.bold(text)
                case .rule: style.dim(text)
                case .row: text
                }
            return styled + "\n"
        }.joined()
    }

    /// The display columns it takes where nothing is cut and nothing drawn.
    public func naturalWidth(style: TerminalStyle = .plain) -> Int {
        withoutDrawings.lines(style: style, maxWidth: .max).first.map {
            DisplayWidth.of($0.text)
        } ?? 0
    }

    /// Between two columns.
    public static let gap = "  "

    /// A left-aligned column is not cut below so many display columns.
    static let narrowest = 8

    struct Line: Equatable {
        enum Role { case header, rule, row, total }

        struct Part: Equatable {
            let text: String
            let isDrawn: Bool
        }

        let role: Role
        let parts: [Part]

        /// All lines of a table have the same display width.
        var text: String { parts.map(\.text).joined(separator: TextTable.gap) }

        /// The same with the colour of drawings, which no space takes.
        func styled(_ style: TerminalStyle) -> String {
            guard role == .row else { return text }
            return parts.map { part in
                guard part.isDrawn else { return part.text }
                let drawn = part.text.trimmingSpacesAtEnd()
                return style.cyan(String(drawn)) + part.text.dropFirst(drawn.count)
            }.joined(separator: TextTable.gap)
        }
    }

    /// The lines before styling.
    func lines(style: TerminalStyle, maxWidth: Int) -> [Line] {
        let heights = columns.map(\.header.count)
        let headerHeight = heights.max() ?? 0
        let shown = shownColumns(style: style, maxWidth: maxWidth)

        func line(_ row: Int, _ role: Line.Role) -> Line {
            Line(
                role: role,
                parts: shown.map { column in
                    let cut = column.texts[row].truncated(
                        to: column.width, ellipsis: style.ellipsis)
                    return Line.Part(
                        text: cut.padded(to: column.width, alignment: column.alignment),
                        isDrawn: column.isDrawn)
                })
        }

        let rule = Line(
            role: .rule,
            parts: shown.map {
                Line.Part(
                    text: String(repeating: style.rule, count: $0.width), isDrawn: $0.isDrawn)
            })
        var lines = (0..<headerHeight).map { line($0, .header) }
        lines.append(rule)
        lines += rows.indices.map { line(headerHeight + $0, .row) }
        if total != nil {
            lines.append(rule)
            lines.append(line(headerHeight + rows.count, .total))
        }
        return lines
    }

    /// Fills texts on both sides so that their decimal points, or the ends of their whole numbers,
    /// stand below each other; to be aligned right.
    static func alignedAtPoint(_ texts: [String]) -> [String] {
        let tails = texts.map { text in
            let whole = text.prefix { $0 != "." }
            guard let end = whole.lastIndex(where: \.isWholeNumber) else { return 0 }
            return DisplayWidth.of(text[text.index(after: end)...])
        }
        let longest = tails.max() ?? 0
        return zip(texts, tails).map { text, tail in
            text.isEmpty ? "" : text + String(repeating: " ", count: longest - tail)
        }
    }
}

extension String {
    fileprivate func trimmingSpacesAtEnd() -> Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}
