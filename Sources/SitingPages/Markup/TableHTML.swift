package import Typesetting

/// A table that scrolls by itself where the page is too narrow for it.
package enum TableHTML {
    /// So many rows go to the next page together rather than be parted.
    private static let pageRows = 15

    /// The table in a region of its own, which takes the focus so that keys scroll it.
    ///
    /// - Parameters:
    ///   - caption: What it shows; unlike that of other tables of the page.
    ///   - isCaptionVisible: Without it the caption is for screen readers alone, where a heading
    ///     stands above.
    package static func html(
        of table: TextTable, caption: String, isCaptionVisible: Bool = false
    ) -> HTML {
        let table = table.withoutDrawings
        let head = HTML("thead", [:], [HTML("tr", [:], headings(of: table))])
        let body = HTML("tbody", [:], table.rows.map { row($0, table.columns) })
        let foot = table.total.map { HTML("tfoot", [:], [row($0, table.columns)]) }
        let isShort = table.rows.count <= pageRows
        let title = HTML("caption", ["class": isCaptionVisible ? nil : "heard"], text: caption)
        return region(
            caption,
            [
                HTML(
                    "table", ["class": isShort ? "short" : nil],
                    [title, head, body] + [foot].compactMap(\.self))
            ])
    }

    /// What may be wider than the page.
    static func region(_ label: String, _ content: [HTML]) -> HTML {
        HTML(
            "div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"],
            content)
    }

    /// A column of texts longer than these is not squeezed to the width of a word; in characters.
    private static let shortText = (first: 10, further: 20)

    private static func headings(of table: TextTable) -> [HTML] {
        table.columns.enumerated().map { index, column in
            let limit = index == 0 ? shortText.first : shortText.further
            let isWordy =
                column.alignment == .left
                && table.rows.contains { $0[index].display.count > limit }
            return heading(column, class: isWordy ? "words" : figures(column))
        }
    }

    private static func heading(_ column: TextTable.Column, class name: String?) -> HTML {
        let lines = column.header.filter { !$0.isEmpty }
        guard let first = lines.first else { return HTML("td") }
        let further = lines.dropFirst().map { HTML("span", ["class": "unit"], text: " \($0)") }
        return HTML(
            "th", ["scope": "col", "class": name], [.text(first)] + further)
    }

    private static func row(_ cells: [TextTable.Cell], _ columns: [TextTable.Column]) -> HTML {
        let all = zip(cells, columns).enumerated().map { index, pair in
            let (cell, column) = pair
            return index == 0
                ? HTML("th", ["scope": "row", "class": figures(column)], text: cell.display)
                : HTML("td", ["class": figures(column)], text: cell.display)
        }
        return HTML("tr", [:], all)
    }

    /// The class of a column of figures.
    private static func figures(_ column: TextTable.Column) -> String? {
        column.alignment == .left ? nil : "figures"
    }
}
