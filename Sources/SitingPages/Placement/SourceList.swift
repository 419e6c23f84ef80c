import Siting
import SitingReports
import Typesetting

/// Where the scenario's figures were published, and under which terms.
enum SourceList {
    static func section(of scenario: Scenario) -> PlanSection? {
        guard !scenario.sources.isEmpty else { return nil }
        var table = TextTable(columns: [
            .init("Key"), .init("Title"), .init("Publisher"), .init("Licence"), .init("Citation"),
        ])
        for source in scenario.sources {
            table.append([
                .text(source.key), .text(source.title), .text(source.publisher),
                .text(source.licence), .text(source.citation ?? ""),
            ])
        }
        return PlanSection(title: "Sources and their licences", blocks: [.table(table)])
    }
}
