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
        var sections: [PlanSection] = []
        var waiting = figures[...]
        while !waiting.isEmpty {
            var count = waiting.count
            if let width = medium.width {
                while count > 1,
                    table(waiting.prefix(count)).naturalWidth(style: medium.style) > width
                { count -= 1 }
            }
            sections.append(
                PlanSection(
                    title: sections.isEmpty ? title : nil,
                    blocks: [.table(table(waiting.prefix(count)))]))
            waiting = waiting.dropFirst(count)
        }
        if !sections.isEmpty { sections[sections.count - 1].blocks += notes }
        return sections
    }

    private func table(_ part: ArraySlice<Figures>) -> TextTable {
        let shares = part.compactMap(\.shares)
        // A bar by itself compares nothing.
        let hasBars = shares.count > 1 && shares.count == part.count
        let bars: [TextTable.Column] = hasBars ? [.sparklines("Bars", of: shares.count)] : []
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
