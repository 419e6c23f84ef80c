import Siting
import Typesetting

/// One change, as a row of the CSV.
struct DifferenceRow {
    let plan: String
    /// What kind of thing changed.
    let part: String
    let id: String
    let unit: String
    let first: TextTable.Cell
    let second: TextTable.Cell
    var change: Change?

    var cells: [TextTable.Cell] {
        [
            .text(plan), .text(part), .text(id), .text(unit), first, second,
            .number("", value: change?.absolute), .number("", value: change?.relative),
        ]
    }

    static func all(of difference: RunDifference) -> [DifferenceRow] {
        rows(of: difference.inputs, plan: "") + difference.plans.flatMap(rows)
            + difference.onlyInFirst.map { row($0, "plan", $0, "given", "") }
            + difference.onlyInSecond.map { row($0, "plan", $0, "", "given") }
    }

    private static func rows(of plan: PlanDifference) -> [DifferenceRow] {
        let name = plan.name
        var rows = self.rows(of: plan.inputs, plan: name)
        if plan.policies[0] != plan.policies[1] {
            rows.append(row(name, "policy", "policy", plan.policies[0], plan.policies[1]))
        }
        if plan.statuses[0] != plan.statuses[1] {
            let words = plan.statuses.map(\.rawValue)
            rows.append(row(name, "status", "status", words[0], words[1]))
        }
        rows += plan.measures.map { row(name, "measure", $0.key, $0.unit, $0.shift) }
        rows += plan.costParts.map { row(name, "cost_part", $0.key, $0.unit, $0.shift) }
        rows += plan.stages.map { row(name, "stage", $0.measure, $0.unit, $0.value) }
        for site in plan.sites {
            rows.append(row(name, "site_capacity", site.id, "MW", site.capacity))
            rows.append(row(name, "site_training", site.id, "MWh/year", site.training))
            rows.append(row(name, "site_inference", site.id, "MWh/year", site.inference))
        }
        rows += plan.work.map { work in
            let unit = work.kind == .service ? "MW" : "MWh"
            return row(name, work.kind.rawValue, work.id, unit, work.amount)
        }
        // Rows are of changes alone.
        rows.removeAll { $0.isSteady }
        rows += plan.work.filter { $0.movedMarketCount > 0 }.map { work in
            DifferenceRow(
                plan: name, part: "\(work.kind.rawValue)_moved_share", id: work.id, unit: "",
                first: .number("", value: 0), second: .number("", value: work.movedShare))
        }
        return rows + plan.prices.map { price(of: $0, plan: name) }
    }

    private static func rows(of inputs: InputsDifference?, plan: String) -> [DifferenceRow] {
        guard let inputs else { return [] }
        let figures = inputs.figures.map { figure in
            row(plan, "input", figure.key, figure.first, figure.second)
        }
        let siteFigures = inputs.siteFigures.flatMap { figure in
            figure.sites.map { site in
                row(plan, "site_input", "\(site).\(figure.key)", figure.first, figure.second)
            }
        }
        return figures + siteFigures
            + inputs.added.map { row(plan, "candidate", $0.id, $0.reason ?? "", "candidate") }
            + inputs.removed.map { row(plan, "candidate", $0.id, "candidate", $0.reason ?? "") }
            + inputs.files.map { row(plan, "file", $0.name, $0.first ?? "", $0.second ?? "") }
    }

    private static func price(of shift: PriceShift, plan: String) -> DifferenceRow {
        let units = [shift.first?.unit, shift.second?.unit].compactMap(\.self)
        let isOneUnit = Set(units).count == 1
        return DifferenceRow(
            plan: plan, part: "price", id: shift.rule,
            unit: isOneUnit ? units[0] : units.joined(separator: " -> "),
            first: .number("", value: shift.first?.value),
            second: .number("", value: shift.second?.value), change: shift.change)
    }

    private var isSteady: Bool { change.map { $0.absolute == 0 } ?? (first == second) }

    private static func row(
        _ plan: String, _ part: String, _ id: String, _ first: String, _ second: String
    ) -> DifferenceRow {
        DifferenceRow(
            plan: plan, part: part, id: id, unit: "", first: .text(first), second: .text(second))
    }

    private static func row(
        _ plan: String, _ part: String, _ id: String, _ unit: String, _ shift: Shift
    ) -> DifferenceRow {
        DifferenceRow(
            plan: plan, part: part, id: id, unit: unit, first: .number("", value: shift.first),
            second: .number("", value: shift.second), change: shift.change)
    }

    private static func row(
        _ plan: String, _ part: String, _ id: String, _ first: InputValue?, _ second: InputValue?
    ) -> DifferenceRow {
        func cell(_ value: InputValue?) -> (cell: TextTable.Cell, number: Double?, unit: String?) {
            switch value {
            case .number(let number, let unit): (.number("", value: number), number, unit)
            case .text(let text): (.text(text), nil, nil)
            case nil: (.text(""), nil, nil)
            }
        }
        let (before, after) = (cell(first), cell(second))
        return DifferenceRow(
            plan: plan, part: part, id: id, unit: after.unit ?? before.unit ?? "",
            first: before.cell, second: after.cell,
            change: before.number.flatMap { number in
                after.number.map { Change(from: number, to: $0) }
            })
    }
}
