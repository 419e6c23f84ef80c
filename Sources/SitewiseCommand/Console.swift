import Foundation
import Typesetting

/// What is known of the terminal, and the two streams: data to stdout, everything else to stderr.
enum Console {
    /// The widest line that a report prints.
    static let widest = 100

    /// For stdout.
    static var style: TerminalStyle { style(of: STDOUT_FILENO) }

    /// For stderr.
    static var errorStyle: TerminalStyle { style(of: STDERR_FILENO) }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// COLUMNS where set, and never beyond `widest`.
    static var width: Int {
        let columns = variable("COLUMNS").flatMap(Int.init) ?? widest
        return min(widest, max(40, columns))
    }

    /// A stream that is closed or full loses the text and nothing else.
    static func complain(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static func style(of descriptor: Int32) -> TerminalStyle {
        TerminalStyle(
            colour: TerminalStyle.colour(
                isTTY: isatty(descriptor) == 1, noColor: variable("NO_COLOR"),
                term: variable("TERM")),
            ascii: TerminalStyle.isASCII(
                lcAll: variable("LC_ALL"), lcCtype: variable("LC_CTYPE"), lang: variable("LANG")))
    }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }
}
