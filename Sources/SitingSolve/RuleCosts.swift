public import Siting
import GLPK
import SitingFormulation

/// What each rule of a policy costs: one more solve a rule, of the same policy without it.
public struct RuleCosts: Sendable {
    private let scenario: Scenario
    private let policy: Policy
    private let settings: SolveSettings
    private let deadline: ContinuousClock.Instant?

    /// - Parameter settings: Their limit of time counts from here: made before the plan is, it bounds
    ///   the plan and all that follows.
    public init(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings = SolveSettings()
    ) {
        self.scenario = scenario
        self.policy = policy
        self.settings = settings
        deadline = settings.timeLimit.map { ContinuousClock.now + $0 }
    }

    /// One for each rule, in the policy's order, whichever solve ends first.
    ///
    /// They are solved side by side, as many at a time as there are processors, each on a thread of
    /// its own. A solve that fails is told as such and spoils no other.
    /// - Parameter plan: The policy's plan; one that is neither proved best nor impossible has nothing
    ///   to compare with.
    public func costs(of plan: Plan) async -> [RuleCost] {
        await Self.costs(of: [(self, plan)])[0]
    }

    /// The same of the plans of several policies, all their rules side by side.
    static func costs(of plans: [(costs: RuleCosts, plan: Plan)]) async -> [[RuleCost]] {
        let questions = plans.indices.flatMap { index in
            plans[index].costs.rules.map { (index: index, rule: $0) }
        }
        let answers = await SideBySide.map(questions) { question in
            let (costs, plan) = plans[question.index]
            guard plan.status == .optimal || plan.status == .infeasible else {
                return question.rule.cost(.notComputed)
            }
            return await costs.cost(
                of: question.rule, to: plan.status == .optimal ? plan.totals : nil)
        }
        return plans.indices.map { index in
            zip(questions, answers).filter { $0.0.index == index }.map(\.1)
        }
    }

    private var rules: [Rule] { policy.rules.compactMap(scenario.rule(named:)) }

    /// - Parameter totals: Of the plan with the rule; `nil` where there is none.
    private func cost(of rule: Rule, to totals: Totals?) async -> RuleCost {
        do {
            let answer = try await GLPKSolver.onOwnThread { isCancelled in
                Result { try solve(without: rule, isCancelled: isCancelled) }
            }
            guard let outcome = try answer.get() else { return rule.cost(.notComputed) }
            guard let with = totals else { return rule.cost(RuleCost.Status(outcome.status)) }
            // A plan is still possible with one rule less: the solver knows it, or has broken down.
            if outcome.status == .infeasible { return rule.cost(.failed) }
            return rule.cost(
                RuleCost.Status(outcome.status),
                outcome.totals.map { RuleCost.Difference(with: with, without: $0) })
        } catch {
            return rule.cost(.failed)
        }
    }

    /// How the policy without a rule comes out, with its measures where it is proved best; `nil` where
    /// no time is left to find out.
    private func solve(
        without rule: Rule, isCancelled: @escaping @Sendable () -> Bool
    ) throws -> (status: PlanStatus, totals: Totals?)? {
        var settings = settings.stopping(when: isCancelled)
        settings.timeLimit = deadline.map { ContinuousClock.now.duration(to: $0) }
        guard settings.isCancelled?() != true, (settings.timeLimit ?? .seconds(1)) > .zero else {
            return nil
        }
        settings.progress?("pricing rule \(rule.name)")
        // Solves side by side would talk across one another.
        settings.progress = nil
        let formulation = try Formulation(
            scenario: scenario, policy: policy.without(rule.name))
        guard Diagnoser.obstacles(of: formulation).isEmpty else { return (.infeasible, nil) }
        let outcome = try LexicographicSolve(
            formulation, runner: StageRunner(settings: settings)
        ).run(examinesTies: false)
        guard outcome.status == .optimal else { return (outcome.status, nil) }
        let totals = TotalsWriter(formulation, values: outcome.columnValues).totals([])
        return (.optimal, totals)
    }
}

extension Placement {
    /// The same on a thread of its own, with what each rule of the policy costs where that is asked for.
    ///
    /// One limit of time bounds all of it.
    /// - Throws: As without rule costs.
    public static func plan(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings = SolveSettings(),
        withRuleCosts: Bool
    ) async throws -> Plan {
        let costs = RuleCosts(scenario, under: policy, settings: settings)
        let answer = try await GLPKSolver.onOwnThread { isCancelled in
            Result {
                try Placement.plan(
                    scenario, under: policy, settings: settings.stopping(when: isCancelled))
            }
        }
        var plan = try answer.get()
        if withRuleCosts { plan.ruleCosts = await costs.costs(of: plan) }
        return plan
    }
}

extension Rule {
    fileprivate func cost(
        _ status: RuleCost.Status, _ difference: RuleCost.Difference? = nil
    ) -> RuleCost {
        RuleCost(rule: name, kind: content.kind, status: status, difference: difference)
    }
}

extension Policy {
    /// The same policy with one rule less.
    func without(_ rule: String) -> Policy {
        var policy = self
        policy.rules.removeAll { $0 == rule }
        return policy
    }
}
