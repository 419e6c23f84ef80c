public import Siting
public import Typesetting

/// All tables of a comparison as data: those of its plans, and how they compare.
public enum ComparisonTables {
    public static func bundle(of comparison: Comparison) -> TableBundle {
        TableBundle(tables(of: comparison))
    }

    static func tables(of comparison: Comparison) -> [DataTable] {
        [
            policies(of: comparison), sitesSideBySide(of: comparison), moves(of: comparison),
            DataTable("regrets", regrets, rows: RegretRow.rows(of: comparison)),
            DataTable("savings", savings, rows: comparison.savings),
            DataTable("breaches", breaches, rows: BreachRow.rows(of: comparison)),
        ] + PlanTables.tables(of: comparison.columns)
    }

    /// One row a plan: the keys of the JSON's `measures`, then those of its `differences`.
    static func policies(of comparison: Comparison) -> DataTable {
        let figures = ComparedFigure.allCases
        let values = figures.map { figure in
            DataColumn<Int>(
                figure.rawValue, in: figure.unit, "\(figure.label).",
                value: { figure.value(of: comparison.columns[$0].plan) })
        }
        let changes = figures.map { figure in
            DataColumn<Int>(
                "\(figure.rawValue)_change", in: figure.unit,
                "\(figure.label), less that of \(comparison.baselineName).",
                value: { comparison.change(of: figure, in: $0)?.absolute })
        }
        let heads: [DataColumn<Comparison.Column>] = [
            .init("name", "Name of the policy, or of the baseline.", text: { $0.name }),
            .init("kind", "Whether it is a policy or a baseline.", text: { $0.kind }),
            .init("policy", "Policy under which the plan was made.", text: { $0.plan.policy }),
            .init(
                "status", "Whether it is optimal, feasible, infeasible, unbounded or stopped.",
                text: { $0.plan.status.rawValue }),
        ]
        return DataTable(
            "policies", heads.map { $0.over { comparison.columns[$0] } } + values + changes,
            rows: Array(comparison.columns.indices))
    }

    /// One row a site, one column a plan.
    private static func sitesSideBySide(of comparison: Comparison) -> DataTable {
        let heads: [DataColumn<Comparison.SiteRow>] = [
            .init("id", "Identifier of the site.", text: { $0.id }),
            .init("name", "Name of the site.", text: { $0.name }),
            .init("country", "Country, ISO 3166-1 alpha-2.", text: { $0.country }),
        ]
        let capacities = comparison.columns.enumerated().map { index, column in
            DataColumn<Comparison.SiteRow>(
                "\(column.name)_capacity_mw", in: "MW", "IT power standing under \(column.name).",
                value: { column.plan.hasPlacement ? $0.capacities[index] : nil })
        }
        return DataTable("sites_side_by_side", heads + capacities, rows: comparison.siteRows)
    }

    private static func moves(of comparison: Comparison) -> DataTable {
        let columns: [DataColumn<(plan: String, move: Comparison.Move)>] = [
            .init("plan", "Name of the plan.", text: { $0.plan }),
            .init(
                "baseline", "What it is compared with.", text: { _ in comparison.baselineName }),
            .init("site", "Identifier of the site.", text: { $0.move.id }),
            .init("name", "Name of the site.", text: { $0.move.name }),
            .init(
                "change_mw", in: "MW", "IT power standing, less that of the baseline.",
                value: { $0.move.change }),
        ]
        let rows = comparison.columns.indices.flatMap { index in
            comparison.moves(to: index).map { (plan: comparison.columns[index].name, move: $0) }
        }
        return DataTable("moves", columns, rows: rows)
    }

    private static var regrets: [DataColumn<RegretRow>] {
        [
            .init("plan", "Name of the plan.", text: { $0.regret.plan }),
            .init("policy", "Policy by which it is judged.", text: { $0.regret.policy }),
            .init(
                "allowed", "Whether the policy allows the plan; breaches.csv says what it breaks.",
                flag: { $0.regret.breaches.isEmpty }),
            .init(
                "stage", "Number of the policy's objective; empty where the policy has no plan.",
                count: { $0.number }),
            .init("measure", "What the stage minimises.", text: { $0.stage?.measure }),
            .init("unit", "Unit of optimum, value and regret.", text: { $0.stage?.unit }),
            .init(
                "optimum", in: "see unit", "The policy's own optimum.",
                value: { $0.stage?.optimum }),
            .init("value", in: "see unit", "What the plan comes to.", value: { $0.stage?.value }),
            .init(
                "regret", in: "see unit", "The value less the optimum.",
                value: { $0.stage?.regret?.absolute }),
            .init(
                "regret_share", "The regret as a share of the optimum.",
                ratio: { $0.stage?.regret?.relative }),
        ]
    }

    private static var savings: [DataColumn<Saving>] {
        [
            .init("policy", "Name of the policy.", text: { $0.policy }),
            .init("baseline", "The simple method.", text: { $0.method.rawValue }),
            .init("measure", "What the policy minimises first.", text: { $0.measure }),
            .init("unit", "Unit of optimum, value and change.", text: { $0.unit }),
            .init("optimum", in: "see unit", "The policy's optimum.", value: { $0.optimum }),
            .init(
                "value", in: "see unit", "What the method's plan comes to under the policy.",
                value: { $0.value }),
            .init(
                "change", in: "see unit", "The optimum less the method's value.",
                value: { $0.change?.absolute }),
            .init(
                "change_share", "The change as a share of the method's value.",
                ratio: { $0.change?.relative }),
            .init(
                "allowed", "Whether the policy allows the method's plan.",
                flag: { $0.value == nil ? nil : $0.breaches.isEmpty }),
            .init("obstacle", "Why the method finds no plan.", text: { $0.finding?.message }),
        ]
    }

    private static var breaches: [DataColumn<BreachRow>] {
        [
            .init("plan", "Name of the plan, or of the method.", text: { $0.plan }),
            .init("policy", "Policy that it breaks.", text: { $0.policy }),
            .init(
                "found_in",
                "regrets: a plan under another policy; savings: a method's plan under the policy.",
                text: { $0.table }),
            .init("rule", "Name of the rule or limit.", text: { $0.breach.rule }),
            .init("kind", "What the rule is.", text: { $0.breach.kind }),
            .init("amount", in: "see unit", "How far it is broken.", value: { $0.breach.amount }),
            .init("unit", "Unit of amount.", text: { $0.breach.unit }),
        ]
    }
}

/// One stage of a regret; without a stage where the policy has no plan.
private struct RegretRow {
    let regret: Regret
    let number: Int?
    let stage: Regret.Stage?

    static func rows(of comparison: Comparison) -> [RegretRow] {
        comparison.regrets.flatMap { regret in
            guard !regret.stages.isEmpty else {
                return [RegretRow(regret: regret, number: nil, stage: nil)]
            }
            return regret.stages.enumerated().map {
                RegretRow(regret: regret, number: $0 + 1, stage: $1)
            }
        }
    }
}

/// What a plan breaks of a policy.
private struct BreachRow {
    let plan: String
    let policy: String
    let table: String
    let breach: Breach

    static func rows(of comparison: Comparison) -> [BreachRow] {
        comparison.regrets.flatMap { regret in
            regret.breaches.map {
                BreachRow(plan: regret.plan, policy: regret.policy, table: "regrets", breach: $0)
            }
        }
            + comparison.savings.flatMap { saving in
                saving.breaches.map {
                    BreachRow(
                        plan: saving.method.rawValue, policy: saving.policy, table: "savings",
                        breach: $0)
                }
            }
    }
}
