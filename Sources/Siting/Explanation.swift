/// Why a plan is as it is, in one respect: the answer of `sitewise explain`.
public struct Explanation: Sendable, Equatable {
    /// What was asked about.
    public enum Answer: Sendable, Equatable {
        case site(SiteExplanation)
        /// One a service of the market, or one of the job.
        case work([WorkExplanation])
        case rule(RuleExplanation)
    }

    /// Prices and break-evens belong to its last stage, with the earlier ones held.
    public var plan: Plan
    /// `nil` unless the plan is proved best.
    public var answer: Answer?

    public init(of plan: Plan, answer: Answer?) {
        self.plan = plan
        self.answer = answer
    }
}
