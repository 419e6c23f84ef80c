import Foundation
import Siting

/// The tables of one folder, read with problems gathered in one place.
struct CatalogueFiles {
    let directory: String
    let diagnostics: DiagnosticCollector

    /// The rows of a table, none where it cannot be read or lacks a column.
    func rows(_ name: String, requiring columns: [String]) -> [TableRow] {
        guard let source = SourceText.read(path(of: name), into: diagnostics) else { return [] }
        return CSVTable(source, into: diagnostics)?.rows(requiring: columns) ?? []
    }

    /// Throws one error where the folder is no catalogue at all, instead of one a table.
    func checkFolder() throws(InputError) {
        guard !FileManager.default.fileExists(atPath: path(of: "sites.csv")) else { return }
        let problem = Diagnostic(
            .error, at: SourceLocation(file: directory, line: 1, column: 1),
            "there is no catalogue in this folder", help: "name the folder that holds sites.csv")
        throw InputError(diagnostics: [problem], sources: [:])
    }

    private func path(of name: String) -> String {
        directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
    }
}
