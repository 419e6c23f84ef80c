import Siting
import Typesetting

/// Prints problems with the line they point at.
struct DiagnosticRenderer {
    /// The most problems that are printed.
    static let limit = 50

    let sources: [String: SourceText]
    let colour: Bool

    /// All problems, in the order given, without a line break at the end.
    func render(_ diagnostics: [Diagnostic]) -> String {
        var lines: [String] = []
        for diagnostic in diagnostics.prefix(Self.limit) {
            lines.append(headline(of: diagnostic))
            lines += excerpt(at: diagnostic.location)
            if let help = diagnostic.help {
                lines.append("      help: \(printable(help))")
            }
        }
        if diagnostics.count > Self.limit {
            lines.append("… and \(diagnostics.count - Self.limit) more")
        }
        return lines.joined(separator: "\n")
    }

    private func headline(of diagnostic: Diagnostic) -> String {
        let location = printable(diagnostic.location.description)
        let message = printable(diagnostic.message)
        return "\(location): \(label(of: diagnostic.severity)): \(message)"
    }

    private func label(of severity: Diagnostic.Severity) -> String {
        guard colour else { return severity.rawValue }
        let code =
            switch severity {
            case .error: "1;31"
            case .warning: "1;33"
            }
        return "\u{1B}[\(code)m\(severity.rawValue)\u{1B}[0m"
    }

    private func excerpt(at location: SourceLocation) -> [String] {
        guard let source = sources[location.file],
            let line = source.lineToShow(location.line)
        else { return [] }
        let excerpt = Excerpt(line: line, column: location.column)
        let number = String(location.line)
        let padding = String(repeating: " ", count: max(0, 5 - number.count))
        let margin = String(repeating: " ", count: padding.count + number.count + 1)
        return ["\(padding)\(number) | \(excerpt.text)", "\(margin)| \(excerpt.underline)"]
    }

    /// The text without control characters, which a file could use to steer the terminal.
    private func printable(_ text: String) -> String {
        TerminalStyle.plain.shown(text)
    }
}
