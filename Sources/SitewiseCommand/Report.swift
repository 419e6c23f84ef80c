import ArgumentParser
import Charting
import Foundation
import Siting
import SitingFiles
import SitingPages
import SitingReports
import SitingSolve

/// `sitewise report`: a page to look at, print and share.
struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Make a page of a plan: a map, charts, reasons, and where every figure comes from.",
        discussion: """
            The page is one HTML file that needs no network: it opens from disk, prints to A4 and \
            Letter, and follows the reader's light or dark mode. It shows the plan of one policy, \
            the other policies beside it, the trade-off curve, what binds, what would bring other \
            sites in, and the proof.

            EXAMPLES
              sitewise report -o world.html
              sitewise report world --policy balanced -o balanced.html
              sitewise report world --figures figures -o world.html
              sitewise report bloom --policies cheapest,greenest --baseline greedy_carbon -o bloom.html
              sitewise report world -o report/            all of it as CSV, in a folder

            EXIT STATUS
              1 if the policy has no plan: the page says why
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var choice: ReportOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(
        name: .customLong("figures"),
        help: ArgumentHelp(
            "Write the charts into this folder too, each as an SVG file.", valueName: "folder"))
    var figureFolder: String?

    @Option(
        help: ArgumentHelp(
            "html, markdown, json, csv (all tables, in a folder) or geojson (the maps of all plans).",
            discussion: "Told from the file's ending, if not given."))
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format, usual: .html) }

    func validate() throws {
        try output.checkPage(chosenFormat, such: "report.html")
        try chosenFormat.check("a report has", no: .table)
    }

    func run() async throws {
        let folder = try folder()
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: chosenFormat.isData)
        let land = try scenario.catalogue.load().landOutlines()
        let question = try choice.question(on: loaded)
        // Before the solve, which would be lost.
        if let figureFolder { try Self.make(figureFolder) }
        let report = try await Solving.run(solve) { settings in
            try await ReportSearch(
                loaded, policies: question.policies, chosen: question.chosen,
                methods: question.methods, weights: choice.comparison.weights,
                settings: settings
            ).report(baseline: question.baseline, extent: choice.extent, run: .typed)
        }
        try write(report, land: land, to: folder)
        if let figureFolder {
            try write(PlacementFigures.all(of: report, land: land), into: figureFolder)
        }
        if let status = report.plan.status.exitStatus { throw status }
    }

    private func write(
        _ report: PlacementReport, land: [[Coordinate]], to folder: OutputFolder?
    ) throws {
        let output = output.output
        switch chosenFormat {
        case .html, .table: try output.write(PlacementPage.html(of: report, land: land))
        case .markdown: try output.write(ReportMarkdown.render(report))
        case .json: try output.write(ReportJSON.text(of: report))
        case .geojson:
            try output.write(PlanGeoJSON.text(of: report.comparison, in: report.scenario))
        case .csv: try folder?.write(ReportTables.bundle(of: report))
        }
    }

    /// Where tables go, which are too many for one file.
    private func folder() throws -> OutputFolder? {
        let folder = try output.folder(for: chosenFormat)
        if chosenFormat == .csv, folder == nil {
            throw ValidationError(
                "a report has many tables: name a folder for them, as in -o report/")
        }
        return folder
    }

    /// As wide as the column of text that they are shown in.
    private static let figureWidth = 960.0

    private static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw OutputError(path: folder, reason: "it is no folder and can't be made")
        }
    }

    private func write(_ figures: [Figure], into folder: String) throws {
        for figure in figures {
            try Output(path: "\(folder)/\(figure.name).svg")
                .write(figure.chart.document(width: Self.figureWidth))
        }
    }
}
