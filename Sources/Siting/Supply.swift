public import Quantities

/// Power that a site may draw beside the grid.
public struct Supply: Sendable, Equatable {
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        /// A plant behind the meter: its own factor counts in location-based emissions.
        case directLine = "direct_line"
        /// A purchase agreement: location-based emissions stay those of the grid.
        case contract
    }

    /// Unique within the site; letters, digits and `_`.
    public let name: String
    public let kind: Kind
    /// What it runs on, such as `hydro`; the fuels table's word, or the supply's own name.
    public let fuel: String
    /// Nameplate.
    public let power: Power
    /// Mean output of the whole year as a share of the nameplate, 0 to 1.
    public let capacityFactor: Double
    /// When it gives power, where that is not all year.
    public let season: Season?
    public let price: EnergyPrice
    /// Lifecycle factor of the plant.
    public let carbon: CarbonIntensity
    /// Water used by the plant.
    public let water: WaterIntensity
    public let provenance: [SupplyField: Provenance]
    /// Where the planner or the catalogue wrote the supply.
    public let location: SourceLocation?

    /// The name under which grid power is listed beside stated supplies; no supply may take it.
    public static let grid = "grid"

    public init(
        name: String, kind: Kind, fuel: String? = nil, power: Power, capacityFactor: Double,
        season: Season? = nil, price: EnergyPrice, carbon: CarbonIntensity, water: WaterIntensity,
        provenance: [SupplyField: Provenance] = [:], location: SourceLocation?
    ) {
        self.name = name
        self.kind = kind
        self.fuel = fuel ?? name
        self.power = power
        self.capacityFactor = capacityFactor
        self.season = season
        self.price = price
        self.carbon = carbon
        self.water = water
        self.provenance = provenance
        self.location = location
    }
}

extension Supply {
    /// The figures of which plans make use: emissions and water of a contract stay those of the grid.
    var fieldsInUse: [SupplyField] {
        switch kind {
        case .directLine: SupplyField.allCases
        case .contract: [.power, .price]
        }
    }

    /// A field's value in the unit of its name.
    func value(of field: SupplyField) -> Double {
        switch field {
        case .power: power.value
        case .price: price.value
        case .carbon: carbon.gramsPerKilowattHour
        case .water: water.value
        }
    }
}

/// The figures of supplies whose provenance is kept.
public enum SupplyField: String, Sendable, Hashable, CaseIterable {
    /// The nameplate; its capacity factor comes from the same source.
    case power = "supply_mw"
    case price = "supply_usd_per_mwh"
    case carbon = "supply_g_per_kwh"
    case water = "supply_l_per_kwh"
}
