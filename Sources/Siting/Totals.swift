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
    /// The share of inference in the IT energy of all work, idle energy apart; `nil` without work.
    public var inferenceShareOfWork: Double?
    /// The share of inference in the running cost, which is the cost without hardware, shell and
    /// connection; `nil` without work and where no share of the cost can be told.
    public var inferenceShareOfRunningCost: Double?
    /// m3.
    public var water: Double
    /// IT power standing, MW.
    public var capacity: Double
    /// The share of facility energy whose figure is known, by measure; 1 where complete.
    public var coverage: [Measure: Double]
    /// What the member that bears most bears, for every burden there is.
    public var burdens: [LargestBurden]

    public init(
        costParts: [CostPart] = [], cost: Double = 0, controllableCost: Double = 0,
        emissions: Double = 0, operationalEmissions: Double = 0, embodiedEmissions: Double = 0,
        meanRoundTrip: Double = 0, p95RoundTrip: Double = 0, maxRoundTrip: Double = 0,
        meanLatency: Double = 0, energy: Double = 0, itEnergy: Double = 0,
        trainingEnergy: Double = 0, inferenceEnergy: Double = 0, idleEnergy: Double = 0,
        inferenceShareOfWork: Double? = nil, inferenceShareOfRunningCost: Double? = nil,
        water: Double = 0, capacity: Double = 0, coverage: [Measure: Double] = [:],
        burdens: [LargestBurden] = []
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
        self.inferenceShareOfWork = inferenceShareOfWork
        self.inferenceShareOfRunningCost = inferenceShareOfRunningCost
        self.water = water
        self.capacity = capacity
        self.coverage = coverage
        self.burdens = burdens
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

extension Totals {
    /// Whether any figure of the measure is known; a total over none is not zero but unknown.
    public func isKnown(_ measure: Measure) -> Bool { (coverage[measure.ofWhole] ?? 1) > 0 }

    /// The total of a measure in its own unit; `nil` where nothing of it is known, and for times
    /// where there are no requests.
    public func known(_ measure: Measure) -> Double? {
        guard isKnown(measure) else { return nil }
        let isTime = measure == .latency || measure == .roundTrip
        return isTime && inferenceEnergy <= 0 ? nil : value(of: measure)
    }

    /// The total of a measure in its own unit, with nothing for what is not known and for times where
    /// there are no requests.
    public func value(of measure: Measure) -> Double {
        switch measure {
        case .cost: cost
        case .emissions: emissions
        case .latency: meanLatency
        case .roundTrip: meanRoundTrip
        case .energy: energy
        case .water: water
        case .largest(let burden): burdens.first { $0.burden == burden }?.value ?? 0
        }
    }
}
