package import Siting
import Typesetting

/// The content of a comparison's report, in reading order and without markup.
struct ComparisonReport {
    let comparison: Comparison
    let medium: PlanMedium

    /// Sections without content are left out.
    var sections: [PlanSection] { [head] + measures + details + [proofs].compactMap { $0 } }

    /// The plans' measures and how they differ.
    var measures: [PlanSection] {
        let figures = ComparisonFigures(comparison, medium: medium)
        return [methods].compactMap { $0 } + figures.sections + [withoutPlan].compactMap { $0 }
            + figures.differences + ComparisonBurdens(comparison, medium: medium).sections
    }

    /// Sites, regret, savings and what rules cost.
    private var details: [PlanSection] {
        let sites = ComparisonSites(comparison, medium: medium)
        return sites.sections + [sites.moves].compactMap { $0 } + regrets
            + ruleCosts.compactMap { $0 }
    }

    /// How much worse plans are under other policies, and simple methods under all.
    var regrets: [PlanSection] {
        ComparisonRegrets(comparison).sections
            + ComparisonSavings(comparison, medium: medium).sections
    }

    private var head: PlanSection {
        let name = comparison.scenario
        let methods = comparison.columns.count { $0.method != nil }
        var things = counted(comparison.columns.count - methods, "policy", "policies")
        if methods > 0 { things += " and \(counted(methods, "baseline", "baselines"))" }
        var seen: Set<String> = []
        // What methods leave out is said below their names.
        let warnings = comparison.columns.filter { $0.method == nil }.flatMap(\.plan.warnings)
            .filter { seen.insert($0).inserted }
        return PlanSection(
            title: ReportHead.title(name, comparison.file),
            blocks: [.paragraph("\(things) compared with \(comparison.baselineName).")]
                + ReportHead.warnings(warnings))
    }

    private var methods: PlanSection? {
        let methods = comparison.columns.compactMap(\.method)
        guard !methods.isEmpty else { return nil }
        let host = comparison.columns.first { $0.method != nil }?.plan.policy ?? ""
        let note =
            "Simple methods, not optima, under \(host). They keep to limits of sites, of round trips"
            + " and of where work may run, and look neither at limits on measures nor at rules on sums."
        return PlanSection(
            title: "Baselines",
            blocks: [
                .paragraph(note),
                .list(methods.map { .init(text: "\($0.rawValue): \($0.summary)") }),
            ])
    }

    /// Why some columns are empty.
    private var withoutPlan: PlanSection? {
        let empty = comparison.columns.filter { !$0.plan.hasPlacement }
        guard !empty.isEmpty else { return nil }
        let items = empty.map { column in
            let finding = column.plan.diagnosis?.findings.first
            let reason = finding.map { ": \($0.message)" } ?? ""
            return PlanBlock.Item(
                text: "\(column.name) is \(column.plan.status.rawValue)\(reason)",
                detail: finding?.remedy)
        }
        return PlanSection(title: "Without a plan", blocks: [.list(items)])
    }

    private var ruleCosts: [PlanSection?] {
        comparison.columns.map { column in
            guard var section = PlanRuleCosts.section(of: column.plan) else { return nil }
            section.title = "\(section.title ?? ""): \(column.name)"
            return section
        }
    }

    private var proofs: PlanSection? {
        let proved = comparison.columns.count { $0.plan.status == .optimal }
        guard proved > 0 else { return nil }
        return PlanSection(
            title: nil,
            blocks: [
                .paragraph(
                    "\(counted(proved, "plan is", "plans are")) proved best, each by a certificate"
                        + " like that of sitewise place; --format json has the residuals.")
            ])
    }
}

extension Comparison {
    var baselineName: String { columns[baseline].name }
}

/// A difference with its sign in front: `+12.3`, `-4`, and `0.0` where nothing of it is left.
func signed(_ text: String, of value: Double) -> String {
    value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
}

/// `breaks spread by 12.1 MW and no_hub by 3 MW`.
package func breaks(_ breaches: [Breach]) -> String {
    let parts = breaches.map { breach in
        "\(breach.rule) by \(YearlyUnit(breach.unit).text(breach.amount))"
    }
    let list = parts.dropLast().joined(separator: ", ")
    return "breaks " + (list.isEmpty ? parts.joined() : "\(list) and \(parts.last ?? "")")
}
