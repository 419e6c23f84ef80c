public import Siting
public import Typesetting

/// A trade-off curve as text for a terminal, as Markdown or as CSV.
public enum FrontierText {
    /// Rows of a table unless all are asked for.
    public static let usualLimit = 60

    /// Lines are at most `width` columns wide, as far as words and rows of figures allow.
    ///
    /// - Parameter limit: The most points shown; `nil` shows all.
    public static func render(
        _ frontier: Frontier, limit: Int? = usualLimit, style: TerminalStyle, width: Int = 100
    ) -> String {
        let medium = PlanMedium.terminal(style, width: width)
        return SectionText.render(
            FrontierReport(frontier: frontier, limit: limit, medium: medium).sections,
            style: style, width: width)
    }

    public static func markdown(_ frontier: Frontier, limit: Int? = usualLimit) -> String {
        SectionMarkdown.render(
            FrontierReport(frontier: frontier, limit: limit, medium: .markdown).sections)
    }

    /// One row a point with exact values; the highest rate of the last is empty, as it has no end.
    public static func csv(_ frontier: Frontier) -> String {
        FrontierTables.points(of: frontier).csv()
    }
}

extension FrontierPoint {
    /// The curve's own measures as the search found them, the others of the point's plan.
    func measure(_ measure: Measure, of frontier: Frontier) -> Double? {
        if measure == frontier.x { return x }
        return measure == frontier.y ? y : totals.known(measure)
    }
}
