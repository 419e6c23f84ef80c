import Siting
import Typesetting

/// Amounts of what a plan's last stage minimises, in words.
struct StageAmount {
    private let stage: Stage?
    private let unit: YearlyUnit

    /// - Parameter plan: The last of its stages is meant.
    init(of plan: Plan) {
        stage = plan.stages.last
        unit = YearlyUnit(plan.stages.last?.unit ?? "")
    }

    /// Such as `$5.84 M a year`, or `1.2 ms of mean round trip`: a time does not say of what it is.
    func text(_ value: Double, digits: Int = 3) -> String {
        let isTime = unit.unit == .milliseconds
        let suffix = isTime ? stage.map { " of \($0.noun)" } ?? "" : unit.suffix
        return NumberText.text(value, in: unit.unit, digits: digits) + suffix
    }

    /// Such as `cost`.
    var noun: String { stage?.noun ?? "the objective" }

    /// Which stage figures belong to, where there are several.
    static func note(_ plan: Plan) -> PlanBlock? {
        guard plan.stages.count > 1, let last = plan.stages.last else { return nil }
        let held = plan.stages.dropLast().map(\.noun).joined(separator: ", ")
        return .paragraph(
            "Prices and break-evens belong to the last stage, \(last.noun), with \(held) held at what "
                + "the plan has, within the policy's tolerance.")
    }
}
