import Charting
import SitingReports
import Typesetting

/// A chart on a page: drawn twice, for wide and for narrow screens, with its tables behind it.
enum FigureHTML {
    /// What a wide screen and paper show, and a phone, in CSS pixels.
    private static let widths = (wide: 860.0, narrow: 340.0)
    /// Longer tables would fill pages of paper.
    private static let printedRows = 20

    static func html(of figure: Figure) -> HTML {
        HTML(
            "figure", ["id": "figure-\(figure.name)"],
            [
                drawing(figure, width: widths.wide, variant: "wide"),
                drawing(figure, width: widths.narrow, variant: "narrow"),
                HTML("figcaption", prose: figure.note),
                tables(of: figure),
            ])
    }

    /// One of both is displayed, so that one is read.
    private static func drawing(_ figure: Figure, width: Double, variant: String) -> HTML {
        HTML(
            "div", ["class": variant],
            [.drawing(figure.chart, width: width)])
    }

    private static func tables(of figure: Figure) -> HTML {
        let tables = figure.chart.tables
        let rows = tables.reduce(0) { $0 + $1.table.rows.count }
        let count = counted(rows, "row", "rows")
        let isPrinted = rows <= printedRows
        let content = tables.map { table in
            TableHTML.html(
                of: table.table, caption: "Behind the chart: \(table.title)",
                isCaptionVisible: true)
        }
        return HTML(
            "details", ["class": isPrinted ? nil : "screen"],
            [HTML("summary", text: "Figures behind this chart (\(count))")] + content)
    }
}
