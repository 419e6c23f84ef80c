import LinearProgramming
import Siting
import SitingFormulation

/// The policy's plan on the figures as given, to be judged on others: what stands, what runs where and what
/// power is drawn stay as they are.
struct ChosenPlan: Sendable {
    /// What a plan comes to on other figures.
    struct Judgement {
        /// By stage of the policy; `nil` where nothing of a measure is known.
        let values: [Double?]
        let breaches: [Breach]
    }

    private let plan: Plan
    private let policy: Policy
    /// Those that the plan uses, and no others: with them alone a sample costs little to judge.
    private let arcs: Arcs
    /// Of the columns that these arcs leave.
    private let values: [Double]
    /// IT power standing, MW, by site of the scenario.
    let capacities: [Double]

    init(_ solved: SolvedPolicy) {
        plan = solved.plan
        policy = solved.formulation.policy
        let all = solved.outcome.columnValues
        let decisions = solved.formulation.decisions
        let every = solved.formulation.arcs.sites.indices
        let used = every.filter { all[decisions.serve($0).column] != 0 }
        arcs = solved.formulation.arcs.keeping(used)
        var values = Array(all[..<decisions.firstServe])
        values += used.map { all[decisions.serve($0).column] }
        values += all[(decisions.firstServe + every.count)...]
        self.values = values
        capacities = decisions.capacity.map { all[$0.column] }
    }

    /// - Parameter figures: The plan's scenario with other figures.
    func judgement(on figures: Scenario) throws -> Judgement {
        let formulation = try Formulation(
            scenario: figures, policy: policy, arcs: arcs, families: [])
        let totals = TotalsWriter(formulation, values: values).totals([])
        var plan = plan
        plan.totals = totals
        return Judgement(
            values: policy.stageValues(of: totals, requestsPerYear: figures.requestsPerYear),
            breaches: try PolicyCheck(figures, under: policy).breaches(of: plan))
    }
}
