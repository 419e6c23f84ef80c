import Typesetting

/// A table of any number of figure columns, spread over several tables where a line can't hold them.
struct WideTable {
    /// What stands to the left in each of the tables.
    private let heads: [TextTable.Column]
    /// One for each row, with a cell for each head.
    private let labels: [[TextTable.Cell]]
    private var figures: [Figures] = []
    /// The last row is one of totals.
    private let hasTotal: Bool

    private struct Figures {
        let column: TextTable.Column
        let cells: [TextTable.Cell]
        let shares: [Double?]?
    }

    init(heads: [TextTable.Column], labels: [[TextTable.Cell]], hasTotal: Bool = false) {
        self.heads = heads
        self.labels = labels
        self.hasTotal = hasTotal
    }

    /// Adds a column with a cell for each row.
    ///
    /// - Parameter shares: The height of each row's bar in a last column that shows the figures of
    ///   a row side by side, where lines have room for it; fewer leave the rows below without.
    mutating func append(
        _ column: TextTable.Column, _ cells: [TextTable.Cell], shares: [Double?]? = nil
    ) {
        precondition(cells.count == labels.count, "a column needs one cell for each row")
        figures.append(Figures(column: column, cells: cells, shares: shares))
    }

    /// As few tables as hold all columns, each at least one: the first under a title, the last with notes.
    func sections(
        titled title: String, in medium: PlanMedium, notes: [PlanBlock] = []
    ) -> [PlanSection] {
        let parts = medium.width.map { fitting($0, style: medium.style) } ?? [figures[...]]
        var sections = parts.filter { !$0.isEmpty }.enumerated().map { index, part in
            PlanSection(title: index == 0 ? title : nil, blocks: [.table(table(part))])
        }
        if !sections.isEmpty { sections[sections.count - 1].blocks += notes }
        return sections
    }

    /// The columns of each table: with room for bars, unless that took one table more.
    private func fitting(_ width: Int, style: TerminalStyle) -> [ArraySlice<Figures>] {
        let bare = parts(style: style) { _ in width }
        let drawn = parts(style: style) { part in
            guard let bars = bars(of: part) else { return width }
            return width - bars.drawn(in: width)
        }
        return drawn.count == bare.count ? drawn : bare
    }

    private func parts(
        style: TerminalStyle, room: (ArraySlice<Figures>) -> Int
    ) -> [ArraySlice<Figures>] {
        var parts: [ArraySlice<Figures>] = []
        var waiting = figures[...]
        while !waiting.isEmpty {
            var part = waiting
            while part.count > 1, table(part).naturalWidth(style: style) > room(part) {
                part = part.dropLast()
            }
            parts.append(part)
            waiting = waiting.dropFirst(part.count)
        }
        return parts
    }

    /// Nil where not all columns have shares, or a bar by itself would compare nothing.
    private func bars(of part: ArraySlice<Figures>) -> TextTable.Column? {
        let isDrawn = part.count > 1 && part.allSatisfy { $0.shares != nil }
        return isDrawn ? .sparklines("Bars", of: part.count) : nil
    }

    private func table(_ part: ArraySlice<Figures>) -> TextTable {
        let shares = part.compactMap(\.shares)
        let bars = bars(of: part).map { [$0] } ?? []
        var table = TextTable(columns: heads + part.map(\.column) + bars)
        for (row, label) in labels.enumerated() {
            let heights = shares.map { $0.indices.contains(row) ? $0[row] : nil }
            let cells =
                label + part.map { $0.cells[row] } + bars.map { _ in .sparkline(heights) }
            if hasTotal, row == labels.count - 1 {
                table.setTotal(cells)
            } else {
                table.append(cells)
            }
        }
        return table
    }
}
