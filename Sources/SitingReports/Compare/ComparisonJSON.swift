public import Siting
public import Typesetting

/// A comparison as JSON, described by `sites/schemas/compare.schema.json`.
public enum ComparisonJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-compare/1"

    /// The document as text, the same bytes for the same comparison.
    ///
    /// - Parameter withPlans: Whether each column holds its whole plan.
    public static func text(of comparison: Comparison, withPlans: Bool = false) -> String {
        JSONText.text(value(of: comparison, withPlans: withPlans))
    }

    /// The document as a value. Every key is always there; what does not apply or is not known is null.
    public static func value(of comparison: Comparison, withPlans: Bool = false) -> JSONValue {
        let basis = comparison.columns.first?.plan.carbonBasis
        return [
            "format": .string(format),
            "scenario": .string(comparison.scenario),
            "file": ReportHead.fileName(comparison.file),
            "emissions_basis": JSONValue(basis),
            "baseline": .string(comparison.baselineName),
            "columns": .array(
                comparison.columns.indices.map { column($0, of: comparison, withPlans) }),
            "sites": .array(comparison.siteRows.map(site)),
            "regrets": .array(comparison.regrets.map(regret)),
            "savings": .array(comparison.savings.map(saving)),
        ]
    }

    private static func column(
        _ index: Int, of comparison: Comparison, _ withPlans: Bool
    ) -> JSONValue {
        let column = comparison.columns[index]
        let plan = column.plan
        return [
            "name": .string(column.name),
            "kind": .string(column.kind),
            "policy": .string(plan.policy),
            "status": .string(plan.status.rawValue),
            "stages": .array(plan.stages.map(PlanJSON.stage)),
            "measures": .object(
                ComparedFigure.allCases.map { ($0.rawValue, JSONValue($0.value(of: plan))) }),
            "differences": .object(
                ComparedFigure.allCases.map {
                    ($0.rawValue, change(comparison.change(of: $0, in: index)))
                }),
            "burdens": .array(
                comparison.judgedBurdens.compactMap { burden in
                    plan.totals?.burdens.first { $0.burden == burden }
                }.map(PlanJSON.burden)),
            "moves": .array(comparison.moves(to: index).map(move)),
            "rule_costs": .array(plan.ruleCosts.map(PlanJSON.ruleCost)),
            "certificate": (plan.hasPlacement ? plan.proof : nil).map(PlanJSON.certificate)
                ?? .null,
            "warnings": .array(plan.warnings.map { .string($0) }),
            "diagnosis": plan.diagnosis.map(PlanJSON.diagnosis) ?? .null,
            "plan": withPlans ? PlanJSON.value(of: plan) : .null,
        ]
    }

    private static func change(_ change: Change?) -> JSONValue {
        guard let change else { return .null }
        return ["absolute": .number(change.absolute), "relative": JSONValue(change.relative)]
    }

    private static func move(_ move: Comparison.Move) -> JSONValue {
        ["site": .string(move.id), "change_mw": .number(move.change)]
    }

    /// Capacities in the order of the columns.
    private static func site(_ row: Comparison.SiteRow) -> JSONValue {
        [
            "id": .string(row.id),
            "name": .string(row.name),
            "country": .string(row.country),
            "capacity_mw": .array(row.capacities.map { .number($0) }),
        ]
    }

    private static func regret(_ regret: Regret) -> JSONValue {
        let stages = regret.stages.map { stage -> JSONValue in
            [
                "measure": .string(stage.measure),
                "unit": .string(stage.unit),
                "optimum": .number(stage.optimum),
                "value": JSONValue(stage.value),
                "regret": change(stage.regret),
            ]
        }
        return [
            "plan": .string(regret.plan),
            "policy": .string(regret.policy),
            "allowed": .bool(regret.breaches.isEmpty),
            "breaks": .array(regret.breaches.map(breach)),
            "stages": .array(stages),
        ]
    }

    static func breach(_ breach: Breach) -> JSONValue {
        [
            "rule": .string(breach.rule),
            "kind": .string(breach.kind),
            "amount": .number(breach.amount),
            "unit": .string(breach.unit),
        ]
    }

    private static func saving(_ saving: Saving) -> JSONValue {
        [
            "policy": .string(saving.policy),
            "baseline": .string(saving.method.rawValue),
            "measure": .string(saving.measure),
            "unit": .string(saving.unit),
            "optimum": JSONValue(saving.optimum),
            "value": JSONValue(saving.value),
            "change": change(saving.change),
            "allowed": saving.value == nil ? .null : .bool(saving.breaches.isEmpty),
            "breaks": .array(saving.breaches.map(breach)),
            "obstacle": JSONValue(saving.finding?.message),
        ]
    }
}
