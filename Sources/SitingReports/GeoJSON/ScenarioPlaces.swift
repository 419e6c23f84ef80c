import Charting
import Quantities
import Siting
import Typesetting

/// Where the sites and markets of a scenario lie.
struct ScenarioPlaces {
    let scenario: Scenario
    /// IT energy of a request, by service.
    let wattHoursPerRequest: [String: Double]
    private let sites: [String: Coordinate]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        wattHoursPerRequest = Dictionary(
            scenario.services.map { ($0.id, $0.itWattHoursPerRequest) }
        ) { first, _ in first }
        sites = Dictionary(scenario.sites.map { ($0.id, $0.coordinate) }) { first, _ in first }
    }

    func point(ofSite id: String) -> GeoPoint? { sites[id].map(GeoPoint.init) }

    /// Sites at which none of some plans has capacity, in the scenario's order.
    ///
    /// - Parameter column: The plan, where there is but one.
    func candidates(unusedBy plans: [Plan], of column: Comparison.Column?) -> [GeoFeature] {
        let used = Set(
            plans.flatMap { plan in plan.sites.filter { $0.capacity > 0 }.map(\.id) })
        return scenario.sites.filter { !used.contains($0.id) }.map { site in
            GeoFeature(
                id: "candidate/\(site.id)", geometry: .point(GeoPoint(site.coordinate)),
                properties: [
                    ("role", "candidate"), ("plan", JSONValue(column?.name)),
                    ("policy", JSONValue(column?.plan.policy)), ("id", .string(site.id)),
                    ("name", .string(site.name)), ("country", .string(site.country)),
                    ("limit_mw", .number(site.limit.value)),
                    ("grid_carbon_g_per_kwh", JSONValue(site.carbon?.gramsPerKilowattHour)),
                    ("grid_price_usd_per_mwh", JSONValue(site.price?.value)),
                ])
        }
    }

    /// What a plan has more or less at a site than the baseline; `nil` where the site is not known.
    func feature(
        _ move: Comparison.Move, to column: Comparison.Column, _ comparison: Comparison
    ) -> GeoFeature? {
        guard let point = point(ofSite: move.id) else { return nil }
        return GeoFeature(
            id: "\(column.name)/move/\(move.id)", geometry: .point(point),
            properties: [
                ("role", "move"), ("plan", .string(column.name)),
                ("policy", .string(column.plan.policy)),
                ("baseline", .string(comparison.baselineName)), ("id", .string(move.id)),
                ("name", .string(move.name)), ("change_mw", .number(move.change)),
            ])
    }
}

extension GeoPoint {
    init(_ coordinate: Coordinate) {
        self.init(latitude: coordinate.latitude, longitude: coordinate.longitude)
    }
}
