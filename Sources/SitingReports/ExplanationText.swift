public import Siting
public import Typesetting

/// An explanation as text for a terminal, or as Markdown.
public enum ExplanationText {
    /// Lines are at most `width` columns wide, as far as words allow.
    public static func render(
        _ explanation: Explanation, style: TerminalStyle, width: Int = 100
    ) -> String {
        SectionText.render(
            ExplanationReport(explanation: explanation).sections, style: style, width: width)
    }

    public static func markdown(_ explanation: Explanation) -> String {
        SectionMarkdown.render(ExplanationReport(explanation: explanation).sections)
    }
}
