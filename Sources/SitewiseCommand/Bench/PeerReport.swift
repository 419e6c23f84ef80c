import Foundation
import Siting
import Typesetting

/// What a race against peers says.
enum PeerReport {
    static func table(_ rows: [PeerRow]) -> String {
        var times = TextTable(columns: [
            .init("policy"), .init("arcs", alignment: .right), .init("limits", alignment: .right),
            .init("ours", "ms", alignment: .decimal), .init("HiGHS", "ms", alignment: .decimal),
            .init("Clp", "ms", alignment: .decimal), .init("/ HiGHS", alignment: .decimal),
            .init("/ Clp", alignment: .decimal), .init("differs", alignment: .right),
        ])
        for row in rows {
            times.append([
                .text(row.policy), .count(row.arcs), .count(row.bindingLimits),
                .milliseconds(row.solve), .milliseconds(row.highs?.medianSolve),
                .milliseconds(row.clp?.medianSolve),
                ratio(row.solve, row.highs?.medianSolve), ratio(row.solve, row.clp?.medianSolve),
                .text(NumberText.plain(row.disagreement)),
            ])
        }
        times.append([
            "geometric mean", "", "", "", "", "",
            ratio(of: rows) { $0.highs?.medianSolve }, ratio(of: rows) { $0.clp?.medianSolve }, "",
        ])
        var text = "Solve times, one thread each, the program in memory\n"
        text += times.plain(style: Console.style, maxWidth: Console.width)
        text += "\nWhole processes, files included\n" + processes(rows)
        return text + notes(rows)
    }

    private static func processes(_ rows: [PeerRow]) -> String {
        var table = TextTable(columns: [
            .init("policy"), .init("ours", "ms", alignment: .decimal),
            .init("HiGHS", "ms", alignment: .decimal), .init("Clp", "ms", alignment: .decimal),
            .init("ours", "MB", alignment: .decimal), .init("HiGHS", "MB", alignment: .decimal),
            .init("Clp", "MB", alignment: .decimal),
        ])
        for row in rows {
            table.append([
                .text(row.policy), .milliseconds(row.process?.seconds),
                .milliseconds(row.highs?.process), .milliseconds(row.clp?.process),
                megabytes(row.process?.peakMegabytes), megabytes(row.highs?.peakMegabytes),
                megabytes(row.clp?.peakMegabytes),
            ])
        }
        return table.plain(style: Console.style, maxWidth: Console.width)
    }

    private static func notes(_ rows: [PeerRow]) -> String {
        var notes = Set<String>()
        for row in rows {
            for (solver, peer) in row.peers {
                if let hint = peer.hint {
                    notes.insert("\(solver.rawValue) is missing: \(hint)")
                } else if peer.status != "optimal" {
                    notes.insert("\(solver.rawValue) on \(row.policy): \(peer.status)")
                } else if let version = peer.version {
                    notes.insert("\(solver.rawValue): version \(version)")
                }
            }
        }
        return notes.isEmpty ? "" : "\n" + notes.sorted().joined(separator: "\n") + "\n"
    }

    static func json(_ rows: [PeerRow]) -> String {
        let list = rows.map { row -> JSONValue in
            let peers = PeerSolver.allCases.compactMap { solver -> JSONValue? in
                guard let peer = row.peers[solver] else { return nil }
                return [
                    "solver": .string(solver.rawValue), "status": .string(peer.status),
                    "version": JSONValue(peer.version), "solve_s": JSONValue(peer.medianSolve),
                    "process_s": JSONValue(peer.process), "peak_mb": JSONValue(peer.peakMegabytes),
                    "objectives": .array((peer.objectives ?? []).map { .number($0) }),
                ]
            }
            return [
                "policy": .string(row.policy), "arcs": .integer(row.arcs),
                "binding_limits": .integer(row.bindingLimits),
                "objectives": .array(row.stages.map { .number($0.value) }),
                "solve_s": .number(row.solve), "process_s": JSONValue(row.process?.seconds),
                "peak_mb": JSONValue(row.process?.peakMegabytes), "peers": .array(peers),
            ]
        }
        return JSONText.text([
            "policies": .array(list),
            "geometric_mean_to_highs": JSONValue(mean(of: rows) { $0.highs?.medianSolve }),
            "geometric_mean_to_clp": JSONValue(mean(of: rows) { $0.clp?.medianSolve }),
        ])
    }

    /// `nil` unless every row has the peer.
    private static func mean(of rows: [PeerRow], _ peer: (PeerRow) -> Double?) -> Double? {
        let logarithms = rows.compactMap { row in peer(row).map { log(row.solve / $0) } }
        guard logarithms.count == rows.count, !rows.isEmpty else { return nil }
        return exp(logarithms.reduce(0, +) / Double(rows.count))
    }

    private static func ratio(
        of rows: [PeerRow], _ peer: (PeerRow) -> Double?
    ) -> TextTable.Cell {
        cell(mean(of: rows, peer))
    }

    private static func ratio(_ ours: Double, _ theirs: Double?) -> TextTable.Cell {
        cell(theirs.map { ours / $0 })
    }

    private static func cell(_ value: Double?) -> TextTable.Cell {
        value.map { .number(NumberText.plain($0), value: $0) } ?? ""
    }

    private static func megabytes(_ value: Double?) -> TextTable.Cell { cell(value) }
}
