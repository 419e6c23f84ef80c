import ArgumentParser
import Foundation

/// Another solver, run on exported models by `Benchmarks/peers.py`.
enum PeerSolver: String, CaseIterable {
    case highsSimplex = "highs-simplex"
    case highsInteriorPoint = "highs-ipm"
    case clp

    /// What the script found out.
    struct Measurement: Decodable {
        let status: String
        let version: String?
        let hint: String?
        /// Seconds of solving alone, the model in memory, over all stages.
        let medianSolve: Double?
        /// Optima of the models, in order.
        let objectives: [Double]?
        /// Seconds of a whole process that reads and solves once, and its largest resident memory.
        let process: Double?
        let peakMegabytes: Double?

        enum CodingKeys: String, CodingKey {
            case status, version, hint, objectives
            case medianSolve = "median_solve_s"
            case process = "process_s"
            case peakMegabytes = "peak_mb"
        }
    }

    func measure(_ models: [String], runs: Int, python: String, script: String) throws
        -> Measurement
    {
        let child = ChildProcess(
            path: python,
            arguments: [script, "--solver", rawValue, "--runs", String(runs)] + models)
        guard let result = try? child.run() else {
            throw ValidationError("'\(python)' can't be started; name a Python with --python")
        }
        guard result.status == 0,
            let measurement = try? JSONDecoder().decode(
                Measurement.self, from: Data(result.standardOutput.utf8))
        else { throw PeerFailed(solver: rawValue, result) }
        return measurement
    }
}

/// The script of the peers ended without a measurement.
struct PeerFailed: Error, CustomStringConvertible {
    let description: String

    init(solver: String, _ result: ChildProcess.Result) {
        let reason = result.standardError.split(separator: "\n").last ?? "it said nothing"
        description =
            "the measurement of \(solver) ended with status \(result.status): \(reason)"
    }
}
