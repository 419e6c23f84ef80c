import Siting
import SitingReports
import Typesetting

extension OutputFormat {
    /// A plan as it is written to where the options say.
    func text(of plan: Plan, to output: OutputOptions) -> String {
        switch self {
        case .table:
            return PlanText.render(plan, style: output.style, width: output.width)
        case .json: return PlanJSON.text(of: plan)
        case .csv: return PlanCSV.sites(plan)
        case .markdown: return PlanMarkdown.render(plan)
        }
    }

    /// The format that a file's ending asks for.
    init?(endingOf path: String?) {
        switch path?.split(separator: ".").last {
        case "json": self = .json
        case "csv": self = .csv
        case "md": self = .markdown
        default: return nil
        }
    }
}
