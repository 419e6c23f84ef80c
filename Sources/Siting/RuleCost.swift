/// What one rule of a policy costs: its plan against that of the same policy without the rule.
public struct RuleCost: Sendable, Equatable {
    /// How the policy without the rule came out.
    public enum Status: String, Sendable, Equatable, CaseIterable {
        case optimal, feasible, infeasible, unbounded, stopped
        /// Not asked: no time was left, or the plan itself is neither proved best nor impossible.
        case notComputed = "not_computed"
        /// The solver broke down, or its answer did not stand up to recomputation.
        case failed

        public init(_ status: PlanStatus) {
            self =
                switch status {
                case .optimal: .optimal
                case .feasible: .feasible
                case .infeasible: .infeasible
                case .unbounded: .unbounded
                case .stopped: .stopped
                }
        }
    }

    /// The name of the rule.
    public let rule: String
    /// What the rule is, as in `Rule.Content.kind`.
    public let kind: String
    public let status: Status
    /// `nil` unless both plans are proved best.
    public let difference: Difference?

    public init(rule: String, kind: String, status: Status, difference: Difference? = nil) {
        self.rule = rule
        self.kind = kind
        self.status = status
        self.difference = difference
    }
}

extension RuleCost {
    /// The measures with the rule less those without it: above zero is what the rule costs.
    public struct Difference: Sendable, Equatable {
        /// In the unit of each measure; those not known, or without meaning, are left out.
        public let measures: [Measure: Double]
        /// USD a year.
        public let controllableCost: Double

        public init(measures: [Measure: Double], controllableCost: Double) {
            self.measures = measures
            self.controllableCost = controllableCost
        }

        public init(with: Totals, without: Totals) {
            var measures: [Measure: Double] = [:]
            let judged = with.burdens.filter(\.isJudged).map { Measure.largest($0.burden) }
            for measure in Measure.ofWhole + judged {
                guard let with = with.known(measure), let without = without.known(measure) else {
                    continue
                }
                measures[measure] = with.difference(from: without)
            }
            self.measures = measures
            controllableCost = with.controllableCost.difference(from: without.controllableCost)
        }
    }
}
