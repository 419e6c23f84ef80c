import Charting
import Quantities
import Siting
import Typesetting

/// The features of one plan.
struct PlanFeatures {
    private let plan: Plan
    private let name: String
    private let places: ScenarioPlaces

    init(_ column: Comparison.Column, _ places: ScenarioPlaces) {
        plan = column.plan
        name = column.name
        self.places = places
    }

    /// Sites, the largest first, then markets and flows, each in the scenario's order of markets.
    var all: [GeoFeature] { sites + markets + flows }

    private func feature(
        _ role: String, _ id: String, _ geometry: GeoFeature.Geometry,
        _ properties: [(String, JSONValue)]
    ) -> GeoFeature {
        GeoFeature(
            id: "\(name)/\(role)/\(id)", geometry: geometry,
            properties: [
                ("role", .string(role)), ("plan", .string(name)),
                ("policy", .string(plan.policy)),
            ] + properties)
    }

    private var sites: [GeoFeature] {
        plan.sites.compactMap { site in
            guard let point = places.point(ofSite: site.id) else { return nil }
            return feature(
                "site", site.id, .point(point),
                [
                    ("id", .string(site.id)), ("name", .string(site.name)),
                    ("country", .string(site.country)),
                    ("capacity_mw", .number(site.capacity)), ("built_mw", .number(site.built)),
                    ("training_mwh_per_year", .number(site.training)),
                    ("inference_mwh_per_year", .number(site.inference)),
                    ("energy_mwh_per_year", .number(site.energy)),
                    ("emissions_t_per_year", .number(site.emissions)),
                    ("cost_usd_per_year", .number(site.cost)),
                    ("water_m3_per_year", .number(site.water)),
                    ("utilisation_share", .number(site.utilisation)),
                    ("grid_carbon_g_per_kwh", JSONValue(site.carbonGramsPerKilowattHour)),
                    ("grid_price_usd_per_mwh", JSONValue(site.priceDollarsPerMegawattHour)),
                ])
        }
    }

    /// Markets that ask for something, answered or not.
    private var markets: [GeoFeature] {
        let answers = Dictionary(grouping: plan.inference, by: \.market)
        let scenario = places.scenario
        return scenario.markets.enumerated().compactMap { index, market in
            let isAsking = scenario.services.contains { $0.load(market: index).value > 0 }
            guard isAsking else { return nil }
            let rows = answers[market.id] ?? []
            return feature(
                "market", market.id, .point(GeoPoint(market.coordinate)),
                [
                    ("id", .string(market.id)), ("name", .string(market.name)),
                    ("country", .string(market.country)), ("users", .number(market.users)),
                    ("mean_mw", rows.isEmpty ? .null : .number(rows.reduce(0) { $0 + $1.power })),
                    ("mean_rtt_ms", JSONValue(meanRoundTrip(of: rows))),
                ])
        }
    }

    /// Over requests, as in the plan's totals.
    private func meanRoundTrip(of rows: [InferenceRow]) -> Double? {
        var requests = 0.0
        var sum = 0.0
        for row in rows {
            let energy = places.wattHoursPerRequest[row.service] ?? 0
            guard energy > 0 else { continue }
            requests += row.power / energy
            sum += row.power / energy * row.roundTrip
        }
        return requests > 0 ? sum / requests : nil
    }

    private var flows: [GeoFeature] {
        let names = Dictionary(plan.sites.map { ($0.id, $0.name) }) { first, _ in first }
        let rows = Dictionary(grouping: plan.inference, by: \.market)
        return places.scenario.markets.flatMap { market in
            (rows[market.id] ?? []).compactMap { row in
                guard let end = places.point(ofSite: row.site) else { return nil }
                return feature(
                    "flow", "\(row.service)/\(row.market)/\(row.site)",
                    GeoFeature.Geometry(from: GeoPoint(market.coordinate), to: end),
                    [
                        ("service", .string(row.service)), ("market", .string(row.market)),
                        ("market_name", .string(market.name)), ("site", .string(row.site)),
                        ("site_name", JSONValue(names[row.site])),
                        ("mean_mw", .number(row.power)), ("rtt_ms", .number(row.roundTrip)),
                        ("rtt_source", .string(row.roundTripSource.label)),
                    ])
            }
        }
    }
}
