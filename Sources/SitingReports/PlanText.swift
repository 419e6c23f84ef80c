public import Siting
public import Typesetting

/// A plan as text for a terminal: what `sitewise place` prints.
public enum PlanText {
    /// The report: verdict, totals, sites, prices, stages, evidence.
    ///
    /// Lines are at most `width` columns wide, unless a single word or a row of figures is wider.
    /// Names are made harmless by ``TerminalStyle/shown(_:)``.
    public static func render(
        _ plan: Plan, style: TerminalStyle, width: Int = 100
    ) -> String {
        SectionText.render(
            PlanReport(plan: plan, medium: .terminal(style, width: width)).sections, style: style,
            width: width)
    }
}
