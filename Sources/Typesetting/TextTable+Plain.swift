extension TextTable {
    /// The table for a terminal: two spaces between columns, a rule below the header.
    ///
    /// Where it is wider than `maxWidth` columns, the widest left-aligned column gives way, cut by
    /// an ellipsis, but not below ``narrowest``; figures are never cut, so it may stay wider.
    public func plain(style: TerminalStyle = .plain, maxWidth: Int = 100) -> String {
        lines(style: style, maxWidth: maxWidth).map { line in
            let text = String(line.text.trimmingSpacesAtEnd())
            let styled =
                switch line.role {
                case .header, .total: style.bold(text)
                case .rule: style.dim(text)
                case .row: text
                }
            return styled + "\n"
        }.joined()
    }

    /// The display columns it takes where nothing is cut.
    public func naturalWidth(style: TerminalStyle = .plain) -> Int {
        lines(style: style, maxWidth: .max).first.map { DisplayWidth.of($0.text) } ?? 0
    }

    /// A left-aligned column is not cut below so many display columns.
    static let narrowest = 8

    struct Line: Equatable {
        enum Role { case header, rule, row, total }

        let role: Role
        /// All lines of a table have the same display width.
        let text: String
    }

    /// The lines before styling.
    func lines(style: TerminalStyle, maxWidth: Int) -> [Line] {
        let all = columns.indices.map { shownColumn($0, style: style) }
        let widths = fitted(all, to: maxWidth)
        let heights = columns.map(\.header.count)
        let headerHeight = heights.max() ?? 0

        func line(_ row: Int, _ role: Line.Role) -> Line {
            let cells = columns.indices.map { index in
                all[index][row].truncated(to: widths[index], ellipsis: style.ellipsis)
                    .padded(to: widths[index], alignment: columns[index].alignment)
            }
            return Line(role: role, text: cells.joined(separator: "  "))
        }

        let ruleText = widths.map { String(repeating: style.rule, count: $0) }
        let rule = Line(role: .rule, text: ruleText.joined(separator: "  "))
        var lines = (0..<headerHeight).map { line($0, .header) }
        lines.append(rule)
        lines += rows.indices.map { line(headerHeight + $0, .row) }
        if total != nil {
            lines.append(rule)
            lines.append(line(headerHeight + rows.count, .total))
        }
        return lines
    }

    /// A column's texts from the header (its last lines level with the others') to the total.
    private func shownColumn(_ index: Int, style: TerminalStyle) -> [String] {
        let height = columns.map(\.header.count).max() ?? 0
        let header = columns[index].header.map(style.shown)
        let blank = Array(repeating: "", count: height - header.count)
        var cells = rows.map { style.shown($0[index].display) }
        if let total { cells.append(style.shown(total[index].display)) }
        if columns[index].alignment == .decimal { cells = Self.alignedAtPoint(cells) }
        return blank + header + cells
    }

    /// The width of each column, all of them fitted into `maxWidth` as far as it goes.
    private func fitted(_ texts: [[String]], to maxWidth: Int) -> [Int] {
        var widths = texts.map { $0.map { DisplayWidth.of($0) }.max() ?? 0 }
        let flexible = columns.indices.filter { columns[$0].alignment == .left }
        var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - maxWidth
        while excess > 0,
            let widest = flexible.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.narrowest
        {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
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
