import ArgumentParser
import Siting
import SitingReports
import Typesetting

extension OutputFormat {
    /// A plan as it is written to where the options say.
    func text(of plan: Plan, in scenario: Scenario, to output: OutputOptions) -> String {
        switch self {
        case .table:
            return PlanText.render(plan, style: output.style, width: output.width)
        case .json: return PlanJSON.text(of: plan)
        case .csv: return PlanCSV.sites(plan)
        case .markdown: return PlanMarkdown.render(plan)
        case .geojson: return PlanGeoJSON.text(of: plan, in: scenario)
        }
    }

    /// The format that a file's ending asks for; a folder takes tables.
    init?(endingOf path: String?) {
        if path?.hasSuffix("/") == true {
            self = .csv
            return
        }
        switch path?.split(separator: ".").last {
        case "json": self = .json
        case "geojson": self = .geojson
        case "csv": self = .csv
        case "md": self = .markdown
        default: return nil
        }
    }

    /// Whether it is read by programs, which do not look for warnings in it.
    var isData: Bool {
        switch self {
        case .json, .csv, .geojson: true
        case .table, .markdown: false
        }
    }

    /// Whether a plan in it says what rules cost; finding that out takes time.
    var holdsRuleCosts: Bool { self != .csv && self != .geojson }

    /// As it is written in a sentence.
    var name: String {
        switch self {
        case .table: "table"
        case .json: "JSON"
        case .csv: "CSV"
        case .markdown: "Markdown"
        case .geojson: "GeoJSON"
        }
    }

    /// Refuses a format that something can't be written in.
    ///
    /// - Parameter subject: Such as `an explanation has`.
    func check(_ subject: String, no refused: OutputFormat...) throws {
        if refused.contains(self) { throw ValidationError("\(subject) no \(name)") }
    }
}
