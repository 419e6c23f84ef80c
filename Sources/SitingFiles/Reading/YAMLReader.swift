import Siting

/// Reads YAML files for accessors that report what is wrong, and where.
public enum YAMLReader {
    /// The file's keys and values; nil if the text is not YAML or no mapping.
    ///
    /// Repeated keys, tags and merge keys are errors, too, and the rest of the file can still be
    /// examined. Files beyond 16 MiB, 64 levels or 500,000 values, counted as often as aliases
    /// repeat them, are refused. Needs the 8 MiB of stack that threads usually have.
    public static func read(
        _ source: SourceText, into diagnostics: DiagnosticCollector
    ) -> YAMLMapping? {
        if let refused = YAMLGuard.refusal(of: source.bytes) {
            let location = source.location(ofByte: refused.offset)
            diagnostics.error(refused.message, at: location, help: refused.help)
            return nil
        }
        let file = YAMLFile(source: source, diagnostics: diagnostics)
        var composer = YAMLComposer(source.bytes)
        let root = composer.compose()
        for problem in composer.problems {
            let location = file.location(of: problem.mark)
            diagnostics.error(problem.message, at: location, help: problem.help)
        }
        let value = root.map { YAMLValue(node: $0, path: "", key: "the file", file: file) }
        return value?.mapping()
    }
}

/// What all values of one file share.
struct YAMLFile {
    let source: SourceText
    let diagnostics: DiagnosticCollector

    /// The place with its column in characters.
    func location(of mark: YAMLMark) -> SourceLocation {
        SourceLocation(file: source.file, line: mark.line, column: column(of: mark))
    }

    private func column(of mark: YAMLMark) -> Int {
        // In a line of megabytes nobody counts, and counting for each value would take for ever.
        let longest = 10_000
        guard !source.isASCII, mark.column <= longest else { return mark.column }
        let range = source.byteRange(ofLine: mark.line).prefix(4 * longest)
        let line = String(decoding: source.bytes[range], as: UTF8.self)
        let before = line.unicodeScalars.prefix(mark.column - 1)
        return String(before).count + 1
    }
}
