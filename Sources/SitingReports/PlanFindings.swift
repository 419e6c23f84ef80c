import Siting

/// What stands in the way of a plan.
enum PlanFindings {
    static func section(of plan: Plan) -> PlanSection? {
        guard let findings = plan.diagnosis?.findings, !findings.isEmpty else { return nil }
        let items = findings.map { finding in
            let place = finding.location.map { "\($0): " } ?? ""
            return PlanBlock.Item(text: place + finding.message, detail: finding.remedy)
        }
        return PlanSection(title: "What stands in the way", blocks: [.list(items)])
    }
}
