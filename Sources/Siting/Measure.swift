/// A number a plan is judged by; each is linear in the decisions.
public enum Measure: String, Sendable, Hashable, CaseIterable, Codable {
    /// USD a year.
    case cost
    /// t CO2e a year, location-based, lifecycle, embodied carbon included.
    case emissions
    /// Request-weighted mean of `trips * round trip + service time`, ms.
    case latency
    /// Request-weighted mean round trip, ms.
    case roundTrip = "rtt"
    /// Facility energy, MWh a year.
    case energy
    /// On-site and power-plant water, m3 a year.
    case water

    /// The unit, as in JSON.
    public var unit: String {
        switch self {
        case .cost: "USD/year"
        case .emissions: "t/year"
        case .latency, .roundTrip: "ms"
        case .energy: "MWh/year"
        case .water: "m3/year"
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
        }
    }
}
