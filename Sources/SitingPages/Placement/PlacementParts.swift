import Siting
import SitingReports
import Typesetting

/// Parts of a placement page that are charts with text, or sections of other reports.
struct PlacementParts {
    let report: PlacementReport
    let figures: [Figure]

    private func chart(_ name: String) -> HTML? {
        figures.first { $0.name == name }.map(FigureHTML.html)
    }

    /// A chart by itself.
    func figure(_ name: String, id: String, title: String) -> PageShell.Part? {
        chart(name).map {
            PageShell.Part(id: id, title: title, html: SectionHTML.html(title, id: id, [$0]))
        }
    }

    /// The trade-off curve, or why there is none.
    var curve: PageShell.Part? {
        let title = "What can be traded"
        let id = "curve"
        let content: HTML?
        switch report.curve {
        case .notAsked: content = nil
        case .meaningless(let reason):
            content = HTML("p", prose: "No trade-off curve: \(reason).")
        case .found(let frontier):
            content = chart(FigureName.frontier) ?? HTML("p", prose: Self.withoutCurve(frontier))
        }
        return content.map {
            PageShell.Part(id: id, title: title, html: SectionHTML.html(title, id: id, [$0]))
        }
    }

    private static func withoutCurve(_ frontier: Frontier) -> String {
        guard let point = frontier.points.first else {
            return "No trade-off curve between \(frontier.x.noun) and \(frontier.y.noun) was found."
        }
        let x = YearlyUnit(frontier.x.unit).text(point.x)
        let y = YearlyUnit(frontier.y.unit).text(point.y)
        return
            "Nothing to trade: one plan has both the least \(frontier.x.noun), \(x), and the least "
            + "\(frontier.y.noun), \(y)."
    }

    var capacity: PageShell.Part? {
        let plan = report.plan
        guard let chart = chart(FigureName.capacity) else { return nil }
        let section = PlanSites(plan: plan, medium: .markdown, rowLimit: nil).section
        let table = SectionHTML.html(of: section.blocks, named: section.title ?? "Sites used")
        let title = "Capacity by site"
        let id = "capacity"
        return PageShell.Part(
            id: id, title: title,
            html: SectionHTML.html(
                title, id: id,
                [chart, SectionHTML.heading(section.title ?? "", level: 3)] + table))
    }

    static func certificate(of plan: Plan) -> PageShell.Part? {
        guard var section = PlanEvidence.certificate(of: plan) else { return nil }
        section.title = "Proof"
        return part([section], id: "certificate")
    }

    /// Sections of a report under the title of the first; nil without any.
    static func part(_ sections: [PlanSection?], id: String) -> PageShell.Part? {
        let sections = sections.compactMap(\.self)
        guard let first = sections.first else { return nil }
        return PageShell.Part(
            id: id, title: first.title, html: SectionHTML.html(of: first, id: id))
    }

    /// A section of tables that opens on demand.
    static func folded(_ section: PlanSection?, id: String) -> PageShell.Part? {
        guard let section, let title = section.title else { return nil }
        let rows = section.blocks.reduce(0) { count, block in
            if case .table(let table) = block { return count + table.rows.count }
            return count
        }
        return folded(
            title, id: id, summary: "Show the table (\(counted(rows, "row", "rows")))",
            SectionHTML.html(of: section.blocks, named: title))
    }

    /// Long content that opens on demand, and on paper always.
    static func folded(
        _ title: String, id: String, summary: String, _ content: [HTML]
    ) -> PageShell.Part {
        let details = HTML("details", [:], [HTML("summary", text: summary)] + content)
        return PageShell.Part(
            id: id, title: title, html: SectionHTML.html(title, id: id, [details]))
    }
}
