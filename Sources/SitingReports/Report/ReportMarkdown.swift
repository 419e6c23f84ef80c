public import Siting

/// A placement report as Markdown (GitHub's), for pull requests and wikis.
public enum ReportMarkdown {
    /// The chosen plan, the others beside it, the trade-off curve, the best sites out and the evidence;
    /// every name is escaped.
    public static func render(_ report: PlacementReport) -> String {
        let plan = PlanReport(plan: report.plan, medium: .markdown)
        let comparison = ComparisonReport(comparison: report.comparison, medium: .markdown)
        let curve = report.frontier.map {
            FrontierReport(frontier: $0, limit: FrontierText.usualLimit, medium: .markdown)
                .embedded
        }
        let others = report.comparison.columns.count > 1
        return SectionMarkdown.render(
            [plan.head] + plan.results + (others ? comparison.measures + comparison.regrets : [])
                + [curve, ReportSitesOut.section(of: report)].compactMap { $0 }
                + plan.evidence + [ReportReproduction.section(of: report)])
    }
}
