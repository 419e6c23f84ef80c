import Siting
import Typesetting

/// What those bear who bear most, in every plan, where any of the policies judges by it.
struct ComparisonBurdens {
    private let comparison: Comparison
    private let medium: PlanMedium

    init(_ comparison: Comparison, medium: PlanMedium) {
        self.comparison = comparison
        self.medium = medium
    }

    var sections: [PlanSection] {
        let burdens = comparison.judgedBurdens
        guard !burdens.isEmpty else { return [] }
        var table = WideTable(
            heads: [.init("Largest")],
            labels: burdens.map { burden in
                [.text(burden.label)]
            })
        for column in comparison.columns {
            let cells = burdens.map { burden -> TextTable.Cell in
                let found = column.plan.totals?.burdens.first { $0.burden == burden }
                return .text(
                    found.map { most in
                        YearlyUnit(burden.unit).text(most.value, digits: 4) + ", \(most.member)"
                    } ?? NumberText.missing)
            }
            table.append(.init(column.name, alignment: .right), cells)
        }
        return table.sections(titled: "Largest burdens, and whose they are", in: medium)
    }
}

extension Comparison {
    /// Burdens that any of the policies judges by.
    var judgedBurdens: [Burden] {
        let judged = Set(
            columns.flatMap { $0.plan.totals?.burdens ?? [] }.filter(\.isJudged).map(\.burden))
        return Burden.all.filter(judged.contains)
    }
}
