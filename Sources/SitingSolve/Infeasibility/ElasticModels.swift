import Siting
import SitingFormulation

/// The elastic models of a scenario under a policy: one, and another for each set of the rules that shape the
/// rows of others.
final class ElasticModels {
    let restrictions: [Restriction]
    let scenario: Scenario
    let policy: Policy
    private let deleted: DeletedArcs
    private let runner: StageRunner
    private var models: [Set<Int>: ElasticModel] = [:]

    init(scenario: Scenario, policy: Policy, runner: StageRunner) {
        self.scenario = scenario
        self.policy = policy
        self.runner = runner
        restrictions = Restriction.all(of: policy, in: scenario)
        deleted = DeletedArcs(
            scenario: scenario, policy: policy,
            restrictions: restrictions.compactMap(\.arcRestriction))
    }

    /// All restrictions but the room at sites.
    var all: Set<Int> { Set(restrictions.indices).subtracting([room]) }

    var room: Int { restrictions.firstIndex(of: .room) ?? 0 }

    /// The model in which these restrictions have the rows that they have when no other is in force.
    func model(for kept: Set<Int>) throws -> ElasticModel {
        let shaping = kept.filter { restrictions[$0].shapesOthers }
        if let model = models[shaping] { return model }
        let dropped = restrictions.indices.compactMap { index -> String? in
            guard restrictions[index].shapesOthers, !shaping.contains(index),
                case .rule(let rule) = restrictions[index]
            else { return nil }
            return rule.name
        }
        let model = try ElasticModel(
            restrictions, scenario: scenario, policy: policy.without(rules: dropped),
            deleted: deleted, runner: runner)
        models[shaping] = model
        return model
    }
}
