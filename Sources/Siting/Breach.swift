/// What a plan breaks of a policy under which it was not made.
public struct Breach: Sendable, Equatable {
    /// The name of the rule, the key of a limit on a measure, or `max_rtt_ms`.
    public let rule: String
    /// As in `Rule.Content.kind`; `limit` or `max_rtt` for those.
    public let kind: String
    /// How far: of a limit on a measure the excess; else the mean power of the work that would have to move.
    public let amount: Double
    /// The unit of the amount: that of the measure, or `MW`.
    public let unit: String

    public init(rule: String, kind: String, amount: Double, unit: String = "MW") {
        self.rule = rule
        self.kind = kind
        self.amount = amount
        self.unit = unit
    }
}
