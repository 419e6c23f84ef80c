package import Siting
import Typesetting

/// What a plan comes to, in one sentence.
package enum PlanVerdict {
    package static func block(of plan: Plan) -> PlanBlock {
        let policy = plan.policy
        switch plan.status {
        case .optimal:
            return .paragraph(
                "under \(policy): \(achievement(of: plan)); \(proof(of: plan)).",
                lead: .init(word: "Optimal", tone: .good))
        case .feasible:
            return .paragraph(
                "under \(policy), not proved best: \(achievement(of: plan)); \(room(in: plan)).",
                lead: .init(word: "Feasible", tone: .attention))
        case .infeasible:
            let count = plan.diagnosis?.findings.count ?? 0
            let obstacles =
                count == 0
                ? "" : "; \(counted(count, "thing stands", "things stand")) in the way"
            return .paragraph(
                "under \(policy): no placement satisfies the scenario\(obstacles).",
                lead: .init(word: "Infeasible", tone: .bad))
        case .unbounded:
            let stage = plan.stages.last?.noun ?? "the objective"
            return .paragraph(
                "under \(policy): \(stage) falls without end, a mistake in the input such as a "
                    + "negative price.",
                lead: .init(word: "Unbounded", tone: .bad))
        case .stopped:
            return .paragraph(
                "under \(policy): a limit came before any placement was found.",
                lead: .init(word: "Stopped", tone: .bad))
        }
    }

    /// Gaps up to here are those of arithmetic, not of a search cut short.
    private static let negligibleGap = 1e-6

    private static func achievement(of plan: Plan) -> String {
        guard let totals = plan.totals else {
            return counted(plan.sites.count, "site", "sites")
        }
        let sites = counted(plan.sites.count, "site carries", "sites carry")
        let capacity = NumberText.text(totals.capacity, in: .megawatts)
        let cost = NumberText.text(totals.cost, in: .dollars)
        let controllable = NumberText.text(totals.controllableCost, in: .dollars)
        var parts = ["\(cost) a year (controllable \(controllable))"]
        if totals.isKnown(.emissions) {
            parts.append("\(NumberText.text(totals.emissions, in: .tonnes)) CO2e")
        }
        if totals.maxRoundTrip > 0 {
            let mean = NumberText.text(totals.meanRoundTrip, in: .milliseconds)
            parts.append("a mean round trip of \(mean)")
        }
        let last = parts.removeLast()
        let list = parts.isEmpty ? last : "\(parts.joined(separator: ", ")) and \(last)"
        return "\(sites) \(capacity) for \(list)"
    }

    /// What an optimal plan's proof says of all others.
    private static func proof(of plan: Plan) -> String {
        let (better, worse) = comparison(plan.stages)
        let gap = plan.stages.map(\.gap).max() ?? 0
        guard gap <= negligibleGap else {
            let share = NumberText.text(gap, in: .share)
            return "no other plan \(better) by more than \(share)"
        }
        switch plan.ties {
        case nil: return "no other plan \(better)"
        case .unique: return "every other plan \(worse)"
        case .chosen:
            return "no other plan \(better), though other plans do as well: "
                + "this one was chosen by the tie rule"
        case .notExamined:
            return "no other plan \(better); whether others do as well was not examined"
        }
    }

    private static func comparison(_ stages: [Stage]) -> (better: String, worse: String) {
        guard stages.count > 1 else {
            return stages.last?.comparison ?? ("does better", "does worse")
        }
        let order = stages.map(\.noun).joined(separator: ", then ")
        let isLoose = stages.dropLast().contains { $0.tolerance > 0 }
        let slack = isLoose ? ", within the tolerance of each stage" : ""
        return ("does better on \(order)\(slack)", "does worse on \(order)\(slack)")
    }

    /// What a feasible plan leaves to gain.
    private static func room(in plan: Plan) -> String {
        guard let stage = plan.stages.max(by: { $0.gap < $1.gap }), stage.gap.isFinite else {
            return "how far it is from the best is not known"
        }
        return "at most \(NumberText.text(stage.gap, in: .share)) is left to gain on \(stage.noun)"
    }
}
