import Siting
import Typesetting

/// The content of a plan's report, in reading order and without markup.
struct PlanReport {
    let plan: Plan
    let medium: PlanMedium

    /// Sections without content are left out.
    var sections: [PlanSection] { [head] + results + evidence }

    /// What the plan comes to.
    var results: [PlanSection] {
        PlanFindings.sections(of: plan)
            + [
                totals, PlanBurdens.section(of: plan), PlanEquivalences.section(of: plan), sites,
                PlanPrices.section(of: plan), PlanRuleCosts.section(of: plan), stages,
            ].compactMap { $0 }
    }

    /// What it rests on.
    var evidence: [PlanSection] {
        [
            PlanEvidence.assumptions(of: plan), PlanEvidence.exclusions(of: plan),
            PlanEvidence.provenance(of: plan), PlanEvidence.certificate(of: plan),
        ].compactMap { $0 }
    }

    /// Title, verdict and warnings.
    var head: PlanSection {
        let title = ReportHead.title(plan.scenario, plan.file)
        let warnings = ReportHead.warnings(plan.warnings)
        return PlanSection(title: title, blocks: [PlanVerdict.block(of: plan)] + warnings)
    }

    private var totals: PlanSection? {
        guard plan.hasPlacement, let totals = plan.totals else { return nil }
        return PlanTotals(
            totals: totals, basis: plan.carbonBasis, prefix: medium.partPrefix
        ).section
    }

    private var sites: PlanSection? {
        guard plan.hasPlacement, !plan.sites.isEmpty else { return nil }
        return PlanSites(plan: plan, medium: medium).section
    }

    /// Only where there are several: the verdict says all of one.
    private var stages: PlanSection? {
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

extension String {
    /// What follows the last `/` of a path.
    var lastPathComponent: String {
        split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? self
    }
}
