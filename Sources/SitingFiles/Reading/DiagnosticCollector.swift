public import Siting

/// Gathers the problems of all input files, so that they are reported together.
///
/// It keeps the texts it is told about, to show the lines that problems point at. It belongs to
/// one thread.
public final class DiagnosticCollector {
    private var recorded: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private var sources: [String: SourceText] = [:]

    /// How many errors were recorded.
    public private(set) var errorCount = 0

    public init() {}

    public var hasErrors: Bool { errorCount > 0 }

    /// The texts it was told about, each file once, in no order.
    var texts: [SourceText] { Array(sources.values) }

    /// All problems, ordered by file, line and column.
    public var diagnostics: [Diagnostic] {
        // A stable order: problems of one place stay in the order in which they were found.
        let ordered = recorded.enumerated().sorted { first, second in
            let (a, b) = (first.element.location, second.element.location)
            return (a.file, a.line, a.column, first.offset)
                < (b.file, b.line, b.column, second.offset)
        }
        return ordered.map(\.element)
    }

    /// Keeps a text to quote lines from.
    public func register(_ source: SourceText) {
        sources[source.file] = source
    }

    /// Adds a problem; the same problem at the same place is kept once.
    public func record(_ diagnostic: Diagnostic) {
        guard seen.insert(diagnostic).inserted else { return }
        recorded.append(diagnostic)
        if diagnostic.severity == .error { errorCount += 1 }
    }

    public func error(_ message: String, at location: SourceLocation, help: String? = nil) {
        record(Diagnostic(.error, at: location, message, help: help))
    }

    public func warning(_ message: String, at location: SourceLocation, help: String? = nil) {
        record(Diagnostic(.warning, at: location, message, help: help))
    }

    /// The problems as a person reads them: each with its line, a caret and what to do.
    ///
    /// At most 50 are shown. The text ends without a line break and is empty without problems.
    public func render(colour: Bool = false) -> String {
        InputError(diagnostics: diagnostics, sources: sources).render(colour: colour)
    }

    /// Throws everything recorded so far if there is an error in it.
    public func throwIfErrors() throws(InputError) {
        guard hasErrors else { return }
        throw InputError(diagnostics: diagnostics, sources: sources)
    }
}

/// The input cannot be used; carries every problem that was found.
public struct InputError: Error, Sendable {
    /// Ordered by file, line and column.
    public let diagnostics: [Diagnostic]
    let sources: [String: SourceText]

    /// The problems as `DiagnosticCollector.render(colour:)` gives them.
    public func render(colour: Bool = false) -> String {
        DiagnosticRenderer(sources: sources, colour: colour).render(diagnostics)
    }
}

extension InputError: CustomStringConvertible {
    public var description: String { render() }
}
