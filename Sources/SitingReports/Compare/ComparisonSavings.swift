import Siting
import Typesetting

/// What the optimum of each policy saves against simple methods.
struct ComparisonSavings {
    private let comparison: Comparison
    private let medium: PlanMedium

    init(_ comparison: Comparison, medium: PlanMedium) {
        self.comparison = comparison
        self.medium = medium
    }

    var sections: [PlanSection] {
        let methods = comparison.columns.compactMap(\.method)
        let policies = comparison.columns.filter { $0.method == nil }.map(\.name)
        guard !methods.isEmpty else { return [] }
        let first = policies.map { name in comparison.savings.first { $0.policy == name } }
        let labels = zip(policies, first).map { name, saving -> [TextTable.Cell] in
            let noun = Measure(rawValue: saving?.measure ?? "")?.noun ?? "weighted sum"
            return [.text(name), .text(noun)]
        }
        var table = WideTable(heads: [.init("Policy"), .init("Judged by")], labels: labels)
        for method in methods {
            let cells = policies.map { name -> TextTable.Cell in
                let saving = comparison.savings.first { $0.policy == name && $0.method == method }
                return .text(saving.map(Self.text) ?? NumberText.missing)
            }
            table.append(.init(method.rawValue, alignment: .right), cells)
        }
        let isMarked = comparison.savings.contains { !$0.breaches.isEmpty }
        let note =
            "Each method placed under the policy itself; a share is of the method's figure."
            + (isMarked
                ? " * The policy does not allow the method's plan, as it asks for more." : "")
        let items = comparison.savings.compactMap(Self.remark).map { PlanBlock.Item(text: $0) }
        return table.sections(
            titled: "What the optimum saves against baselines", in: medium,
            notes: [.paragraph(note)] + (items.isEmpty ? [] : [.list(items)]))
    }

    /// `$195 M a year (2.1 %)`; a minus where the method, breaking the policy, does better.
    private static func text(_ saving: Saving) -> String {
        guard saving.value != nil else { return "no plan" }
        guard let change = saving.change else { return NumberText.missing }
        let amount = YearlyUnit(saving.unit).text(-change.absolute)
        let share = change.relative.map { " (\(NumberText.text(-$0, in: .share, digits: 2)))" }
        return amount + (share ?? "") + (saving.breaches.isEmpty ? "" : " *")
    }

    private static func remark(_ saving: Saving) -> String? {
        let place = "under \(saving.policy), \(saving.method.rawValue)"
        if let finding = saving.finding { return "\(place) finds no plan: \(finding.message)" }
        return saving.breaches.isEmpty ? nil : "* \(place) \(breaks(saving.breaches))"
    }
}
