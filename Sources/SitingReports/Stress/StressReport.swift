import Siting
import Typesetting

/// The content of a report on a stress test, in reading order and without markup.
struct StressReport {
    let stress: Stress
    let medium: PlanMedium

    /// Sections without content are left out.
    var sections: [PlanSection] {
        let plan = stress.plan
        let tables = StressTables(stress: stress, medium: medium)
        let parts = [tables.measures, tables.regrets, tables.steps, tables.sites, proofs]
        return [head] + PlanFindings.sections(of: plan) + parts.compactMap { $0 }
    }

    private var head: PlanSection {
        let plan = stress.plan
        let title = ReportHead.title(plan.scenario, plan.file)
        let warnings = ReportHead.warnings(plan.warnings)
        guard plan.status == .optimal else {
            return PlanSection(title: title, blocks: [PlanVerdict.block(of: plan)] + warnings)
        }
        let words = StressWords(stress: stress)
        let told = [words.plan, words.sites, words.change].compactMap { $0 }
        return PlanSection(
            title: title, blocks: [verdict] + told.map { .paragraph($0) } + warnings)
    }

    private var verdict: PlanBlock {
        let words = StressWords(stress: stress)
        let extent =
            "figures off by up to \(words.noise), seed \(stress.seed): each sample against its own "
            + "best plan."
        guard !stress.isComplete else {
            let count = counted(stress.sampleCount, "sample", "samples")
            return .paragraph(
                "under \(stress.plan.policy): \(count) of \(extent)",
                lead: .init(word: "Complete", tone: .good))
        }
        let done = NumberText.count(stress.samples.count)
        let asked = counted(stress.sampleCount, "sample", "samples")
        let steps =
            stress.samples.count < stress.sampleCount ? "" : "; parts of the noise are missing"
        return .paragraph(
            "under \(stress.plan.policy) after \(done) of \(asked) of \(extent) A limit came "
                + "first\(steps).",
            lead: .init(word: "Stopped", tone: .attention))
    }

    private var proofs: PlanSection? {
        let solved = stress.solved.count
        guard solved > 0 else { return nil }
        return PlanSection(
            title: nil,
            blocks: [
                .paragraph(
                    "\(counted(solved, "best plan is", "best plans are")) proved, each by a "
                        + "certificate like that of sitewise place. --format json has every "
                        + "sample, and --format csv a row each.")
            ])
    }
}
