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
                PlanPrices.section(of: plan), PlanRuleCosts.section(of: plan),
                PlanStages.section(of: plan),
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
}

extension String {
    /// What follows the last `/` of a path.
    var lastPathComponent: String {
        split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? self
    }
}
