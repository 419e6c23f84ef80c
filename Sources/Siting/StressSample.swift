/// One draw of a scenario's figures: the best plan for it, and how the chosen plan does in it.
public struct StressSample: Sendable, Equatable {
    /// A site with capacity in the sample's best plan.
    public struct Standing: Sendable, Equatable {
        public let id: String
        /// IT power, MW.
        public let capacity: Double

        public init(id: String, capacity: Double) {
            self.id = id
            self.capacity = capacity
        }
    }

    /// One stage of the policy at the sample's figures.
    public struct Outcome: Sendable, Equatable {
        /// A measure's name, or `weighted_sum`.
        public let measure: String
        public let unit: String
        /// The least that any plan can have.
        public let optimum: Double
        /// What the chosen plan has; `nil` where nothing of it is known.
        public let value: Double?
        /// How much worse the chosen plan is; never below zero, and `nil` where that can't be said.
        public let regret: Double?

        public init(
            measure: String, unit: String, optimum: Double, value: Double?, regret: Double?
        ) {
            self.measure = measure
            self.unit = unit
            self.optimum = optimum
            self.value = value
            self.regret = regret
        }
    }

    /// From 1.
    public let number: Int
    /// How the search for the best plan came out.
    public let status: RuleCost.Status
    /// Of the sample's best plan, where there is one; percentiles of round trips are not computed.
    public let totals: Totals?
    /// In the order of the scenario.
    public let sites: [Standing]
    /// One a stage; empty without a best plan.
    public let outcomes: [Outcome]
    /// What the chosen plan breaks of the policy.
    public let breaches: [Breach]

    public init(
        number: Int, status: RuleCost.Status, totals: Totals? = nil, sites: [Standing] = [],
        outcomes: [Outcome] = [], breaches: [Breach] = []
    ) {
        self.number = number
        self.status = status
        self.totals = totals
        self.sites = sites
        self.outcomes = outcomes
        self.breaches = breaches
    }

    /// Whether the chosen plan is as good as the sample's best one.
    public var isStillBest: Bool {
        totals != nil && breaches.isEmpty && outcomes.allSatisfy { $0.regret == 0 }
    }
}

extension StressSample.Outcome {
    /// Differences below this share of the optimum are those of arithmetic.
    private static let noise = 1e-7

    /// How a plan does in the stages of a policy.
    ///
    /// In a stage that others follow a plan is worse as far as it exceeds what the policy lets them give up.
    /// It is then no plan that the later stages choose from, so that nothing is said of these.
    /// - Parameters:
    ///   - best: The stages, solved.
    ///   - values: What the plan has in each.
    ///   - isAllowed: Whether the plan breaks nothing of the policy; if it does, it has no regret.
    public static func all(
        best: [Stage], values: [Double?], isAllowed: Bool
    ) -> [StressSample.Outcome] {
        var isComparable = isAllowed
        return zip(best, values).enumerated().map { index, pair in
            let (stage, value) = pair
            let isLast = index == best.count - 1
            let allowance = isLast ? 0 : max(stage.tolerance, 1e-6) * abs(stage.value)
            let least = stage.value + allowance
            var regret: Double?
            if isComparable, let value {
                let excess = value - least
                regret = excess > noise * max(1, abs(least)) ? excess : 0
            }
            isComparable = regret == 0
            return StressSample.Outcome(
                measure: stage.measure, unit: stage.unit, optimum: stage.value, value: value,
                regret: regret)
        }
    }
}
