import GLPK
public import Siting
import SitingFormulation

/// The optima of many policies that differ little: the steps of a price, say.
public enum PlacementSweep {
    /// Runs of neighbours that are solved side by side, whatever the number of cores.
    private static let blocks = 2

    /// One optimum a policy, in order. Each block of neighbours goes on from one to the next on a thread of
    /// its own, so put policies that are alike beside each other.
    ///
    /// - Throws: What the first policy that could not be solved throws.
    public static func optima(
        of scenario: Scenario, under policies: [Policy], settings: SolveSettings = SolveSettings()
    ) async throws -> [Optimum] {
        guard let first = policies.first else { return [] }
        let formulation = try Formulation(scenario: scenario, policy: first)
        return try await withThrowingTaskGroup(of: (Int, [Optimum]).self) { group in
            for block in 0..<blocks {
                let start = block * policies.count / blocks
                let part = policies[start..<((block + 1) * policies.count / blocks)]
                group.addTask {
                    let answer = try await GLPKSolver.onOwnThread { isCancelled in
                        Result {
                            let model = PlacementModel(
                                scenario, formulation,
                                settings: settings.stopping(when: isCancelled))
                            return try part.map { policy in
                                try model.change(to: policy)
                                return try model.optimum()
                            }
                        }
                    }
                    return (block, try answer.get())
                }
            }
            var found = [[Optimum]](repeating: [], count: blocks)
            for try await (block, optima) in group { found[block] = optima }
            return found.flatMap { $0 }
        }
    }
}
