public import Siting
public import Typesetting

/// A difference for readers and for spreadsheets.
public enum DifferenceText {
    /// For a terminal: the verdict, inputs, measures, sites, work and limits.
    ///
    /// Lines are at most `width` columns wide, unless a single word or a column of figures is wider.
    public static func render(
        _ difference: RunDifference, style: TerminalStyle, width: Int = 100
    ) -> String {
        let medium = PlanMedium.terminal(style, width: width)
        return SectionText.render(
            DifferenceReport(difference: difference, medium: medium).sections, style: style,
            width: width)
    }

    /// The same as Markdown (GitHub's).
    public static func markdown(_ difference: RunDifference) -> String {
        SectionMarkdown.render(
            DifferenceReport(difference: difference, medium: .markdown).sections)
    }

    /// CSV with one row a change, in exact figures; without changes the header alone.
    ///
    /// `plan` is empty for inputs that all plans share; `part` says what kind of thing changed and `id`
    /// which; `first` and `second` are figures in `unit`, or words.
    public static func csv(_ difference: RunDifference) -> String {
        var table = TextTable(
            columns: ["plan", "part", "id", "unit", "first", "second", "change", "relative"]
                .map { .init($0) })
        for row in DifferenceRow.all(of: difference) { table.append(row.cells) }
        return table.csv()
    }
}
