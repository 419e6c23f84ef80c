package import Siting
import Typesetting

/// How each plan does under the other policies: one table a policy.
package struct ComparisonRegrets {
    private let comparison: Comparison

    package init(_ comparison: Comparison) { self.comparison = comparison }

    package var sections: [PlanSection] {
        let policies = comparison.columns.filter { $0.method == nil && $0.plan.hasPlacement }
        let found = policies.compactMap { section(under: $0.plan) }
        guard var first = found.first else { return [] }
        first.blocks.insert(.paragraph(Self.note), at: 0)
        return [first] + found.dropFirst()
    }

    private static let note =
        "Each plan's value of the policy's stages less the policy's own optimum: above zero the"
        + " plan is worse. Below zero it breaks the policy, or gave up an earlier stage for it."

    private func section(under policy: Plan) -> PlanSection? {
        let regrets = comparison.regrets.filter {
            $0.policy == policy.policy && !$0.stages.isEmpty
        }
        guard !regrets.isEmpty else { return nil }
        let stages = policy.stages.indices.map { Column($0, policy.stages[$0], regrets) }
        var table = TextTable(
            columns: [.init("Plan")] + stages.flatMap(\.columns) + [.init("Allowed")])
        for (row, regret) in regrets.enumerated() {
            table.append(
                [.text(regret.plan)] + stages.flatMap { $0.cells(row) }
                    + [regret.breaches.isEmpty ? "yes" : "no"])
        }
        let broken = regrets.filter { !$0.breaches.isEmpty }
        let items = broken.map { PlanBlock.Item(text: "\($0.plan) \(breaks($0.breaches))") }
        let order = policy.stages.map(\.noun).joined(separator: ", then ")
        return PlanSection(
            title: "Regret under \(policy.policy): \(order)",
            blocks: [.table(table)] + (items.isEmpty ? [] : [.list(items)]))
    }

    /// One stage over all plans.
    private struct Column {
        private let changes: [Change?]
        private let scale: ColumnScale
        private let shareScale: ColumnScale
        private let title: String
        private let unit: String

        init(_ index: Int, _ stage: Stage, _ regrets: [Regret]) {
            changes = regrets.map { regret in
                regret.stages.indices.contains(index) ? regret.stages[index].regret : nil
            }
            let yearly = YearlyUnit(stage.unit)
            scale = ColumnScale(changes.map { $0?.absolute }, in: yearly.unit)
            shareScale = ColumnScale(changes.map { $0?.relative }, in: .share, digits: 3)
            title = stage.noun.prefix(1).uppercased() + stage.noun.dropFirst()
            unit = scale.label + yearly.suffix
        }

        var columns: [TextTable.Column] {
            [.init(title, unit, alignment: .right), .init("", "%", alignment: .right)]
        }

        func cells(_ row: Int) -> [TextTable.Cell] {
            guard let change = changes[row] else {
                return [.text(NumberText.missing), .text(NumberText.missing)]
            }
            let share = change.relative.map {
                signed(shareScale.text($0), of: $0)
            }
            return [
                .text(signed(scale.text(change.absolute), of: change.absolute)),
                .text(share ?? NumberText.missing),
            ]
        }
    }
}
