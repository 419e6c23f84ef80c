public import Siting
public import Typesetting

/// A comparison for readers and for spreadsheets.
public enum ComparisonText {
    /// For a terminal: measures, differences, sites, moves, regret, savings.
    ///
    /// Lines are at most `width` columns wide, unless a single word or a column of figures is wider.
    public static func render(
        _ comparison: Comparison, style: TerminalStyle, width: Int = 100
    ) -> String {
        let medium = PlanMedium.terminal(style, width: width)
        return SectionText.render(
            ComparisonReport(comparison: comparison, medium: medium).sections, style: style,
            width: width)
    }

    /// The same as Markdown (GitHub's).
    public static func markdown(_ comparison: Comparison) -> String {
        SectionMarkdown.render(
            ComparisonReport(comparison: comparison, medium: .markdown).sections)
    }

    /// CSV with one row a plan: the keys of the JSON's `measures`, then those of its `differences`.
    public static func csv(_ comparison: Comparison) -> String {
        ComparisonTables.policies(of: comparison).csv()
    }
}

extension Comparison.Column {
    /// The word in data: whether a policy or a simple method made the plan.
    var kind: String { method == nil ? "policy" : "baseline" }
}
