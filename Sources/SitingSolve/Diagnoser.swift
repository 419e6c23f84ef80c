import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Finds out why no placement is possible and what would make one possible.
struct Diagnoser {
    private let formulation: Formulation
    private let runner: StageRunner

    init(_ formulation: Formulation, runner: StageRunner) {
        self.formulation = formulation
        self.runner = runner
    }

    /// Obstacles that show without solving: unreachable markets, jobs too large for their window or shut
    /// out everywhere.
    static func obstacles(of formulation: Formulation) -> [Diagnosis.Finding] {
        StaticObstacles(formulation).findings
    }

    /// What stands in the way when every market is reachable and every job fits its window.
    ///
    /// A limit or Ctrl-C that comes first leaves it unsaid: nothing is claimed that was not solved.
    func diagnosis() throws -> Diagnosis {
        do {
            return try examined()
        } catch is Unexamined {
            return Diagnosis(findings: [
                Diagnosis.Finding(
                    kind: "not_examined",
                    message: "no placement is possible; the search for the reason was stopped",
                    remedy: "run again without a time limit", location: nil)
            ])
        }
    }

    /// A solve of the diagnosis ended without an answer.
    private struct Unexamined: Error {}

    private func solve(_ program: LinearModel) throws -> Solution {
        let solution = try runner.solve(program)
        guard solution.status == .optimal || solution.status == .infeasible else {
            throw Unexamined()
        }
        return solution
    }

    private func examined() throws -> Diagnosis {
        if let short = try capacityShortage() { return Diagnosis(findings: [short]) }
        let alone = try rulesOutOfReach() + limitsOutOfReach()
        if !alone.isEmpty { return Diagnosis(findings: alone) }
        return Diagnosis(findings: [try jointConflict()])
    }

    /// The policy without limits, and without rules on sums but the one given.
    private func relaxed(keeping rule: Rule? = nil) -> Policy {
        let policy = formulation.policy
        let rules = policy.rules.filter { name in
            name == rule?.name || !(formulation.scenario.rule(named: name)?.limitsSums ?? false)
        }
        return Policy(
            name: policy.name, objective: policy.objective, tolerance: policy.tolerance,
            rules: rules, location: policy.location)
    }

    /// Whether capacity alone, without limits and shares, is short, and by how much.
    private func capacityShortage() throws -> Diagnosis.Finding? {
        let elastic = try Formulation(
            scenario: formulation.scenario, policy: relaxed(),
            arcs: formulation.arcs, isElastic: true)
        guard let slack = elastic.decisions.slack else { return nil }
        var program = elastic.program
        let shortage = CapacityShortage(elastic, slack: slack)
        try program.minimise(shortage.expression)
        let solution = try solve(program)
        guard solution.status == .optimal,
            solution.objective > 1e-9 * shortage.needed
        else { return nil }
        return shortage.finding(solution)
    }

    /// Rules on sums that can't hold even when every other one and all limits are dropped.
    private func rulesOutOfReach() throws -> [Diagnosis.Finding] {
        try formulation.sumRules.compactMap { rule in
            let alone = try Formulation(
                scenario: formulation.scenario, policy: relaxed(keeping: rule),
                arcs: formulation.arcs)
            guard try solve(alone.program).status == .infeasible else { return nil }
            return Diagnosis.Finding(
                kind: "rule_impossible",
                message: "rule '\(rule.name)' can't hold, even without other rules on sums and"
                    + " without limits",
                remedy: "loosen it, or widen what it draws on: \(Self.means(of: rule))",
                location: rule.location)
        }
    }

    private static func means(of rule: Rule) -> String {
        switch rule.content {
        case .share: "limits of other sites within reach"
        case .nearUsers: "limits of the sites that serve"
        case .trainingSupply(let fuels):
            "direct lines on " + fuels.sorted().joined(separator: " or ")
        case .placement: "limits and reach of the sites it names"
        case .residency, .access, .closed: "the sites it allows"
        }
    }

    /// Limits that can't be met even when every other limit and share is dropped.
    private func limitsOutOfReach() throws -> [Diagnosis.Finding] {
        let free = try Formulation(
            scenario: formulation.scenario, policy: relaxed(),
            arcs: formulation.arcs)
        var findings: [Diagnosis.Finding] = []
        for limit in formulation.policy.limits {
            var program = free.program
            try program.minimise(free.measures.expression(of: limit.measure))
            let best = try solve(program)
            guard best.status == .optimal,
                best.objective > limit.maximum + 1e-9 * max(1, abs(limit.maximum))
            else { continue }
            let measure = limit.measure.rawValue
            let unit = limit.measure.unit
            findings.append(
                Diagnosis.Finding(
                    kind: "limit_too_tight",
                    message: "\(measure) can't fall below \(figure(best.objective)) \(unit),"
                        + " and the policy allows \(figure(limit.maximum))",
                    remedy: "raise \(limit.measure.limitKey) to at least"
                        + " \(figure(best.objective, up: true))",
                    location: limit.location))
        }
        return findings
    }

    /// Limits and shares that can be met one by one but not together: the least total excess.
    private func jointConflict() throws -> Diagnosis.Finding {
        let elastic = try Formulation(
            scenario: formulation.scenario, policy: formulation.policy, arcs: formulation.arcs,
            isElastic: true)
        let policy = formulation.policy
        var excess = LinearExpression<One>()
        var program = elastic.program
        if let slack = elastic.decisions.slack {
            for variable in slack.limitExcess { excess.add(1, variable) }
            let scale = max(1, formulation.scenario.meanWork.value)
            if let shares = slack.shareExcess { excess.add(Quantity(1 / scale), shares) }
            for variable in slack.unserved + slack.untrained {
                try program.restrictColumn(variable.column, from: 0, to: 0)
            }
        }
        try program.minimise(excess)
        let solution = try solve(program)
        var changes: [String] = []
        if solution.status == .optimal, let slack = elastic.decisions.slack {
            for (limit, variable) in zip(policy.limits, slack.limitExcess)
            where solution.columnValues[variable.column] > 1e-9 {
                let share = solution.columnValues[variable.column]
                let needed = limit.maximum + share * max(abs(limit.maximum), 1)
                changes.append(
                    "raise \(limit.measure.limitKey) to \(figure(needed, up: true))")
            }
            if let shares = slack.shareExcess, solution.columnValues[shares.column] > 1e-9 {
                let power = figure(solution.columnValues[shares.column], up: true)
                changes.append("allow \(power) MW of work above the share rules")
            }
        }
        let names = policy.limits.map(\.measure.limitKey) + elastic.sumRules.map(\.name)
        return Diagnosis.Finding(
            kind: "limits_conflict",
            message: "these can't hold together: \(names.joined(separator: ", "))",
            remedy: changes.isEmpty
                ? "drop or loosen one of them" : changes.joined(separator: " and "),
            location: policy.location)
    }

    /// Four significant digits, rounded so that a relaxation is enough.
    private func figure(_ value: Double, up: Bool = false) -> String {
        ReadableFigure.text(value, roundingUp: up)
    }
}
