public import Siting
public import Typesetting

/// A diagnosis as text for a terminal: what `sitewise check --diagnose` prints.
public enum DiagnosisText {
    /// Lines are at most `width` columns wide, as far as words allow.
    public static func render(
        _ diagnosis: Diagnosis, style: TerminalStyle, width: Int = 100
    ) -> String {
        SectionText.render(PlanFindings.sections(of: diagnosis), style: style, width: width)
    }
}
