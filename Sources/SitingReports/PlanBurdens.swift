package import Siting
import Typesetting

/// What those bear who bear most, where the policy judges by it.
package enum PlanBurdens {
    package static func section(of plan: Plan) -> PlanSection? {
        guard plan.hasPlacement, let burdens = plan.totals?.burdens.filter(\.isJudged),
            !burdens.isEmpty
        else { return nil }
        let names = Dictionary(plan.sites.map { ($0.id, $0.name) }) { first, _ in first }
        var table = TextTable(columns: [
            .init("Largest"), .init("Amount", alignment: .right), .init("Borne by"),
            .init("Share", alignment: .right),
        ])
        for burden in burdens {
            let amount = YearlyUnit(burden.burden.unit).text(burden.value, digits: 4)
            table.append([
                .text(burden.burden.label),
                .text(amount), .text(names[burden.member] ?? burden.member),
                .text(burden.share.map { NumberText.text($0, in: .share) } ?? ""),
            ])
        }
        return PlanSection(title: "Largest burdens", blocks: [.table(table)])
    }
}
