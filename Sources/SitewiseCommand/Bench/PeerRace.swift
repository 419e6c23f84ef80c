import Foundation
import LinearProgramming
import Siting
import SitingSolve

/// One policy solved by all.
struct PeerRow {
    let policy: String
    let arcs: Int
    let bindingLimits: Int
    let stages: [Stage]
    /// Seconds to solve and prove, the formulation in memory.
    let solve: Double
    /// The whole command, files included; `nil` for a scenario without a file.
    let process: ChildProcess.Result?
    let peers: [PeerSolver: PeerSolver.Measurement]

    /// The quicker of the two methods of HiGHS.
    var highs: PeerSolver.Measurement? {
        [PeerSolver.highsSimplex, .highsInteriorPoint].compactMap { peers[$0] }
            .filter { $0.medianSolve != nil }
            .min { ($0.medianSolve ?? .infinity) < ($1.medianSolve ?? .infinity) }
    }

    var clp: PeerSolver.Measurement? {
        peers[.clp].flatMap { $0.medianSolve == nil ? nil : $0 }
    }

    /// The largest relative distance of any peer's optimum from ours, over all stages.
    var disagreement: Double {
        let distances = peers.values.flatMap { peer in
            zip(stages, peer.objectives ?? []).map { stage, objective in
                abs(stage.value - objective) / max(1, abs(stage.value))
            }
        }
        return distances.max() ?? 0
    }
}

/// Runs one policy after the other through all solvers.
struct PeerRace {
    let runs: Int
    let python: String
    let script: String

    /// The whole of `sitewise place` on a scenario's file, with the options that it was loaded with here.
    static func process(
        _ scenario: ScenarioOptions, _ policy: Policy
    ) throws -> ChildProcess.Result {
        let options = [
            ("--operator", scenario.operatorID), ("--catalog", scenario.catalogue.path),
        ].flatMap { name, value in value.map { [name, $0] } ?? [] }
        let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
        return try ChildProcess(
            path: executable,
            arguments: [
                "place", scenario.scenario, "--policy", policy.name, "--no-rule-costs",
            ] + options
        ).run()
    }

    /// - Parameter process: As measured before; `nil` for a scenario without a file.
    func row(
        _ scenario: Scenario, _ policy: Policy, process: ChildProcess.Result?,
        progress: (String) -> Void
    ) throws -> PeerRow {
        progress("solving")
        let ours = try Stopwatch.median(of: runs) {
            try PlacementModel(scenario, under: policy)
        } _: {
            try $0.optimum()
        }
        let plan = try Placement.plan(scenario, under: policy)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sitewise-peers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        progress("exporting")
        let models = try (1...Placement.stageCount(of: policy)).map { stage in
            let path = folder.appendingPathComponent("stage\(stage).mps").path
            let program = try Placement.program(of: scenario, under: policy, stage: stage)
            try Output(path: path).write(program.mpsText())
            return path
        }
        var peers: [PeerSolver: PeerSolver.Measurement] = [:]
        for solver in PeerSolver.allCases {
            progress(solver.rawValue)
            peers[solver] = try measure(solver, models, besides: peers)
        }
        return PeerRow(
            policy: policy.name, arcs: try PlacementModel(scenario, under: policy).arcCount,
            bindingLimits: plan.prices.count, stages: ours.answer.stages, solve: ours.seconds,
            process: process, peers: peers)
    }

    /// A method that is clearly slower than another at its first run is not repeated.
    private func measure(
        _ solver: PeerSolver, _ models: [String],
        besides others: [PeerSolver: PeerSolver.Measurement]
    ) throws -> PeerSolver.Measurement {
        let once = try solver.measure(models, runs: 1, python: python, script: script)
        let best = others.values.compactMap(\.medianSolve).min() ?? .infinity
        guard let time = once.medianSolve, runs > 1, time < 2 * best else { return once }
        return try solver.measure(models, runs: runs, python: python, script: script)
    }
}
