/// What a plan was made from: enough to tell which inputs differ between two plans.
public struct PlanInputs: Sendable, Equatable {
    /// `Scenario.fingerprint`; empty where the scenario came from no file.
    public let fingerprint: String
    /// Every file that was read for the scenario.
    public let files: [InputFile]
    /// What the scenario and the policy state, sites apart, in the order of the scenario's file.
    public let figures: [InputFigure]
    /// Every site that the plan could use.
    public let candidates: [Candidate]

    public init(
        fingerprint: String, files: [InputFile], figures: [InputFigure], candidates: [Candidate]
    ) {
        self.fingerprint = fingerprint
        self.files = files
        self.figures = figures
        self.candidates = candidates
    }
}

/// One statement of a scenario.
public struct InputFigure: Sendable, Hashable {
    /// Its path in the scenario's file, such as `services.assistant.peak_to_mean`; those of the policy
    /// begin with `policy.`.
    public let key: String
    public let value: InputValue

    public init(_ key: String, _ value: InputValue) {
        self.key = key
        self.value = value
    }
}

/// A figure with its unit, or words.
public enum InputValue: Sendable, Hashable {
    /// A unit may be empty, as of ratios.
    case number(Double, unit: String)
    case text(String)
}

/// A site as a plan may use it.
public struct Candidate: Sendable, Equatable {
    public let id: String
    public let name: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    public let coordinate: Coordinate
    /// In the units of their keys; what is not known is absent.
    public let figures: [SiteField: Double]
    public let supplies: [CandidateSupply]

    public init(
        id: String, name: String, country: String, coordinate: Coordinate,
        figures: [SiteField: Double], supplies: [CandidateSupply] = []
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.coordinate = coordinate
        self.figures = figures
        self.supplies = supplies
    }
}

/// Power beside the grid that a candidate may draw.
public struct CandidateSupply: Sendable, Equatable {
    public let name: String
    /// `Supply.Kind`'s word.
    public let kind: String
    public let fuel: String
    /// `MM-DD to MM-DD`, where it does not give power all year.
    public let season: String?
    /// Mean output of the year as a share of the nameplate.
    public let capacityFactor: Double
    /// In the units of their keys.
    public let figures: [SupplyField: Double]

    public init(
        name: String, kind: String, fuel: String, season: String?, capacityFactor: Double,
        figures: [SupplyField: Double]
    ) {
        self.name = name
        self.kind = kind
        self.fuel = fuel
        self.season = season
        self.capacityFactor = capacityFactor
        self.figures = figures
    }
}
