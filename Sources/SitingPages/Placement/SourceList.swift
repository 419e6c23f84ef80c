import Siting
import SitingReports
import Typesetting

/// Where the scenario's figures were published, and under which terms.
enum SourceList {
    static func part(of scenario: Scenario) -> PageShell.Part? {
        guard !scenario.sources.isEmpty else { return nil }
        let count = counted(scenario.sources.count, "source", "sources")
        return PlacementParts.folded(
            "Sources and their licences", id: "sources", summary: "Show the \(count)",
            [ListHTML.whole(scenario.sources.map(item))])
    }

    /// By its key, which tables and sentences name it with.
    private static func item(_ source: SourceCitation) -> HTML {
        let further = [source.publisher, source.citation ?? ""].filter { !$0.isEmpty }
        return HTML(
            "li", [:],
            [
                HTML("strong", text: source.key), .text(": \(source.title)"),
                HTML(
                    "p", ["class": "detail"],
                    text: (further + ["Licence: \(source.licence)"]).joined(separator: ". ")),
            ])
    }
}
