public import Siting

/// A scenario that was read, with what its planner should know about the file.
public struct LoadedScenario: Sendable {
    public let scenario: Scenario
    /// What can be used and is probably not what was meant, with its places; the same sentences are
    /// the scenario's warnings.
    public let warnings: [Diagnostic]
}

/// Reads scenario files.
public enum ScenarioLoader {
    /// Reads a scenario and its tables, fills in what they leave open, and checks all of it.
    ///
    /// Everything in the result is finite and in range. Errors: every problem of every file, each
    /// with its place, warnings among them.
    ///
    /// - Parameters:
    ///   - path: the scenario's file; the paths in it are relative to its folder.
    ///   - catalogue: where sites, cities, networks and assumptions come from.
    ///   - operator: an id of `operators.csv`: only its sites take part and only the markets that
    ///     it serves, all work is its own, and every policy holds its rules. A warning says what
    ///     that did.
    public static func load(
        path: String, catalogue: Catalogue, operator operatorID: String? = nil
    ) throws(InputError) -> LoadedScenario {
        let diagnostics = DiagnosticCollector()
        let row = catalogue.operators.first { $0.id == operatorID }
        let context = ScenarioContext(
            file: path, catalogue: catalogue, diagnostics: diagnostics,
            profile: row.map { OperatorProfile(operatorRow: $0, catalogue: catalogue) })
        if let operatorID, row == nil {
            diagnostics.error(
                "unknown operator \(quoted(operatorID))", at: context.start,
                help: didYouMean(operatorID, among: catalogue.operators.map(\.id)))
        }
        let root = SourceText.read(path, into: diagnostics)
            .flatMap { YAMLReader.read($0, into: diagnostics) }
        guard let root else { throw diagnostics.failure }
        var scenario = ScenarioReader(context: context).read(root)
        try diagnostics.throwIfErrors()
        scenario.sources = UsedSources(scenario, in: context).citations
        scenario.inputFiles = InputFiles.ordered(
            catalogue.files
                + InputFiles.scenario(
                    diagnostics.texts, at: path, catalogue: catalogue.directory))
        scenario.fingerprint = InputFiles.fingerprint(of: scenario.inputFiles)
        return LoadedScenario(scenario: scenario, warnings: diagnostics.diagnostics)
    }
}

extension DiagnosticCollector {
    /// Everything recorded, as an error to throw.
    fileprivate var failure: InputError {
        do throws(InputError) {
            try throwIfErrors()
        } catch {
            return error
        }
        return InputError(diagnostics: diagnostics, sources: [:])
    }
}
