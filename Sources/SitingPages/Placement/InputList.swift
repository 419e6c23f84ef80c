import Siting
import SitingReports
import Typesetting

/// What a report was made from: files and what was in them.
enum InputList {
    /// Nothing for a scenario that came from no file.
    static func html(of scenario: Scenario) -> [HTML] {
        guard !scenario.fingerprint.isEmpty else { return [] }
        var table = TextTable(columns: [.init("File"), .init("SHA-256")])
        for file in scenario.inputFiles {
            table.append([.text(file.name), .text(file.sha256)])
        }
        let count = counted(scenario.inputFiles.count, "input file", "input files")
        let summary = HTML("summary", text: "The \(count)")
        return [
            HTML(
                "p", [:],
                [
                    .text("Fingerprint of the inputs, equal where they are: "),
                    HTML("code", ["class": "copied"], text: scenario.fingerprint), .text("."),
                ]),
            HTML(
                "details", [:],
                [summary, TableHTML.html(of: table, caption: "Input files and their hashes")]),
        ]
    }
}
