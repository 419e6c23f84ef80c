public import Siting
public import Typesetting

/// A placement report as JSON, described by `sites/schemas/report.schema.json`.
public enum ReportJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-report/1"

    /// The document as text, the same bytes for the same report.
    public static func text(of report: PlacementReport) -> String {
        JSONText.text(value(of: report))
    }

    /// The document as a value: the documents of `compare`, with whole plans, and of `frontier` in it.
    public static func value(of report: PlacementReport) -> JSONValue {
        [
            "format": .string(format),
            "scenario": .string(report.plan.scenario),
            "file": ReportHead.fileName(report.plan.file),
            "policy": .string(report.plan.policy),
            "status": .string(report.plan.status.rawValue),
            "program": .string(report.run.program),
            "command": .array(report.run.command.map { .string($0) }),
            "comparison": ComparisonJSON.value(of: report.comparison, withPlans: true),
            "frontier": report.frontier.map(FrontierJSON.value) ?? .null,
            "best_sites_out": .array(
                report.bestSitesOut.map { site in
                    [
                        "first_mw": .number(site.firstMegawatt),
                        "unit": JSONValue(report.plan.stages.last?.unit),
                        "site": ExplanationJSON.site(site.explanation),
                    ]
                }),
        ]
    }
}
