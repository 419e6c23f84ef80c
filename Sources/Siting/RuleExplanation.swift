/// What a rule, or a limit on a measure, costs in all and at the margin.
public struct RuleExplanation: Sendable, Equatable {
    /// The policy without it.
    public let cost: RuleCost
    /// Of its rows, dearest first; empty where none binds, or where it has no rows.
    public let prices: [Price]
    /// `nil` but for share rules and limits on measures.
    public let range: PriceRange?

    public init(cost: RuleCost, prices: [Price], range: PriceRange?) {
        self.cost = cost
        self.prices = prices
        self.range = range
    }
}

/// The values of a limit over which its price holds: the optimum is a straight line there.
public struct PriceRange: Sendable, Equatable {
    public enum End: String, Sendable, Equatable {
        /// Beyond it the price is another.
        case bend
        /// Beyond it no plan is possible.
        case infeasible
        /// As far as was looked.
        case searched
    }

    /// The straight piece on one side of the limit as it is.
    public struct Piece: Sendable, Equatable {
        /// What one unit more of the limit is worth on it, in the last stage's unit. Never negative.
        public let price: Double
        /// The value of the limit at its far end.
        public let end: Double
        public let reason: End

        public init(price: Double, end: Double, reason: End) {
            self.price = price
            self.end = end
            self.reason = reason
        }
    }

    /// As the policy has it.
    public let current: Double
    /// Of the limit: `share`, or that of the measure.
    public let unit: String
    /// `nil` where it was not found out. There is none below a limit that can't be tightened.
    public let looser: Piece?
    public let tighter: Piece?

    public init(current: Double, unit: String, looser: Piece?, tighter: Piece?) {
        self.current = current
        self.unit = unit
        self.looser = looser
        self.tighter = tighter
    }
}
