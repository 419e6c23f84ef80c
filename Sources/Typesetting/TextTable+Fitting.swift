/// How the columns of a table share the width of a terminal.
extension TextTable {
    /// A column as a terminal shows it.
    struct ShownColumn {
        /// From the header, its last lines level with the others', to the total.
        let texts: [String]
        let alignment: TextAlignment
        let width: Int
        let isDrawn: Bool
    }

    /// The columns that have room, from left to right.
    func shownColumns(style: TerminalStyle, maxWidth: Int) -> [ShownColumn] {
        let texts = columns.indices.map { self.texts(of: $0, style: style) }
        let widths = fitted(texts, to: maxWidth)
        return columns.indices.compactMap { index in
            guard let width = widths[index] else { return nil }
            let column = columns[index]
            guard column.drawing != nil else {
                return ShownColumn(
                    texts: texts[index], alignment: column.alignment, width: width,
                    isDrawn: false)
            }
            let cells = (rows + [total].compactMap { $0 }).map { $0[index] }
            let drawn = cells.map { $0.drawn(width: width, style: style) }
            return ShownColumn(
                texts: texts[index].dropLast(cells.count) + drawn, alignment: .left, width: width,
                isDrawn: true)
        }
    }

    /// A column's texts from the header to the total, empty where something is drawn.
    private func texts(of index: Int, style: TerminalStyle) -> [String] {
        let height = columns.map(\.header.count).max() ?? 0
        let header = columns[index].header.map(style.shown)
        let blank = Array(repeating: "", count: height - header.count)
        var cells = rows.map { style.shown($0[index].display) }
        if let total { cells.append(style.shown(total[index].display)) }
        if columns[index].alignment == .decimal { cells = Self.alignedAtPoint(cells) }
        return blank + header + cells
    }

    /// The width of each column, all of them fitted into `maxWidth` as far as it goes; nil for a
    /// drawing without room.
    private func fitted(_ texts: [[String]], to maxWidth: Int) -> [Int?] {
        var widths: [Int?] = texts.map { $0.map { DisplayWidth.of($0) }.max() ?? 0 }
        let drawn = columns.indices.filter { columns[$0].drawing != nil }
        for index in drawn { widths[index] = nil }
        let used = widths.compactMap { $0 }
        let excess = used.reduce(0, +) + Self.gap.count * max(0, used.count - 1) - maxWidth
        guard excess < 0 || drawn.isEmpty else { return cut(widths, by: excess) }
        for (index, width) in zip(drawn, drawingWidths(drawn, room: -excess)) {
            widths[index] = width
        }
        return cut(widths, by: excess)
    }

    /// Shortens the widest left-aligned columns.
    private func cut(_ widths: [Int?], by excess: Int) -> [Int?] {
        var widths = widths
        var excess = excess
        let flexible = columns.indices.filter {
            columns[$0].alignment == .left && columns[$0].drawing == nil
        }
        while excess > 0,
            let widest = flexible.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) }),
            let width = widths[widest], width > Self.narrowest
        {
            widths[widest] = width - 1
            excess -= 1
        }
        return widths
    }

    /// What each of some drawings gets of the room that text leaves, gaps counted.
    private func drawingWidths(_ drawn: [Int], room: Int) -> [Int] {
        let ranges = drawn.compactMap { columns[$0].drawingWithHeader }
        var kept = ranges[...]
        func least() -> Int { kept.reduce(0) { $0 + $1.lowerBound + Self.gap.count } }
        while !kept.isEmpty, least() > room { kept.removeLast() }
        var widths = kept.map(\.lowerBound)
        var left = room - least()
        while left > 0,
            let shortest = widths.indices.filter({ widths[$0] < kept[$0].upperBound })
                .min(by: { widths[$0] < widths[$1] })
        {
            widths[shortest] += 1
            left -= 1
        }
        return widths
    }
}

extension TextTable.Cell {
    /// A drawing in so many columns; empty for text, as where a row has none.
    fileprivate func drawn(width: Int, style: TerminalStyle) -> String {
        switch self {
        case .bar(let share): TextDrawing.bar(share, width: width, style: style)
        case .sparkline(let shares): TextDrawing.sparkline(shares, style: style)
        case .text, .number: ""
        }
    }
}
