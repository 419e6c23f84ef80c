public import Siting

/// A plan as Markdown (GitHub's), with the content of the text report.
public enum PlanMarkdown {
    /// The report under one heading of the first level; every name is escaped.
    public static func render(_ plan: Plan) -> String {
        SectionMarkdown.render(PlanReport(plan: plan, medium: .markdown).sections)
    }
}
