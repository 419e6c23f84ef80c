import Foundation
import Typesetting

/// What is known of the terminal, and the two streams: data to stdout, everything else to stderr.
enum Console {
    /// The widest line that a report prints.
    static let widest = 100
    /// Narrower than this no table can be read.
    static let narrowest = 40

    /// For stdout.
    static var style: TerminalStyle { style(of: STDOUT_FILENO) }

    /// For stderr.
    static var errorStyle: TerminalStyle { style(of: STDERR_FILENO) }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The most columns of a line on stdout.
    static var width: Int { width(ofTerminal: terminalColumns(of: STDOUT_FILENO)) }

    /// COLUMNS where it is set, else those of the terminal, where it is one; within what reports
    /// can do with.
    static func width(ofTerminal columns: Int?) -> Int {
        let stated = variable("COLUMNS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
        return min(widest, max(narrowest, stated ?? columns ?? widest))
    }

    /// Nil for what is no terminal, or does not know its size.
    private static func terminalColumns(of descriptor: Int32) -> Int? {
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : nil
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
