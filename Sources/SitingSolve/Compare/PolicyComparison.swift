public import Siting
import GLPK
import SitingFormulation

/// Policies of a scenario, and simple methods beside them, compared.
public struct PolicyComparison: Sendable {
    private let scenario: Scenario
    private let policies: [Policy]
    private let methods: [BaselineMethod]
    private let weights: ScoreWeights
    private let settings: SolveSettings
    private let deadline: ContinuousClock.Instant?

    /// - Parameters:
    ///   - policies: At least one.
    ///   - weights: Of the method `weighted_score`.
    ///   - settings: Their limit of time counts from here and bounds everything.
    public init(
        _ scenario: Scenario, policies: [Policy], methods: [BaselineMethod] = [],
        weights: ScoreWeights = ScoreWeights(), settings: SolveSettings = SolveSettings()
    ) {
        precondition(!policies.isEmpty, "a comparison needs a policy")
        self.scenario = scenario
        self.policies = policies
        self.methods = methods
        self.weights = weights
        self.settings = settings
        deadline = settings.timeLimit.map { ContinuousClock.now + $0 }
    }

    /// Solves all policies, side by side, each as it would be alone.
    ///
    /// - Parameters:
    ///   - baseline: What others are compared with: policies first, then methods. Methods place under it,
    ///     or under the first policy where it is a method itself.
    ///   - withRuleCosts: Whether each policy's plan says what its rules cost.
    /// - Throws: What the first policy that could not be solved throws.
    public func run(baseline: Int = 0, withRuleCosts: Bool = false) async throws -> Comparison {
        settings.progress?("solving \(policies.count) policies of \(scenario.name)")
        var plans = try await SideBySide.map(policies, plan).map { try $0.get() }
        let judged = try await SideBySide.map(policies, baselines).map { try $0.get() }
        if withRuleCosts {
            let asked = zip(policies, plans).map { policy, plan in
                (costs: RuleCosts(scenario, under: policy, settings: remaining), plan: plan)
            }
            let costs = await RuleCosts.costs(of: asked)
            for index in plans.indices { plans[index].ruleCosts = costs[index] }
        }
        let host = policies.indices.contains(baseline) ? baseline : 0
        let columns =
            plans.map { Comparison.Column(plan: $0) }
            + zip(methods, judged[host].plans).map { Comparison.Column(plan: $1, method: $0) }
        return Comparison(
            scenario: scenario.name, file: scenario.file, columns: columns, baseline: baseline,
            regrets: regrets(columns, judged.map(\.check)),
            savings: policies.indices.flatMap { savings(plans[$0], judged[$0], policies[$0]) })
    }

    /// A policy's check, and the methods' plans under it.
    private struct Judged: Sendable {
        let check: PolicyCheck
        let plans: [Plan]
    }

    /// The settings of one solve among others: what time is left, and nothing to say of its progress.
    private var remaining: SolveSettings {
        var settings = settings
        settings.timeLimit = deadline.map {
            max(.milliseconds(1), ContinuousClock.now.duration(to: $0))
        }
        settings.progress = nil
        return settings
    }

    private func plan(under policy: Policy) async -> Result<Plan, any Error> {
        do {
            return .success(
                try await Placement.plan(
                    scenario, under: policy, settings: remaining, withRuleCosts: false))
        } catch {
            return .failure(error)
        }
    }

    private func baselines(under policy: Policy) async -> Result<Judged, any Error> {
        Result {
            let planner =
                methods.isEmpty
                ? nil : try BaselinePlanner(scenario, under: policy, settings: remaining)
            return Judged(
                check: try PolicyCheck(scenario, under: policy),
                plans: try methods.compactMap { try planner?.plan($0, weights: weights) })
        }
    }

    private func regrets(
        _ columns: [Comparison.Column], _ checks: [PolicyCheck]
    ) -> [Regret] {
        columns.enumerated().filter(\.element.plan.hasPlacement).flatMap { row, column in
            policies.indices.filter { $0 != row }.map { index in
                Regret(
                    plan: column.name, policy: policies[index].name,
                    stages: stages(of: column.plan, under: policies[index], columns[index].plan),
                    breaches: checks[index].breaches(of: column.plan))
            }
        }
    }

    /// A plan's values in the stages of a policy, beside the optima of the policy's own plan.
    private func stages(
        of plan: Plan, under policy: Policy, _ best: Plan
    ) -> [Regret.Stage] {
        guard best.hasPlacement, let totals = plan.totals else { return [] }
        let values = policy.stageValues(of: totals, requestsPerYear: scenario.requestsPerYear)
        return zip(best.stages, values).map { stage, value in
            Regret.Stage(
                measure: stage.measure, unit: stage.unit, optimum: stage.value, value: value)
        }
    }

    private func savings(_ best: Plan, _ judged: Judged, _ policy: Policy) -> [Saving] {
        zip(methods, judged.plans).map { method, plan in
            let stage = best.stages.first ?? plan.stages.first
            let values = plan.totals.map {
                policy.stageValues(of: $0, requestsPerYear: scenario.requestsPerYear)
            }
            return Saving(
                policy: policy.name, method: method, measure: stage?.measure ?? "",
                unit: stage?.unit ?? "",
                optimum: best.hasPlacement ? best.stages.first?.value : nil,
                value: values?.first ?? nil, breaches: judged.check.breaches(of: plan),
                finding: plan.diagnosis?.findings.first)
        }
    }
}
