public import Siting
import SitingReports

/// A placement report as one HTML file that needs nothing else.
///
/// It opens from disk, prints to A4 and Letter, follows the reader's light or dark mode, and loads and
/// runs nothing. Names from files show as they are written and are never markup.
public enum PlacementPage {
    /// The whole file, the same for the same report.
    ///
    /// - Parameter land: Rings of the map's outline, each closed from its last point to its first; empty
    ///   for a map without one.
    public static func html(of report: PlacementReport, land: [[Coordinate]]) -> String {
        let figures = PlacementFigures.all(of: report, land: land)
        let parts = report.plan.hasPlacement ? placed(report, figures) : unplaced(report)
        return PageShell(
            title: report.scenario.name, subtitle: subtitle(report), lead: lead(report),
            parts: parts + evidence(report), foot: [RunHTML.foot(of: report.run)]
        ).text
    }

    private static func subtitle(_ report: PlacementReport) -> String {
        let file = ReportHead.title("", report.scenario.file)
        return
            "Placement report under the policy \(report.plan.policy), \(report.scenario.period.year)\(file)"
    }

    private static func lead(_ report: PlacementReport) -> [HTML] {
        let plan = report.plan
        let blocks = [PlanVerdict.block(of: plan)] + ReportHead.warnings(plan.warnings)
        let tiles = PlacementTiles(report: report).html
        return SectionHTML.html(of: blocks, named: "Verdict") + [tiles].compactMap(\.self)
    }

    private static func placed(
        _ report: PlacementReport, _ figures: [Figure]
    ) -> [PageShell.Part] {
        let plan = report.plan
        let shown = PlacementParts(report: report, figures: figures)
        return [
            shown.figure(FigureName.map, id: "map", title: "Where the work runs"),
            PolicyTable(comparison: report.comparison, chosen: report.chosen).part,
            shown.curve, shown.capacity,
            shown.figure(
                FigureName.roundTrips, id: "round-trips", title: "How long requests travel"),
            PlacementParts.part([PlanPrices.section(of: plan, limit: nil)], id: "limits"),
            PlacementParts.part([PlanRuleCosts.section(of: plan)], id: "rules"),
            PlacementParts.part([PlanBurdens.section(of: plan)], id: "burdens"),
            SiteReasons(report: report).part,
            PlacementParts.part([ReportSitesOut.section(of: report)], id: "sites-out"),
            PlacementParts.part([PlanEquivalences.section(of: plan)], id: "everyday"),
        ].compactMap(\.self)
    }

    /// What a reader needs where there is no plan; other policies may have one.
    private static func unplaced(_ report: PlacementReport) -> [PageShell.Part] {
        let plan = report.plan
        let findings = PlanFindings.sections(of: plan).enumerated().map { index, section in
            PlacementParts.part([section], id: "finding-\(index + 1)")
        }
        let others = report.comparison.columns.contains { $0.plan.hasPlacement }
        let table =
            others ? PolicyTable(comparison: report.comparison, chosen: report.chosen).part : nil
        return
            (findings + [
                PlacementParts.part([PlanRuleCosts.section(of: plan)], id: "rules"), table,
            ])
            .compactMap(\.self)
    }

    /// What the report rests on.
    private static func evidence(_ report: PlacementReport) -> [PageShell.Part] {
        let plan = report.plan
        return [
            PlacementParts.part([PlanStages.section(of: plan)], id: "stages"),
            PlacementParts.part([PlanEvidence.assumptions(of: plan)], id: "assumptions"),
            PlacementParts.part([PlanEvidence.exclusions(of: plan)], id: "left-out"),
            PlacementParts.folded(PlanEvidence.provenance(of: plan, limit: nil), id: "provenance"),
            SourceList.part(of: report.scenario),
            PlacementParts.certificate(of: plan),
            RunHTML.part(of: report.run, further: InputList.html(of: report.scenario)),
        ].compactMap(\.self)
    }
}
