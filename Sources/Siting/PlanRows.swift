/// What one site carries in a plan.
public struct SitePlan: Sendable, Equatable {
    public var id: String
    public var name: String
    public var country: String
    /// IT power standing, MW, and the part of it that is new.
    public var capacity: Double
    public var built: Double
    /// IT energy of training, overhead included, MWh a year.
    public var training: Double
    /// IT energy of inference, MWh a year.
    public var inference: Double
    /// Facility energy, MWh a year.
    public var energy: Double
    /// t a year, embodied included.
    public var emissions: Double
    /// USD a year.
    public var cost: Double
    /// m3 a year.
    public var water: Double
    /// Mean active IT power over capacity.
    public var utilisation: Double
    /// Grid factor, g/kWh, and price, USD/MWh, for the reader's eye.
    public var carbonGramsPerKilowattHour: Double?
    public var priceDollarsPerMegawattHour: Double?
    /// What one more MW of the site's limit would save in the last stage, in the stage's unit per MW.
    public var marginalValue: Price?
    /// Mean MW drawn from the grid and each stated supply; they add up to the facility's power.
    public var supplies: [SupplyDraw]

    public init(
        id: String, name: String, country: String, capacity: Double, built: Double,
        training: Double, inference: Double, energy: Double, emissions: Double, cost: Double,
        water: Double, utilisation: Double, carbonGramsPerKilowattHour: Double?,
        priceDollarsPerMegawattHour: Double?, marginalValue: Price? = nil,
        supplies: [SupplyDraw] = []
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.capacity = capacity
        self.built = built
        self.training = training
        self.inference = inference
        self.energy = energy
        self.emissions = emissions
        self.cost = cost
        self.water = water
        self.utilisation = utilisation
        self.carbonGramsPerKilowattHour = carbonGramsPerKilowattHour
        self.priceDollarsPerMegawattHour = priceDollarsPerMegawattHour
        self.marginalValue = marginalValue
        self.supplies = supplies
    }
}

/// Mean power drawn from the grid or a stated supply.
public struct SupplyDraw: Sendable, Equatable {
    public let supply: String
    /// MW.
    public let power: Double

    public init(supply: String, power: Double) {
        self.supply = supply
        self.power = power
    }
}

/// A part of a job at a site.
public struct TrainingRow: Sendable, Equatable {
    public let job: String
    public let site: String
    /// IT energy of the accelerators, overhead apart, MWh.
    public let energy: Double

    public init(job: String, site: String, energy: Double) {
        self.job = job
        self.site = site
        self.energy = energy
    }
}

/// A part of a market's requests at a site.
public struct InferenceRow: Sendable, Equatable {
    public let service: String
    public let market: String
    public let site: String
    /// Mean IT power, MW.
    public let power: Double
    /// ms.
    public let roundTrip: Double
    public let roundTripSource: RoundTripSource

    public init(
        service: String, market: String, site: String, power: Double, roundTrip: Double,
        roundTripSource: RoundTripSource
    ) {
        self.service = service
        self.market = market
        self.site = site
        self.power = power
        self.roundTrip = roundTrip
        self.roundTripSource = roundTripSource
    }
}

/// What a binding limit costs at the margin: the improvement of the last stage's objective per unit by
/// which the limit is loosened. Never negative.
public struct Price: Sendable, Equatable {
    /// The row's name, such as `position_limit(keflavik)`.
    public let rule: String
    /// A sentence without figures for people, such as `one more MW at Keflavík`.
    public let subject: String
    /// Such as `USD/year per MW`.
    public let unit: String
    public let value: Double
    /// One-sided values: per unit loosened and per unit tightened; they differ where the dual is not
    /// unique, and are `nil` where not computed. An infinite `upper` means it can't be tightened at all.
    public let lower: Double?
    public let upper: Double?
    /// The stage whose prices these are, from 1.
    public let stage: Int

    public init(
        rule: String, subject: String, unit: String, value: Double, lower: Double?,
        upper: Double?, stage: Int
    ) {
        self.rule = rule
        self.subject = subject
        self.unit = unit
        self.value = value
        self.lower = lower
        self.upper = upper
        self.stage = stage
    }
}

/// Where the figures of one field came from, over all sites of the scenario.
public struct ProvenanceRow: Sendable, Equatable {
    public let field: String
    /// Such as `location-based lifecycle` or `assumption`.
    public let basis: String
    public let siteCount: Int
    public let lowest: Double?
    public let highest: Double?
    /// First and last year of the figures.
    public let years: ClosedRange<Int>?
    public let source: String

    public init(
        field: String, basis: String, siteCount: Int, lowest: Double?, highest: Double?,
        years: ClosedRange<Int>?, source: String
    ) {
        self.field = field
        self.basis = basis
        self.siteCount = siteCount
        self.lowest = lowest
        self.highest = highest
        self.years = years
        self.source = source
    }
}
