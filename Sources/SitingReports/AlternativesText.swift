public import Siting
public import Typesetting

/// Alternatives as text for a terminal, or as Markdown.
public enum AlternativesText {
    /// Lines are at most `width` columns wide, as far as words and rows of figures allow.
    public static func render(
        _ found: Alternatives, style: TerminalStyle, width: Int = 100
    ) -> String {
        SectionText.render(AlternativesReport(found: found).sections, style: style, width: width)
    }

    public static func markdown(_ found: Alternatives) -> String {
        SectionMarkdown.render(AlternativesReport(found: found).sections)
    }
}
