import LinearProgramming
import Siting
import SitingFormulation

/// What a rule or a limit of a policy costs, and over which range its price holds.
struct RuleExplainer: Sendable {
    private let scenario: Scenario
    private let policy: Policy
    private let solved: SolvedPolicy
    private let settings: SolveSettings

    init(
        _ scenario: Scenario, _ policy: Policy, _ solved: SolvedPolicy, _ settings: SolveSettings
    ) {
        self.scenario = scenario
        self.policy = policy
        self.solved = solved
        self.settings = settings
    }

    /// - Parameter name: Of a rule in force, or the key of a limit of the policy.
    func explanation(of name: String) async throws -> RuleExplanation {
        settings.progress?("solving without \(name)")
        let limit = policy.limits.first { $0.measure.limitKey == name }
        let without = limit.map { limit in
            policy.with(limits: policy.limits.filter { $0.measure != limit.measure })
        }
        let relaxed = without ?? policy.without(name)
        let kind = scenario.rule(named: name)?.content.kind ?? "limit"
        let answer = try await Explainer.onOwnThread(settings) { settings in
            let answer = try Trial.solve(scenario, under: relaxed, settings: settings)
            return (answer.status, answer.trial?.totals)
        }
        let difference = answer.1.flatMap { totals in
            solved.plan.totals.map { RuleCost.Difference(with: $0, without: totals) }
        }
        let prices = prices(of: name, limit: limit?.measure)
        settings.progress?("looking for the range of the price of \(name)")
        let range = try await Explainer.onOwnThread(settings) { settings in
            try RangedLimit(name, in: scenario, under: policy, held: solved.held).map {
                try PriceRangeSearch($0, value: solved.last.objective, settings: settings).range()
            }
        }
        return RuleExplanation(
            cost: RuleCost(
                rule: name, kind: kind, status: RuleCost.Status(answer.0), difference: difference),
            prices: prices, range: range)
    }

    private func prices(of name: String, limit: Measure?) -> [Price] {
        let prefix: String
        switch scenario.rule(named: name)?.content {
        case .share: prefix = "\(ShareFamily.name)(\(name),"
        case .nearUsers: prefix = "\(NearUsersFamily.name)("
        case .trainingSupply: prefix = "\(TrainingSupplyFamily.name)("
        case .placement: prefix = "\(PlacementFamily.name)("
        case .residency, .access, .closed: return []
        case nil: prefix = "\(MeasureLimitFamily.name)(\(limit?.rawValue ?? ""))"
        }
        return solved.plan.prices.filter { $0.rule.hasPrefix(prefix) }
    }
}
