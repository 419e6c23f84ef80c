package import Siting
import Typesetting

/// How a report can be made again.
package enum ReportReproduction {
    package static func section(of report: PlacementReport) -> PlanSection {
        let command = report.run.command.map(shellWord).joined(separator: " ")
        return PlanSection(
            title: "To make this report again",
            blocks: [
                .paragraph("\(command)", lead: .init(word: "Command:", tone: .plain)),
                .paragraph("\(report.run.program)", lead: .init(word: "Program:", tone: .plain)),
            ])
    }

    /// A word as a POSIX shell takes it: in single quotes unless it needs none.
    package static func shellWord(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-_./,:=%+@".utf8.contains(byte)
                }
            }
        if isPlain { return word }
        let quoted = word.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''")
        return "'\(quoted)'"
    }
}
