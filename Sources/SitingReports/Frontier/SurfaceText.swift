public import Siting
public import Typesetting

/// A trade-off surface as text for a terminal, as Markdown or as CSV.
public enum SurfaceText {
    /// Rows of a table unless all are asked for.
    public static let usualLimit = 20

    /// Lines are at most `width` columns wide, as far as words and rows of figures allow.
    ///
    /// - Parameter limit: The most points shown; `nil` shows all.
    public static func render(
        _ surface: FrontierSurface, limit: Int? = usualLimit, style: TerminalStyle,
        width: Int = 100
    ) -> String {
        SectionText.render(
            SurfaceReport(surface: surface, limit: limit).sections, style: style, width: width)
    }

    public static func markdown(_ surface: FrontierSurface, limit: Int? = usualLimit) -> String {
        SectionMarkdown.render(SurfaceReport(surface: surface, limit: limit).sections)
    }

    /// One row a point with exact values.
    public static func csv(_ surface: FrontierSurface) -> String {
        SurfaceTables.points(of: surface).csv()
    }
}

extension SurfacePoint {
    /// The surface's own measures as the search found them, the others of the point's plan.
    func measure(_ measure: Measure, of surface: FrontierSurface) -> Double? {
        surface.measures.firstIndex(of: measure).map { values[$0] } ?? totals.known(measure)
    }
}
