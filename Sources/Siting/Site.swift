import Foundation
public import Quantities

/// Capital spent once and paid back over a lifetime.
public struct Investment: Sendable, Equatable {
    /// Overnight cost per MW.
    public var cost: PowerPrice
    /// Years over which it is paid back.
    public var lifetimeYears: Double

    public init(cost: PowerPrice, lifetimeYears: Double) {
        self.cost = cost
        self.lifetimeYears = lifetimeYears
    }

    /// The level yearly payment per MW at a rate of interest: the annuity `i / (1 - (1 + i)^-n)`.
    public func annualised(at rate: Double) -> PowerPrice {
        guard rate > 0 else { return cost / lifetimeYears }
        // Exact for the smallest rates too, where 1 - (1 + i)^-n would cancel.
        return cost * (rate / -expm1(-lifetimeYears * log1p(rate)))
    }
}

/// A candidate place to run work, with every figure the model needs.
public struct Site: Sendable, Equatable {
    /// Matches `[a-z][a-z0-9_]*`.
    public var id: String
    public var name: String
    /// `cloud_region`, `place`, or the planner's own word.
    public var kind: String
    /// Whose cloud region it is; `nil` for a place open to anyone.
    public var operatorID: String?
    /// ISO 3166-1 alpha-2.
    public var country: String
    /// Two letters: AF, AN, AS, EU, NA, OC, SA.
    public var continent: String
    public var coordinate: Coordinate
    public var gridZone: String?

    /// The most IT power that may stand here; shared by all rows at the same position.
    public var limit: Power
    /// IT power that stands already.
    public var existing: Power
    /// Facility power per IT power, at least 1.
    public var pue: Double
    /// The share of its power that unused capacity draws.
    public var idleShare: Double
    /// The share of capacity kept free.
    public var headroom: Double

    /// Location-based lifecycle factor of grid power; `nil` where unknown and reported as such.
    public var carbon: CarbonIntensity?
    public var price: EnergyPrice?
    /// Water evaporated on site per IT energy.
    public var wue: WaterIntensity?
    /// Water used by power plants per facility energy.
    public var gridWater: WaterIntensity?
    public var supplies: [Supply]

    /// Buildings and cooling, per MW of IT power built.
    public var shell: Investment
    /// Servers, network and storage, per MW of IT power built.
    public var hardware: Investment
    /// Grid connection, per MW of facility power built.
    public var connection: Investment
    /// Staff, maintenance and taxes, per MW of IT power standing and year.
    public var fixed: PowerPrice
    /// Contracted facility power, per MW and year.
    public var demandCharge: PowerPrice
    /// Making the hardware, per MW of IT power; spread evenly over the hardware's lifetime.
    public var embodied: Quantity<Per<Tonne, Megawatt>>
    public var egress: Quantity<Per<Dollar, Gigabyte>>

    public var provenance: [SiteField: Provenance]
    /// Where the planner or the catalogue wrote the site.
    public var location: SourceLocation?

    public init(
        id: String, name: String, kind: String, operatorID: String?, country: String,
        continent: String, coordinate: Coordinate, gridZone: String?, limit: Power,
        existing: Power, pue: Double, idleShare: Double, headroom: Double,
        carbon: CarbonIntensity?, price: EnergyPrice?, wue: WaterIntensity?,
        gridWater: WaterIntensity?, supplies: [Supply], shell: Investment, hardware: Investment,
        connection: Investment, fixed: PowerPrice, demandCharge: PowerPrice,
        embodied: Quantity<Per<Tonne, Megawatt>>, egress: Quantity<Per<Dollar, Gigabyte>>,
        provenance: [SiteField: Provenance] = [:], location: SourceLocation? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.operatorID = operatorID
        self.country = country
        self.continent = continent
        self.coordinate = coordinate
        self.gridZone = gridZone
        self.limit = limit
        self.existing = existing
        self.pue = pue
        self.idleShare = idleShare
        self.headroom = headroom
        self.carbon = carbon
        self.price = price
        self.wue = wue
        self.gridWater = gridWater
        self.supplies = supplies
        self.shell = shell
        self.hardware = hardware
        self.connection = connection
        self.fixed = fixed
        self.demandCharge = demandCharge
        self.embodied = embodied
        self.egress = egress
        self.provenance = provenance
        self.location = location
    }
}
