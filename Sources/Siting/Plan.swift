/// How a plan may be used.
public enum PlanStatus: String, Sendable, Equatable {
    /// Proved best at every stage.
    case optimal
    /// Allowed, not proved best: a limit came first.
    case feasible
    /// No placement satisfies the scenario under the policy; `diagnosis` says why.
    case infeasible
    /// The objective falls without end: a mistake in the input, such as a negative price.
    case unbounded
    /// A limit came before any placement was found.
    case stopped
}

/// A placement under one policy, with its measures, prices and proof.
public struct Plan: Sendable, Equatable {
    public var scenario: String
    /// The scenario's file.
    public var file: String
    public var policy: String
    public var status: PlanStatus
    /// One a stage of the objective, in order; the tie stage apart.
    public var stages: [Stage]
    public var ties: Ties?
    public var totals: Totals?
    /// Every site that has capacity, largest first.
    public var sites: [SitePlan]
    /// Every job at every site that runs a part of it.
    public var training: [TrainingRow]
    /// Every market of every service at every site that answers it.
    public var inference: [InferenceRow]
    /// Binding limits, dearest first.
    public var prices: [Price]
    public var proof: Proof?
    public var diagnosis: Diagnosis?
    public var assumptions: [Assumption]
    public var exclusions: [Exclusion]
    public var provenance: [ProvenanceRow]
    /// What the reader must know, each a sentence.
    public var warnings: [String]
    /// What its emissions count.
    public var carbonBasis: String
    /// What its emissions may be compared with.
    public var equivalences: [Equivalence]
    /// One a rule of the policy, in its order; empty where none was asked for.
    public var ruleCosts: [RuleCost]
    /// What it was made from; `nil` where that was not kept.
    public var inputs: PlanInputs?

    public init(
        scenario: String, file: String, policy: String, status: PlanStatus, stages: [Stage] = [],
        ties: Ties? = nil, totals: Totals? = nil, sites: [SitePlan] = [],
        training: [TrainingRow] = [], inference: [InferenceRow] = [], prices: [Price] = [],
        proof: Proof? = nil, diagnosis: Diagnosis? = nil, assumptions: [Assumption] = [],
        exclusions: [Exclusion] = [], provenance: [ProvenanceRow] = [], warnings: [String] = [],
        carbonBasis: String = Scenario.usualCarbonBasis, equivalences: [Equivalence] = [],
        ruleCosts: [RuleCost] = [], inputs: PlanInputs? = nil
    ) {
        self.scenario = scenario
        self.file = file
        self.policy = policy
        self.status = status
        self.stages = stages
        self.ties = ties
        self.totals = totals
        self.sites = sites
        self.training = training
        self.inference = inference
        self.prices = prices
        self.proof = proof
        self.diagnosis = diagnosis
        self.assumptions = assumptions
        self.exclusions = exclusions
        self.provenance = provenance
        self.warnings = warnings
        self.carbonBasis = carbonBasis
        self.equivalences = equivalences
        self.ruleCosts = ruleCosts
        self.inputs = inputs
    }
}

extension Plan {
    /// Whether the plan places work, so that its totals mean something.
    public var hasPlacement: Bool { status == .optimal || status == .feasible }
}

/// One objective of a policy, solved.
public struct Stage: Sendable, Equatable {
    /// A measure's name, or `weighted_sum`.
    public let measure: String
    public let unit: String
    public let value: Double
    /// A proved lower bound of the stage's optimum.
    public let bound: Double
    /// The share of its value that later stages may give up.
    public let tolerance: Double

    public init(measure: String, unit: String, value: Double, bound: Double, tolerance: Double) {
        self.measure = measure
        self.unit = unit
        self.value = value
        self.bound = bound
        self.tolerance = tolerance
    }

    /// `|value - bound| / max(1, |value|)`.
    public var gap: Double { abs(value - bound) / max(1, abs(value)) }
}

/// What the tie stage found: whether other plans are just as good.
public enum Ties: String, Sendable, Equatable {
    /// No other placement reaches the same value.
    case unique
    /// Others reach it; this one was chosen by the fixed tie rule.
    case chosen
    /// Others may reach it: a limit came first, or the tie rule can't tell them apart.
    case notExamined = "not_examined"
}
