package import Siting
import Typesetting

/// What each rule of the policy costs: a table, and a sentence for each.
package enum PlanRuleCosts {
    package static func section(of plan: Plan) -> PlanSection? {
        guard !plan.ruleCosts.isEmpty, plan.hasPlacement || plan.status == .infeasible else {
            return nil
        }
        let items = plan.ruleCosts.map { PlanBlock.Item(text: sentence($0, in: plan)) }
        guard plan.hasPlacement else {
            return PlanSection(title: "Without one rule", blocks: [.list(items)])
        }
        let title = "What each rule costs"
        guard plan.ruleCosts.contains(where: { $0.difference != nil }) else {
            return PlanSection(title: title, blocks: [.list(items)])
        }
        let note =
            "The plan's figures less those of the same policy without the rule: below zero the "
            + "rule saves."
        return PlanSection(
            title: title,
            blocks: [.table(table(plan.ruleCosts)), .paragraph(note), .list(items)])
    }

    private static func table(_ costs: [RuleCost]) -> TextTable {
        let shown: [(title: String, measure: Measure, unit: DisplayUnit)] = [
            ("Cost", .cost, .dollars), ("CO2e", .emissions, .tonnes),
            ("Mean round trip", .roundTrip, .milliseconds),
        ]
        let figures = shown.compactMap {
            item -> (column: TextTable.Column, values: [Double?], scale: ColumnScale)? in
            let values = costs.map { $0.difference?.measures[item.measure] }
            // Without requests there are no round trips to compare.
            guard values.contains(where: { $0 != nil }) else { return nil }
            let scale = ColumnScale(values, in: item.unit)
            let unit = scale.label + YearlyUnit(item.measure.unit).suffix
            return (.init(item.title, unit, alignment: .right), values, scale)
        }
        var table = TextTable(columns: [.init("Rule"), .init("Kind")] + figures.map(\.column))
        for (row, cost) in costs.enumerated() {
            table.append(
                [.text(cost.rule), .text(cost.kind)]
                    + figures.map { .number($0.values[row], scale: $0.scale) })
        }
        return table
    }

    /// Such as `eu_data costs 3.1 kt of CO2e a year more`.
    static func sentence(_ cost: RuleCost, in plan: Plan) -> String {
        let rule = cost.rule
        switch cost.status {
        case .optimal:
            guard let difference = cost.difference else { return "without \(rule) there is a plan" }
            return "\(rule) \(words(difference, judgedBy: judged(by: plan.stages)))"
        case .feasible:
            return plan.status == .infeasible
                ? "without \(rule) there is a plan"
                : "what \(rule) costs is not known: without it no plan was proved best"
        case .infeasible: return "without \(rule) there is still no plan"
        case .unbounded: return "without \(rule) the objective falls without end"
        case .stopped: return "without \(rule) no plan was found before the limit"
        case .notComputed:
            let reason =
                plan.status == .feasible
                ? "the plan with it is not proved best" : "there was no time left"
            return "\(rule) was not looked at: \(reason)"
        case .failed: return "the solve without \(rule) broke down"
        }
    }

    /// The measure of the first stage; of a weighted sum, those that the table shows.
    private static func judged(by stages: [Stage]) -> [Measure] {
        let first = stages.first.flatMap { Measure(rawValue: $0.measure) }
        return first.map { [$0] } ?? [.cost, .emissions, .roundTrip]
    }

    private static func words(
        _ difference: RuleCost.Difference, judgedBy measures: [Measure]
    ) -> String {
        let known = measures.filter { difference.measures[$0]?.isFinite == true }
        let clauses = known.compactMap { measure -> String? in
            guard let change = difference.measures[measure], change != 0 else { return nil }
            return clause(measure, change)
        }
        guard clauses.isEmpty else { return clauses.joined(separator: ", ") }
        let nouns = (known.isEmpty ? measures : known).map(\.noun).joined(separator: ", ")
        return known.isEmpty
            ? "makes a difference to \(nouns) that is not known"
            : "makes no difference to \(nouns)"
    }

    /// `costs $3.1 M a year more`, `saves 3.1 kt of CO2e a year`.
    private static func clause(_ measure: Measure, _ change: Double) -> String {
        let unit = YearlyUnit(measure.unit)
        let amount = NumberText.text(change.magnitude, in: unit.unit)
        let thing =
            switch measure {
            case .cost: ""
            case .emissions: " of CO2e"
            case .latency, .roundTrip, .energy, .water, .largest: " of \(measure.noun)"
            }
        let whole = amount + thing + unit.suffix
        return change > 0 ? "costs \(whole) more" : "saves \(whole)"
    }
}
