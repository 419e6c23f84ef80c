import Siting
import Typesetting

/// How a report can be made again.
enum ReportReproduction {
    static func section(of report: PlacementReport) -> PlanSection {
        let parts = [
            ("Command:", report.run.commandLine), ("Program:", report.run.program),
            ("Fingerprint of the inputs:", report.scenario.fingerprint),
        ]
        return PlanSection(
            title: "To make this report again",
            blocks: parts.filter { !$0.1.isEmpty }.map { word, text in
                .paragraph(text, lead: .init(word: word, tone: .plain))
            })
    }
}
