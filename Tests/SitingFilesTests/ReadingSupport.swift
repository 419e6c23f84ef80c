import Siting
import SitingFiles
import Testing

/// Headlines without the file's name, such as `2:5: error: unknown key 'a'`.
func headlines(_ diagnostics: DiagnosticCollector) -> [String] {
    diagnostics.diagnostics.map { diagnostic in
        let place = "\(diagnostic.location.line):\(diagnostic.location.column)"
        return "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)"
    }
}

func helps(_ diagnostics: DiagnosticCollector) -> [String?] {
    diagnostics.diagnostics.map(\.help)
}

/// A table from a text that must be readable as one.
func table(_ text: String, into diagnostics: DiagnosticCollector) throws -> CSVTable {
    let source = try #require(SourceText(file: "t.csv", text: text, into: diagnostics))
    return try #require(CSVTable(source, into: diagnostics))
}

/// The problems of a table's text alone.
func tableProblems(_ text: String) -> [String] {
    let diagnostics = DiagnosticCollector()
    if let source = SourceText(file: "t.csv", text: text, into: diagnostics) {
        _ = CSVTable(source, into: diagnostics)
    }
    return headlines(diagnostics)
}

func yaml(_ text: String, into diagnostics: DiagnosticCollector) -> YAMLMapping? {
    SourceText(file: "w.yaml", text: text, into: diagnostics).flatMap { source in
        YAMLReader.read(source, into: diagnostics)
    }
}

/// What is reported when a text is read and one accessor is used on it.
func yamlProblems(_ text: String, _ use: (YAMLMapping) -> Void = { _ in }) -> [String] {
    let diagnostics = DiagnosticCollector()
    if let mapping = yaml(text, into: diagnostics) { use(mapping) }
    return headlines(diagnostics)
}
