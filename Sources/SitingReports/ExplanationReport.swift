import Siting
import Typesetting

/// The content of an explanation, in reading order and without markup.
struct ExplanationReport {
    let explanation: Explanation

    var sections: [PlanSection] {
        let plan = explanation.plan
        let answers: [PlanSection] =
            switch explanation.answer {
            case nil: []
            case .site(let site): [ExplainedSite(site, in: plan).section]
            case .work(let works): works.map { ExplainedWork($0, in: plan).section }
            case .rule(let rule): [ExplainedRule(rule, in: plan).section]
            }
        return [head] + PlanFindings.sections(of: plan) + answers
    }

    private var head: PlanSection {
        let plan = explanation.plan
        let title = ReportHead.title(plan.scenario, plan.file)
        var blocks = [PlanVerdict.block(of: plan)]
        if explanation.answer != nil, let note = StageAmount.note(plan) { blocks.append(note) }
        return PlanSection(title: title, blocks: blocks)
    }
}
