/// Plans of several policies of one scenario side by side.
public struct Comparison: Sendable, Equatable {
    /// One plan of those compared.
    public struct Column: Sendable, Equatable {
        /// The policy's, or the method's.
        public let name: String
        /// The simple method that made the plan; `nil` for a policy's own.
        public let method: BaselineMethod?
        public var plan: Plan

        public init(plan: Plan, method: BaselineMethod? = nil) {
            self.plan = plan
            self.method = method
            name = method?.rawValue ?? plan.policy
        }
    }

    public let scenario: String
    /// The scenario's file.
    public let file: String
    /// Policies in the order asked for, then methods.
    public var columns: [Column]
    /// The column that others are compared with.
    public let baseline: Int
    /// Every plan under every policy but its own, by plan, then by policy.
    public let regrets: [Regret]
    /// Every policy against every method, by policy.
    public let savings: [Saving]

    public init(
        scenario: String, file: String, columns: [Column], baseline: Int, regrets: [Regret],
        savings: [Saving]
    ) {
        self.scenario = scenario
        self.file = file
        self.columns = columns
        self.baseline = baseline
        self.regrets = regrets
        self.savings = savings
    }

    /// How a figure of a column differs from the baseline's; `nil` where either is not known.
    public func change(of figure: ComparedFigure, in column: Int) -> Change? {
        guard let first = figure.value(of: columns[baseline].plan),
            let second = figure.value(of: columns[column].plan)
        else { return nil }
        return Change(from: first, to: second)
    }
}

/// How a plan does under a policy that it was not made for.
public struct Regret: Sendable, Equatable {
    /// One stage of the policy.
    public struct Stage: Sendable, Equatable {
        /// A measure's name, or `weighted_sum`.
        public let measure: String
        public let unit: String
        /// The policy's own optimum of the stage.
        public let optimum: Double
        /// What the plan comes to; `nil` where nothing of it is known.
        public let value: Double?

        public init(measure: String, unit: String, optimum: Double, value: Double?) {
            self.measure = measure
            self.unit = unit
            self.optimum = optimum
            self.value = value
        }

        /// The value less the optimum. It may be below zero where the plan is not allowed, or an earlier
        /// stage was given up for it.
        public var regret: Change? { value.map { Change(from: optimum, to: $0) } }
    }

    /// The name of the plan's column.
    public let plan: String
    public let policy: String
    /// Empty where the policy has no plan of its own.
    public let stages: [Stage]
    /// What the plan breaks of the policy; empty where it is allowed.
    public let breaches: [Breach]

    public init(plan: String, policy: String, stages: [Stage], breaches: [Breach]) {
        self.plan = plan
        self.policy = policy
        self.stages = stages
        self.breaches = breaches
    }
}

/// What a policy's optimum saves against a simple method under the same policy, in the policy's first stage.
public struct Saving: Sendable, Equatable {
    public let policy: String
    public let method: BaselineMethod
    public let measure: String
    public let unit: String
    /// `nil` where the policy has no plan.
    public let optimum: Double?
    /// What the method's plan comes to; `nil` where it finds none.
    public let value: Double?
    /// What the method's plan breaks of the policy: the method does not look at it.
    public let breaches: [Breach]
    /// What found no room first.
    public let finding: Diagnosis.Finding?

    public init(
        policy: String, method: BaselineMethod, measure: String, unit: String, optimum: Double?,
        value: Double?, breaches: [Breach], finding: Diagnosis.Finding?
    ) {
        self.policy = policy
        self.method = method
        self.measure = measure
        self.unit = unit
        self.optimum = optimum
        self.value = value
        self.breaches = breaches
        self.finding = finding
    }

    /// The optimum less the method's value, as a share of the latter; below zero the optimum saves. It may
    /// be above zero where the method's plan breaks the policy.
    public var change: Change? {
        guard let optimum, let value else { return nil }
        return Change(from: value, to: optimum)
    }
}
