import Siting
import SitingReports
import Typesetting

extension OutputFormat {
    /// A plan as it is written to where the options say.
    func text(of plan: Plan, in scenario: Scenario, to output: OutputOptions) -> String {
        switch self {
        case .table, .html:
            return PlanText.render(plan, style: output.style, width: output.width)
        case .json: return PlanJSON.text(of: plan)
        case .csv: return PlanCSV.sites(plan)
        case .markdown: return PlanMarkdown.render(plan)
        case .geojson: return PlanGeoJSON.text(of: plan, in: scenario)
        }
    }

    /// Whether a plan in it says what rules cost; finding that out takes time.
    var holdsRuleCosts: Bool { self != .csv && self != .geojson }
}
