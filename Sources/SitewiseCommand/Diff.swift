import ArgumentParser
import Siting
import SitingFiles
import SitingPages
import SitingReports
import Typesetting

/// `sitewise diff`: what changed between two results.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what changed between two plans, or between all plans of two comparisons.",
        discussion: """
            Reads the JSON of `sitewise place --format json` and of `sitewise compare --format \
            json --plans`. Says which inputs differ, and what that did: sites, capacities, work \
            that runs elsewhere, measures and binding limits. Plans of comparisons are matched \
            by their names. What arithmetic and the certificates explain is no change.

            EXAMPLES
              sitewise diff before.json after.json
              sitewise diff before.json after.json -o change.html
              sitewise diff monday.json tuesday.json --policy cheapest
              sitewise diff accepted.json new.json --fail-on-change

            EXIT STATUS
              0 whether or not the plans differ; with --fail-on-change 1 where they do
            """)

    @Argument(help: ArgumentHelp("The JSON of the first run.", valueName: "first"))
    var first: String

    @Argument(help: ArgumentHelp("The JSON of the second run.", valueName: "second"))
    var second: String

    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp(
            "Only the plan of this name, a policy's or a baseline's.",
            discussion: "Every plan that both have, if not given.", valueName: "name"))
    var policy: String?

    @Option(
        help: ArgumentHelp(
            "table, json, csv (one row a change), markdown or html (a page).",
            discussion: "Told from the file's ending, if not given."))
    var format: OutputFormat?

    private var chosenFormat: OutputFormat { output.format(format) }

    @Flag(
        help: ArgumentHelp(
            "End with status 1 where a plan changed, came or went.",
            discussion: "Inputs that change no plan do not count."))
    var failOnChange = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.checkPage(chosenFormat, such: "diff.html")
        try chosenFormat.check("a difference has", no: .geojson)
    }

    func run() throws {
        let runs = try [first, second].map { try chosen(StoredRunReader.read($0)) }
        let difference = RunDifference(from: runs[0], to: runs[1])
        guard !difference.plans.isEmpty else {
            throw ValidationError(
                "the runs have no plan in common: '\(first)' has \(Self.names(runs[0])), '\(second)' has"
                    + " \(Self.names(runs[1]))")
        }
        try output.output.write(text(of: difference))
        if failOnChange, difference.isChange { throw Failure.Status.changed }
    }

    private func chosen(_ run: StoredRun) throws -> StoredRun {
        guard let policy else { return run }
        if let chosen = run.only(policy) { return chosen }
        let known = run.entries.map(\.name)
        let guess = suggestion(for: policy, among: known).map { "; did you mean '\($0)'" } ?? ""
        throw ValidationError(
            "no plan '\(policy)' in '\(run.file)'\(guess)? It has: \(Self.names(run))")
    }

    private static func names(_ run: StoredRun) -> String {
        run.entries.map(\.name).joined(separator: ", ")
    }

    private func text(of difference: RunDifference) -> String {
        switch chosenFormat {
        case .table, .geojson:
            return DifferenceText.render(difference, style: output.style, width: output.width)
        case .json: return DifferenceJSON.text(of: difference)
        case .csv: return DifferenceText.csv(difference)
        case .markdown: return DifferenceText.markdown(difference)
        case .html: return DifferencePage.html(of: difference, run: .typed)
        }
    }
}
