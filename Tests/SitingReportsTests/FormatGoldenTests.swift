import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

/// Whole answers in every format, one file each.
@Suite("Whole answers in every format")
struct FormatGoldenTests {
    @Test("Every format of every answer is as its golden file shows", arguments: names)
    func matchesGolden(name: String) throws {
        let text = try #require(Self.samples.first { $0.name == name }?.text)
        let file = Self.folder.appendingPathComponent(name)
        guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("no golden file for \(name): written now, look at it before you commit it")
            return
        }
        #expect(text == golden)
    }

    @Test("No golden file is left without an answer")
    func noStrayGolden() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files) == Set(Self.names))
    }

    static let names = samples.map(\.name)

    private static var samples: [(name: String, text: String)] {
        let (plan, scenario) = (FormatFixtures.plan, FormatFixtures.scenario)
        let (comparison, frontier) = (ComparisonFixtures.comparison, FormatFixtures.frontier)
        return [
            ("plan.json", PlanJSON.text(of: plan)), ("plan.csv", PlanCSV.sites(plan)),
            ("plan.md", PlanMarkdown.render(plan)),
            ("plan.geojson", PlanGeoJSON.text(of: plan, in: scenario)),
            ("comparison.json", ComparisonJSON.text(of: comparison)),
            ("comparison.csv", ComparisonText.csv(comparison)),
            ("comparison.md", ComparisonText.markdown(comparison)),
            ("comparison.geojson", PlanGeoJSON.text(of: comparison, in: scenario)),
            ("frontier.json", FrontierJSON.text(of: frontier)),
            ("frontier.csv", FrontierText.csv(frontier)),
            ("frontier.md", FrontierText.markdown(frontier)),
            ("report.json", ReportJSON.text(of: FormatFixtures.report)),
            ("report.md", ReportMarkdown.render(FormatFixtures.report)),
        ]
            + FormatFixtures.bundles.map { name, bundle in
                ("\(name).bundle.txt", text(of: bundle))
            }
    }

    /// All files one below the other, each under its name.
    private static func text(of bundle: TableBundle) -> String {
        bundle.files.map { "== \($0.name)\n\($0.text)" }.joined(separator: "\n")
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
}
