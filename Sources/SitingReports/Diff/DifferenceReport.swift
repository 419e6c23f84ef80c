package import Siting
import Typesetting

/// The content of a difference's report, in reading order and without markup.
package struct DifferenceReport {
    private let difference: RunDifference
    private let medium: PlanMedium

    package init(difference: RunDifference, medium: PlanMedium) {
        self.difference = difference
        self.medium = medium
    }

    /// Sections without content are left out.
    package var sections: [PlanSection] {
        let inputs = difference.inputs.flatMap {
            DifferenceInputs(inputs: $0, title: "Inputs that differ").section
        }
        return [head] + [inputs].compactMap(\.self) + difference.plans.flatMap(sections) + [noise]
    }

    /// The heading of the first section.
    package var title: String {
        let scenario = ReportHead.title(
            difference.second.scenario, difference.second.scenarioFile)
        return "\(scenario): what changed"
    }

    private var isSingle: Bool { difference.plans.count == 1 }

    private var head: PlanSection {
        let (first, second) = (difference.first, difference.second)
        let verdicts = difference.plans.map { verdict(of: $0).block }
        let runs = PlanBlock.list([
            .init(text: "First: \(words(for: first))"),
            .init(text: "Second: \(words(for: second))"),
        ])
        return PlanSection(
            title: title,
            blocks: verdicts + [runs]
                + notes.map { note in
                    .paragraph(note, lead: .init(word: "Note:", tone: .attention))
                })
    }

    private func verdict(of plan: PlanDifference) -> DifferenceVerdict {
        let isKnown = difference.inputs != nil
        return DifferenceVerdict(
            difference: plan,
            hasOtherInputs: isKnown
                ? !(difference.inputs?.isEmpty ?? true) || !(plan.inputs?.isEmpty ?? true) : nil)
    }

    /// `before.json, of World (world.yaml), made by sitewise 0.1.0`.
    private func words(for side: RunDifference.Side) -> String {
        let name = side.file.lastPathComponent
        let scenario = ReportHead.title(side.scenario, side.scenarioFile)
        return "\(name), of \(scenario)" + (side.madeBy.map { ", made by \($0)" } ?? "")
    }

    private var notes: [String] {
        var notes: [String] = []
        if difference.inputs == nil, !difference.plans.isEmpty {
            notes.append(
                "what the plans were made from can't be compared: it is not in both files, as in those"
                    + " of earlier versions.")
        } else if difference.inputs?.isOfFilesAlone == true {
            notes.append(
                "files differ, and nothing that a plan keeps of them: what changed has no bearing, or"
                    + " lies in figures of single markets and pairs.")
        }
        let (first, second) = (difference.first.madeBy, difference.second.madeBy)
        if let first, let second, first != second {
            notes.append("the runs were made by different versions, \(first) and \(second).")
        }
        for (names, side) in [
            (difference.onlyInFirst, "first"), (difference.onlyInSecond, "second"),
        ] where !names.isEmpty {
            notes.append(
                "\(listed(names)) \(names.count == 1 ? "is" : "are") in the \(side) alone.")
        }
        if difference.plans.isEmpty { notes.append("no plan is in both.") }
        return notes
    }

    private func sections(of plan: PlanDifference) -> [PlanSection] {
        let own = plan.inputs.flatMap {
            DifferenceInputs(inputs: $0, title: "Inputs that differ").section
        }
        let all =
            [own].compactMap(\.self)
            + DifferenceTables(difference: plan, medium: medium).sections
        guard !isSingle else { return all }
        return all.map { section in
            var section = section
            section.title = section.title.map { "\(plan.name): \($0)" }
            return section
        }
    }

    private var noise: PlanSection {
        let share = difference.plans.map(\.noise).max() ?? 0
        let text =
            "What two solves of one optimum, or the residuals of their certificates, explain is no"
            + " change: up to \(NumberText.scientific(share)) of a figure, and a watt at a site."
        return PlanSection(title: nil, blocks: [.paragraph(text)])
    }
}
