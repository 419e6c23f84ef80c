package import Siting

/// What stands in the way of a plan, what can't hold together, and what would make a plan possible.
package enum PlanFindings {
    package static func sections(of plan: Plan) -> [PlanSection] {
        plan.diagnosis.map(sections) ?? []
    }

    /// Sections without content are left out.
    static func sections(of diagnosis: Diagnosis) -> [PlanSection] {
        let conflicts = diagnosis.conflicts.map { conflict in
            let isAlone = conflict.members.count == 1
            return PlanSection(
                title: isAlone ? "Can't hold by itself" : "Can't hold together",
                blocks: [.list(conflict.members.map { item($0, isAlone: isAlone) })])
        }
        return [findings(of: diagnosis)].compactMap { $0 } + conflicts
            + [relaxations(of: diagnosis)].compactMap { $0 }
    }

    private static func findings(of diagnosis: Diagnosis) -> PlanSection? {
        guard !diagnosis.findings.isEmpty else { return nil }
        let items = diagnosis.findings.map { finding in
            PlanBlock.Item(
                text: (finding.location.map { "\($0): " } ?? "") + finding.message,
                detail: finding.remedy)
        }
        return PlanSection(title: "What stands in the way", blocks: [.list(items)])
    }

    private static func item(_ member: Conflict.Member, isAlone: Bool) -> PlanBlock.Item {
        let way = member.relaxation.map {
            isAlone ? "the least that would do: \($0.sentence)" : "enough alone: \($0.sentence)"
        }
        return PlanBlock.Item(text: place(member.location) + member.sentence, detail: way)
    }

    private static func relaxations(of diagnosis: Diagnosis) -> PlanSection? {
        let changes = diagnosis.relaxations
        guard !changes.isEmpty else { return nil }
        let items = changes.map {
            PlanBlock.Item(text: place($0.location) + $0.sentence)
        }
        let title = changes.count == 1 ? "What would do for all" : "What together would do for all"
        return PlanSection(title: title, blocks: [.list(items)])
    }

    /// Each is named several times over: the line is enough to find it.
    private static func place(_ location: SourceLocation?) -> String {
        location.map { "\($0.nameAndLine): " } ?? ""
    }
}
