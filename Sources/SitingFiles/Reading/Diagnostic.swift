public import Siting

/// One problem in an input file: where it is, what is wrong and what to do about it.
public struct Diagnostic: Sendable, Hashable {
    /// How much a problem matters.
    public enum Severity: String, Sendable, Hashable {
        /// The input cannot be used.
        case error
        /// The input can be used, and is probably not what was meant.
        case warning
    }

    public let severity: Severity
    public let location: SourceLocation
    /// One sentence, without a full stop.
    public let message: String
    /// What to do, where something can be said.
    public let help: String?

    public init(
        _ severity: Severity, at location: SourceLocation, _ message: String, help: String? = nil
    ) {
        self.severity = severity
        self.location = location
        self.message = message
        self.help = help
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The headline alone, as in `world.yaml:12:9: error: unknown key 'limt_mw'`.
    public var description: String { "\(location): \(severity.rawValue): \(message)" }
}

/// A text from an input file in quotes, short enough for a message.
func quoted(_ text: some StringProtocol) -> String {
    let longest = 60
    let isLong = text.index(
        text.startIndex, offsetBy: longest + 1, limitedBy: text.endIndex)
    guard isLong != nil else { return "'\(text)'" }
    return "'\(text.prefix(longest))…'"
}
