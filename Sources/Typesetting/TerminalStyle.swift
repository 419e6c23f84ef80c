/// How text may look where it is shown: with colours or without, with Unicode symbols or in ASCII.
public struct TerminalStyle: Sendable, Hashable {
    /// Whether text carries escape sequences.
    public enum Colour: Sendable, Hashable {
        case plain
        /// The attributes and eight colours of ECMA-48.
        case ansi
    }

    /// Whether ``bold(_:)`` and the others do anything.
    public var colour: Colour
    /// Our own symbols (rules, ellipsis, dashes, superscripts) in ASCII; names keep their letters.
    public var ascii: Bool

    /// For files and pipes: no colours, Unicode.
    public static let plain = TerminalStyle(colour: .plain, ascii: false)

    /// A style as chosen, or as the two functions below decide.
    public init(colour: Colour, ascii: Bool) {
        self.colour = colour
        self.ascii = ascii
    }

    /// Whether to colour: on a terminal that can, unless the user said no.
    ///
    /// - Parameters:
    ///   - noColor: The value of `NO_COLOR`; any value but the empty one says no (no-color.org).
    ///   - term: The value of `TERM`.
    public static func colour(isTTY: Bool, noColor: String?, term: String?) -> Colour {
        let isRefused = !(noColor ?? "").isEmpty
        let isCapable = !["", "dumb"].contains(term ?? "")
        return isTTY && isCapable && !isRefused ? .ansi : .plain
    }

    /// Whether the locale can't show Unicode: the first of the three that is set decides (POSIX).
    public static func isASCII(lcAll: String?, lcCtype: String?, lang: String?) -> Bool {
        let locale = [lcAll, lcCtype, lang].compactMap { $0 }.first { !$0.isEmpty } ?? "C"
        let name = locale.lowercased()
        return !(name.contains("utf-8") || name.contains("utf8"))
    }

    /// Text that stands out.
    public func bold(_ text: String) -> String { wrapped(text, code: "1") }
    /// Text that stands back.
    public func dim(_ text: String) -> String { wrapped(text, code: "2") }
    /// What is wrong.
    public func red(_ text: String) -> String { wrapped(text, code: "31") }
    /// What is right.
    public func green(_ text: String) -> String { wrapped(text, code: "32") }
    /// What needs attention.
    public func yellow(_ text: String) -> String { wrapped(text, code: "33") }

    /// Drawings beside figures.
    public func cyan(_ text: String) -> String { wrapped(text, code: "36") }

    private func wrapped(_ text: String, code: String) -> String {
        colour == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    public var ellipsis: String { ascii ? "..." : "…" }
    var rule: Character { ascii ? "-" : "─" }
}
