package import Siting
import Typesetting

/// What a plan's policy minimises, one after the other.
package enum PlanStages {
    /// Only where there are several: the verdict says all of one.
    package static func section(of plan: Plan) -> PlanSection? {
        guard plan.stages.count > 1 else { return nil }
        var table = TextTable(columns: [
            .init("Stage", alignment: .right), .init("Minimises"),
            .init("Value", alignment: .right), .init("Tolerance", alignment: .right),
            .init("Gap", alignment: .right),
        ])
        for (index, stage) in plan.stages.enumerated() {
            let isLast = index == plan.stages.count - 1
            let unit = YearlyUnit(stage.unit)
            table.append([
                .count(index + 1), .text(stage.noun), .text(unit.text(stage.value, digits: 4)),
                .text(isLast ? "" : NumberText.text(stage.tolerance, in: .share)),
                .text(NumberText.text(stage.gap < 1e-9 ? 0 : stage.gap, in: .share)),
            ])
        }
        return PlanSection(title: "Stages, in order", blocks: [.table(table)])
    }
}
