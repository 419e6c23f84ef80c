import Foundation
import Siting

/// What every section of a scenario needs to be read.
struct ScenarioContext {
    /// The scenario's file, as the planner named it.
    let file: String
    let catalogue: Catalogue
    let diagnostics: DiagnosticCollector
    /// The operator that the scenario is seen as, if it is seen as one.
    let profile: OperatorProfile?

    /// The beginning of the scenario's file, for what no line of it says.
    var start: SourceLocation { SourceLocation(file: file, line: 1, column: 1) }

    /// A table that a value of the scenario names; nil, with an error, where it cannot be read.
    func table(namedBy value: YAMLValue) -> CSVTable? {
        guard let name = value.string() else { return nil }
        let path = path(of: name)
        guard FileManager.default.fileExists(atPath: path) else {
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let names = try? FileManager.default.contentsOfDirectory(
                atPath: folder.isEmpty ? "." : folder.joined(separator: "/"))
            let last = name.split(separator: "/").last.map(String.init) ?? name
            let near = suggestion(for: last, among: names ?? [])
            value.report(
                "there is no file \(quoted(name))",
                help: near.map { "did you mean \(quoted($0))?" }
                    ?? "paths are relative to the folder of the scenario")
            return nil
        }
        return SourceText.read(path, into: diagnostics)
            .flatMap { CSVTable($0, into: diagnostics) }
    }

    /// A planning figure of the catalogue; nil, with an error at the place, where it has none.
    func assumption(_ key: String, at location: SourceLocation) -> Assumption? {
        guard let row = catalogue.assumption(key) else {
            diagnostics.error(
                "\(key) is not given, and the catalogue assumes none", at: location,
                help: "state \(key) in the scenario")
            return nil
        }
        return Assumption(
            key: key, value: row.value, unit: row.unit, siteCount: nil,
            source: row.source ?? Self.unsourced)
    }

    /// What stands in the place of a source for a mere choice.
    static let unsourced = "assumption"

    /// Names are relative to the scenario's folder.
    private func path(of name: String) -> String {
        guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
        return String(file[...slash]) + name
    }
}
