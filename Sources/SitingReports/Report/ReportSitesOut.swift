package import Siting
import Typesetting

/// The best sites that a plan leaves out, and what would bring them in.
package enum ReportSitesOut {
    package static func section(of report: PlacementReport) -> PlanSection? {
        guard !report.bestSitesOut.isEmpty else { return nil }
        let amount = StageAmount(of: report.plan)
        let items = report.bestSitesOut.map { site in
            PlanBlock.Item(
                text: heading(site, amount),
                detail: site.explanation.breakEvens.map(ExplainedSite.sentence)
                    .joined(separator: " "))
        }
        return PlanSection(
            title: "Best sites out",
            blocks: [
                .paragraph(
                    "Sites that the plan does not use, those that would cost least to use first. "
                        + "Break-evens are solved with all else unchanged."),
                .list(items),
            ])
    }

    /// Such as `Dallas (US): the first MW of work there is $57,000 a year worse on cost`.
    private static func heading(_ site: SiteOut, _ amount: StageAmount) -> String {
        let name = "\(site.explanation.name) (\(site.explanation.country))"
        guard site.firstMegawatt > 0 else {
            return "\(name): work could move there at no loss of \(amount.noun)"
        }
        return "\(name): the first MW of work there is \(amount.text(site.firstMegawatt)) worse on "
            + "\(amount.noun)"
    }
}
