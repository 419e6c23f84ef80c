import GLPK
import Siting
import SitingFormulation

/// What is kept of a plan on a curve or a surface.
struct FrontierPlan: Sendable {
    let totals: Totals
    let proof: Proof
    let siteCount: Int
}

/// One of the models that search a trade-off side by side; each goes on from its own last answer.
///
/// Work is fixed to lanes before it is done, so that results do not depend on which lane is faster.
final class FrontierLane: @unchecked Sendable {
    /// Models, whatever the number of cores.
    static let count = 2

    /// Used by one piece of work at a time: callers wait for it before they ask for more.
    private let model: PlacementModel

    init(_ scenario: Scenario, _ formulation: Formulation, settings: SolveSettings) {
        model = PlacementModel(scenario, formulation, settings: settings)
    }

    /// A solve ended without an optimum.
    struct NoOptimum: Error {
        let status: PlanStatus
    }

    /// Runs work with the model on a thread of its own.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable (FrontierLane) throws -> Value
    ) async throws -> Value {
        let answer = try await GLPKSolver.onOwnThread { _ in Result { try work(self) } }
        return try answer.get()
    }

    /// The best plan of a weighted policy, and what no plan's sum is below.
    func best(
        under policy: Policy, choosesAmongTies: Bool
    ) throws -> (plan: FrontierPlan, bound: Double) {
        try model.change(to: policy)
        let optimum = try model.optimum(choosesAmongTies: choosesAmongTies)
        guard let totals = optimum.totals, let bound = optimum.stages.last?.bound,
            let proof = optimum.proof
        else { throw NoOptimum(status: optimum.status) }
        let plan = FrontierPlan(
            totals: totals, proof: proof,
            siteCount: optimum.capacities.count { $0 > PlanWriter.leastPower })
        return (plan, bound)
    }

    /// Why there is no plan at all.
    func diagnosis() throws -> Diagnosis? { try model.plan().diagnosis }
}

extension [FrontierLane] {
    /// Why there is no plan at all, where that is what ended the search.
    func diagnosis(after error: FrontierLane.NoOptimum) async throws -> Diagnosis? {
        guard error.status == .infeasible, let first else { return nil }
        return try await first.run { try $0.diagnosis() }
    }

    /// Work on each item, one after the other and side by side: the first on the first lane, the
    /// second on the second and so on around.
    func share<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (FrontierLane, Item) throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: [(Int, Value)].self) { group in
            for (place, lane) in enumerated() {
                let own = stride(from: place, to: items.count, by: count).map { ($0, items[$0]) }
                group.addTask {
                    try await lane.run { lane in
                        try own.map { ($0, try work(lane, $1)) }
                    }
                }
            }
            var found: [Int: Value] = [:]
            for try await part in group {
                for (place, value) in part { found[place] = value }
            }
            return items.indices.compactMap { found[$0] }
        }
    }
}
