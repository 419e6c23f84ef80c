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

    public init(
        scenario: String, file: String, policy: String, status: PlanStatus, stages: [Stage] = [],
        ties: Ties? = nil, totals: Totals? = nil, sites: [SitePlan] = [],
        training: [TrainingRow] = [], inference: [InferenceRow] = [], prices: [Price] = [],
        proof: Proof? = nil, diagnosis: Diagnosis? = nil, assumptions: [Assumption] = [],
        exclusions: [Exclusion] = [], provenance: [ProvenanceRow] = [], warnings: [String] = [],
        carbonBasis: String = Scenario.usualCarbonBasis
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
    }
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

/// Measures of the whole plan, per year where they flow.
public struct Totals: Sendable, Equatable {
    /// Parts of the cost in USD a year, in reporting order; they add up to `cost`.
    public var costParts: [CostPart]
    public var cost: Double
    /// Cost without hardware: what siting can change.
    public var controllableCost: Double
    public var emissions: Double
    public var operationalEmissions: Double
    public var embodiedEmissions: Double
    /// Over requests, of typical round trips.
    public var meanRoundTrip: Double
    public var p95RoundTrip: Double
    public var maxRoundTrip: Double
    /// Over requests, `trips * round trip + service time`.
    public var meanLatency: Double
    /// Facility energy, MWh.
    public var energy: Double
    /// IT energy, MWh, and its parts.
    public var itEnergy: Double
    public var trainingEnergy: Double
    public var inferenceEnergy: Double
    public var idleEnergy: Double
    /// m3.
    public var water: Double
    /// IT power standing, MW.
    public var capacity: Double
    /// The share of facility energy whose figure is known, by measure; 1 where complete.
    public var coverage: [Measure: Double]

    public init(
        costParts: [CostPart] = [], cost: Double = 0, controllableCost: Double = 0,
        emissions: Double = 0, operationalEmissions: Double = 0, embodiedEmissions: Double = 0,
        meanRoundTrip: Double = 0, p95RoundTrip: Double = 0, maxRoundTrip: Double = 0,
        meanLatency: Double = 0, energy: Double = 0, itEnergy: Double = 0,
        trainingEnergy: Double = 0, inferenceEnergy: Double = 0, idleEnergy: Double = 0,
        water: Double = 0, capacity: Double = 0, coverage: [Measure: Double] = [:]
    ) {
        self.costParts = costParts
        self.cost = cost
        self.controllableCost = controllableCost
        self.emissions = emissions
        self.operationalEmissions = operationalEmissions
        self.embodiedEmissions = embodiedEmissions
        self.meanRoundTrip = meanRoundTrip
        self.p95RoundTrip = p95RoundTrip
        self.maxRoundTrip = maxRoundTrip
        self.meanLatency = meanLatency
        self.energy = energy
        self.itEnergy = itEnergy
        self.trainingEnergy = trainingEnergy
        self.inferenceEnergy = inferenceEnergy
        self.idleEnergy = idleEnergy
        self.water = water
        self.capacity = capacity
        self.coverage = coverage
    }
}

/// A part of the yearly cost.
public struct CostPart: Sendable, Equatable {
    /// Such as `electricity`; letters and `_`.
    public let name: String
    /// USD a year.
    public let cost: Double

    public init(name: String, cost: Double) {
        self.name = name
        self.cost = cost
    }
}
