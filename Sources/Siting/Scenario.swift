public import Quantities

/// A planning year.
public struct Period: Sendable, Equatable {
    public let year: Int
    /// The rate at which investments are paid back.
    public let discountRate: Double

    public init(year: Int, discountRate: Double) {
        self.year = year
        self.discountRate = discountRate
    }

    /// Hours of every planning year: 365 days, leap years included, so that years compare.
    public static let hours = Duration(8760)
    /// MWh a year of one MW.
    public static let energyPerPower = Quantity<Per<MegawattHour, Megawatt>>(8760)
}

/// What a planner asks: sites, markets, workloads, rules and policies, resolved and checked.
///
/// Everything in it is finite and in range: files are validated at the edge and trusted here.
public struct Scenario: Sendable, Equatable {
    public var name: String
    /// The file it came from.
    public var file: String
    public var period: Period
    public var sites: [Site]
    public var markets: [Market]
    public var services: [Service]
    public var jobs: [Job]
    public var roundTrips: RoundTrips
    /// The planner's own cost of serving, USD per million requests, by `market * sites + site`; empty
    /// where none is given.
    public var servingCost: [Double]
    /// USD per t CO2e, part of the cost measure.
    public var carbonPrice: Quantity<Per<Dollar, Tonne>>
    /// USD per m3, part of the cost measure.
    public var waterPrice: Quantity<Per<Dollar, CubicMetre>>
    public var rules: [Rule]
    public var policies: [Policy]
    /// The name of the fuel factor set in use, such as `ipcc_2014`.
    public var fuelFactors: String
    public var assumptions: [Assumption]
    /// Sites left out for want of a figure or by a default, with the reason.
    public var exclusions: [Exclusion]
    /// What the reader of any plan must know, each a sentence.
    public var warnings: [String]
    /// What all emission factors count: never mixed within a scenario.
    public var carbonBasis: String
    /// What plans compare their emissions with.
    public var equivalences: [Equivalence]
    /// The published sources of its figures, by key; none of those that it does not use.
    public var sources: [SourceCitation] = []
    /// Every file that was read for it: its own, its tables, and the catalogue's; ordered by name.
    public var inputFiles: [InputFile]
    /// SHA-256 over the lines `name sha256` of its files in the order of their names, each with a line
    /// break, as 64 hexadecimal digits; empty where it came from no file.
    ///
    /// Equal fingerprints mean equal inputs, the command's own options apart.
    public var fingerprint: String

    public static let usualCarbonBasis = "location-based, lifecycle"

    public init(
        name: String, file: String, period: Period, sites: [Site], markets: [Market],
        services: [Service], jobs: [Job], roundTrips: RoundTrips, servingCost: [Double] = [],
        carbonPrice: Quantity<Per<Dollar, Tonne>> = 0,
        waterPrice: Quantity<Per<Dollar, CubicMetre>> = 0, rules: [Rule] = [],
        policies: [Policy], fuelFactors: String = "ipcc_2014", assumptions: [Assumption] = [],
        exclusions: [Exclusion] = [], warnings: [String] = [],
        carbonBasis: String = Scenario.usualCarbonBasis, equivalences: [Equivalence] = [],
        inputFiles: [InputFile] = [], fingerprint: String = ""
    ) {
        self.name = name
        self.file = file
        self.period = period
        self.sites = sites
        self.markets = markets
        self.services = services
        self.jobs = jobs
        self.roundTrips = roundTrips
        self.servingCost = servingCost
        self.carbonPrice = carbonPrice
        self.waterPrice = waterPrice
        self.rules = rules
        self.policies = policies
        self.fuelFactors = fuelFactors
        self.assumptions = assumptions
        self.exclusions = exclusions
        self.warnings = warnings
        self.carbonBasis = carbonBasis
        self.equivalences = equivalences
        self.inputFiles = inputFiles
        self.fingerprint = fingerprint
    }

    /// Requests a year of all services and markets.
    public var requestsPerYear: Double {
        services.reduce(0) { $0 + $1.requestsPerDay.reduce(0, +) } * 365
    }

    /// Mean IT power over the year of all work: inference, and training with its overhead.
    public var meanWork: Power {
        var sum = Power.zero
        for service in services {
            for market in markets.indices { sum += service.load(market: market) }
        }
        return sum + meanTraining
    }

    /// Mean IT power over the year of training, overhead included.
    public var meanTraining: Power {
        jobs.reduce(.zero) { $0 + (1 + $1.overhead) * $1.meanOverYear }
    }

    public func rule(named name: String) -> Rule? { rules.first { $0.name == name } }

    public func policy(named name: String) -> Policy? { policies.first { $0.name == name } }
}

/// A group of sites left out before the model is built.
public struct Exclusion: Sendable, Equatable {
    /// Such as `no carbon figure`.
    public let reason: String
    public let siteIDs: [String]

    public init(reason: String, siteIDs: [String]) {
        self.reason = reason
        self.siteIDs = siteIDs
    }
}
