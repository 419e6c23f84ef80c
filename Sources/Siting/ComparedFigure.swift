/// A figure by which plans are compared side by side.
public enum ComparedFigure: String, Sendable, Hashable, CaseIterable {
    case cost = "cost_usd_per_year"
    case controllableCost = "controllable_cost_usd_per_year"
    case emissions = "emissions_t_per_year"
    case meanRoundTrip = "mean_rtt_ms"
    case p95RoundTrip = "p95_rtt_ms"
    case energy = "energy_mwh_per_year"
    case water = "water_m3_per_year"
    case capacity = "capacity_mw"
    /// Sites where capacity stands.
    case siteCount = "sites_used"

    /// The unit, as in JSON.
    public var unit: String {
        switch self {
        case .cost, .controllableCost: Measure.cost.unit
        case .emissions: Measure.emissions.unit
        case .meanRoundTrip, .p95RoundTrip: Measure.roundTrip.unit
        case .energy: Measure.energy.unit
        case .water: Measure.water.unit
        case .capacity: "MW"
        case .siteCount: "sites"
        }
    }

    /// `nil` without a placement, where nothing of it is known, and for times without requests.
    public func value(of plan: Plan) -> Double? {
        guard plan.hasPlacement, let totals = plan.totals else { return nil }
        switch self {
        case .cost: return totals.known(.cost)
        case .controllableCost: return totals.isKnown(.cost) ? totals.controllableCost : nil
        case .emissions: return totals.known(.emissions)
        case .meanRoundTrip: return totals.known(.roundTrip)
        case .p95RoundTrip: return totals.known(.roundTrip).map { _ in totals.p95RoundTrip }
        case .energy: return totals.known(.energy)
        case .water: return totals.known(.water)
        case .capacity: return totals.capacity
        case .siteCount: return Double(plan.sites.count { $0.capacity > 0 })
        }
    }
}
