public import Siting
public import Typesetting

/// All tables of plans as data: one row each, the name of its plan first.
///
/// The same files with the same columns come out of one plan and of many, so that they can be stacked.
public enum PlanTables {
    /// The tables of one plan; those that have no rows keep their headers.
    public static func bundle(of plan: Plan) -> TableBundle {
        TableBundle(tables(of: [Comparison.Column(plan: plan)]))
    }

    static func tables(of plans: [Comparison.Column]) -> [DataTable] {
        let of = PlanRows(plans)
        return [
            of.table("plans", heads) { [$0] },
            of.table("stages", stages) { Array($0.stages.enumerated()) },
            of.table("totals", totals) { [$0.placedTotals].compactMap { $0 } },
            of.table("cost_parts", costParts) { $0.placedTotals?.costParts ?? [] },
            of.table("coverage", coverage) { $0.placedTotals?.coveredShares ?? [] },
            of.table("burdens", burdens) { $0.placedTotals?.burdens.filter(\.isReported) ?? [] },
            of.table("equivalences", equivalences, EquivalenceRow.rows),
            of.table("sites", sites) { $0.sites },
            of.table("supplies", supplies, SupplyRow.rows),
            of.table("training", training) { $0.training },
            of.table("inference", inference) { $0.inference },
            of.table("prices", prices) { $0.prices },
            of.table("rule_costs", ruleCosts) { $0.ruleCosts },
            of.table("certificate", certificate) { plan in
                [plan.hasPlacement ? plan.proof : nil].compactMap { $0 }
            },
            of.table("assumptions", assumptions) { $0.assumptions },
            of.table("exclusions", exclusions, ExclusionRow.rows),
            of.table("provenance", provenance) { $0.provenance },
            of.table("warnings", warnings) { $0.warnings },
            of.table("findings", findings) { $0.diagnosis?.findings ?? [] },
        ]
    }

    private static var heads: [DataColumn<Plan>] {
        [
            .init("scenario", "Name of the scenario.", text: { $0.scenario }),
            .init(
                "file", "Name of the scenario's file, without folders.",
                text: { $0.file.lastPathComponent }),
            .init("policy", "Policy under which the plan was made.", text: { $0.policy }),
            .init(
                "status", "Whether it is optimal, feasible, infeasible, unbounded or stopped.",
                text: { $0.status.rawValue }),
            .init("emissions_basis", "What all emissions count.", text: { $0.carbonBasis }),
            .init(
                "ties", "Whether other plans are as good: unique, chosen or not_examined.",
                text: { $0.ties?.rawValue }),
        ]
    }

    static var warnings: [DataColumn<String>] {
        [.init("warning", "What the reader must know.", text: { $0 })]
    }

    static var findings: [DataColumn<Diagnosis.Finding>] {
        [
            .init("kind", "What kind of obstacle stands in the way.", text: { $0.kind }),
            .init("message", "What stands in the way.", text: { $0.message }),
            .init("remedy", "What would make a plan possible.", text: { $0.remedy }),
            .init(
                "file", "The file where the planner wrote it, without folders.",
                text: { $0.location?.file.lastPathComponent }),
            .init("line", "Line in the file, from 1.", count: { $0.location?.line }),
            .init("column", "Column in the line, from 1.", count: { $0.location?.column }),
        ]
    }
}

/// Rows of several plans in one table.
private struct PlanRows {
    private let plans: [Comparison.Column]

    init(_ plans: [Comparison.Column]) { self.plans = plans }

    /// - Parameter rows: Those of one plan.
    func table<Row>(
        _ name: String, _ columns: [DataColumn<Row>], _ rows: (Plan) -> [Row]
    ) -> DataTable {
        let first = DataColumn<(plan: String, row: Row)>(
            "plan", "Name of the plan: its policy, or the baseline that made it.",
            text: { $0.plan })
        return DataTable(
            name, [first] + columns.map { $0.over { $0.row } },
            rows: plans.flatMap { plan in rows(plan.plan).map { (plan.name, $0) } })
    }
}

extension Plan {
    /// Totals that mean something.
    var placedTotals: Totals? { hasPlacement ? totals : nil }
}
