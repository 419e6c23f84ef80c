/// A number a plan is judged by; each is linear in the decisions.
public enum Measure: Sendable, Hashable {
    /// USD a year.
    case cost
    /// t CO2e a year, location-based, lifecycle, embodied carbon included.
    case emissions
    /// Request-weighted mean of `trips * round trip + service time`, ms.
    case latency
    /// Request-weighted mean round trip, ms.
    case roundTrip
    /// Facility energy, MWh a year.
    case energy
    /// On-site and power-plant water, m3 a year.
    case water
    /// The most that any one member of a grouping bears.
    case largest(Burden)

    /// Those of the plan as a whole.
    public static let ofWhole: [Measure] = [
        .cost, .emissions, .latency, .roundTrip, .energy, .water,
    ]

    /// Each there is.
    public static let all = ofWhole + Burden.all.map(Measure.largest)

    /// The unit, as in JSON.
    public var unit: String {
        switch self {
        case .cost: "USD/year"
        case .emissions: "t/year"
        case .latency, .roundTrip: "ms"
        case .energy: "MWh/year"
        case .water: "m3/year"
        case .largest(let burden): burden.unit
        }
    }

    /// The key of a limit on it in a policy.
    public var limitKey: String {
        switch self {
        case .cost: "cost_usd_per_year"
        case .emissions: "emissions_t_per_year"
        case .latency: "mean_latency_ms"
        case .roundTrip: "mean_rtt_ms"
        case .energy: "energy_mwh_per_year"
        case .water: "water_m3_per_year"
        case .largest(let burden): burden.limitKey
        }
    }

    /// The key of its weight in a weighted sum, whose unit is USD a year.
    public var weightKey: String {
        switch self {
        case .cost: "cost"
        case .emissions: "emissions_usd_per_t"
        case .latency: "latency_usd_per_ms_million_requests"
        case .roundTrip: "rtt_usd_per_ms_million_requests"
        case .energy: "energy_usd_per_mwh"
        case .water: "water_usd_per_m3"
        case .largest(let burden): burden.weightKey
        }
    }

    /// The measure of the whole plan whose figures it needs: of a burden, the one that is borne.
    public var ofWhole: Measure {
        if case .largest(let burden) = self { return burden.kind.measure }
        return self
    }

    /// Whether it can be minimised, and not limited alone.
    public var isMinimisable: Bool {
        if case .largest(let burden) = self { return burden.scale != .perBuilt }
        return true
    }
}

extension Measure: RawRepresentable {
    /// The word for it in policies and in JSON.
    public var rawValue: String {
        switch self {
        case .cost: "cost"
        case .emissions: "emissions"
        case .latency: "latency"
        case .roundTrip: "rtt"
        case .energy: "energy"
        case .water: "water"
        case .largest(let burden): burden.name
        }
    }

    public init?(rawValue: String) {
        guard let measure = Self.all.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = measure
    }
}
