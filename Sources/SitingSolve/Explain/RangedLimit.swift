import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// A share rule, or a limit on a measure, whose size is varied.
struct RangedLimit: Sendable {
    private enum Kind {
        case share(rule: Int, of: Rule.Grouping)
        case measure(Measure)
    }

    private let kind: Kind
    private let scenario: Scenario
    private let policy: Policy
    /// As the policy has it.
    let current: Double

    /// - Returns: `nil` for other kinds of rules, for limits on ratios, and for those that an earlier stage
    ///   holds tighter.
    init?(_ name: String, in scenario: Scenario, under policy: Policy, held: Policy) {
        self.scenario = scenario
        self.policy = held
        if let index = scenario.rules.firstIndex(where: { $0.name == name }) {
            guard case .share(let grouping, let maximum) = scenario.rules[index].content else {
                return nil
            }
            kind = .share(rule: index, of: grouping)
            current = maximum
        } else {
            guard let limit = policy.limits.first(where: { $0.measure.limitKey == name }),
                // Of a ratio, the limit is a coefficient: the optimum is no line in it.
                !limit.isOnRatio,
                held.limits.contains(where: {
                    $0.measure == limit.measure && $0.maximum == limit.maximum
                })
            else { return nil }
            kind = .measure(limit.measure)
            current = limit.maximum
        }
    }

    var unit: String {
        switch kind {
        case .share: "share"
        case .measure(let measure): measure.unit
        }
    }

    /// The most that is tried, however loose.
    var loosest: Double {
        switch kind {
        case .share: 1
        case .measure: current + 9 * max(abs(current), 1)
        }
    }

    func changed(to value: Double) -> (scenario: Scenario, policy: Policy) {
        switch kind {
        case .share(let index, let grouping):
            var changed = scenario
            let rule = scenario.rules[index]
            changed.rules[index] = Rule(
                name: rule.name, content: .share(of: grouping, maximum: value),
                location: rule.location)
            return (changed, policy)
        case .measure(let measure):
            let limits = policy.limits.map { limit in
                limit.measure == measure
                    ? Policy.Limit(measure: measure, maximum: value, location: limit.location)
                    : limit
            }
            return (scenario, policy.with(limits: limits))
        }
    }

    /// What one unit more of it would be worth at a trial, by its duals.
    func price(at trial: Trial) -> Double {
        let program = trial.formulation.program
        switch kind {
        case .share(let index, _):
            guard let block = program.rowBlock(named: ShareFamily.name) else { return 0 }
            let labels = block.dimensions.first?.labels ?? []
            let work = trial.formulation.scenario.meanWork.value
            return block.range.reduce(0) { sum, row in
                let rule = block.tuple(row - block.first).first.map { labels[Int($0)] }
                return rule == scenario.rules[index].name ? sum - work * trial.rowDuals[row] : sum
            }
        case .measure(let measure): return trial.limitPrice(of: measure)
        }
    }
}
