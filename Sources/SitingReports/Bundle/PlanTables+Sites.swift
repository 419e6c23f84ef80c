import Siting
import Typesetting

extension PlanTables {
    /// With the keys of the JSON's `sites`.
    static var sites: [DataColumn<SitePlan>] {
        [
            .init("id", "Identifier of the site.", text: { $0.id }),
            .init("name", "Name of the site.", text: { $0.name }),
            .init("country", "Country, ISO 3166-1 alpha-2.", text: { $0.country }),
            .init("capacity_mw", in: "MW", "IT power standing.", value: { $0.capacity }),
            .init("built_mw", in: "MW", "The part of it that is new.", value: { $0.built }),
            .init(
                "training_mwh", in: "MWh/year", "IT energy of training, overhead included.",
                value: { $0.training }),
            .init(
                "inference_mwh", in: "MWh/year", "IT energy of inference.",
                value: { $0.inference }),
            .init("energy_mwh", in: "MWh/year", "Facility energy.", value: { $0.energy }),
            .init(
                "emissions_t", in: "t/year", "CO2e emitted, embodied included.",
                value: { $0.emissions }),
            .init("cost_usd", in: "USD/year", "Cost.", value: { $0.cost }),
            .init(
                "water_m3", in: "m3/year", "Water on site and at power plants.",
                value: { $0.water }),
            .init(
                "utilisation", in: "share, 0 to 1", "Mean active IT power over capacity.",
                value: { $0.utilisation }),
            .init(
                "grid_carbon_g_per_kwh", in: "g/kWh", "CO2e of grid power.",
                value: { $0.carbonGramsPerKilowattHour }),
            .init(
                "grid_price_usd_per_mwh", in: "USD/MWh", "Price of grid power.",
                value: { $0.priceDollarsPerMegawattHour }),
            .init(
                "marginal_value", in: "see marginal_value_unit",
                "What one more MW of the site's limit is worth; empty where it does not bind.",
                value: { $0.marginalValue?.value }),
            .init(
                "marginal_value_unit", "Unit of marginal_value.",
                text: { $0.marginalValue?.unit }),
        ]
    }

    static var supplies: [DataColumn<SupplyRow>] {
        [
            .init("site", "Identifier of the site.", text: { $0.site }),
            .init("supply", "Grid, or the name of a stated supply.", text: { $0.draw.supply }),
            .init(
                "mean_mw", in: "MW", "Mean facility power drawn from it.",
                value: { $0.draw.power }),
        ]
    }

    static var training: [DataColumn<TrainingRow>] {
        [
            .init("job", "Identifier of the job.", text: { $0.job }),
            .init("site", "Identifier of the site.", text: { $0.site }),
            .init(
                "energy_mwh", in: "MWh/year",
                "IT energy of the accelerators, overhead apart.", value: { $0.energy }),
        ]
    }

    static var inference: [DataColumn<InferenceRow>] {
        [
            .init("service", "Identifier of the service.", text: { $0.service }),
            .init("market", "Identifier of the market.", text: { $0.market }),
            .init("site", "Identifier of the site.", text: { $0.site }),
            .init("mean_mw", in: "MW", "Mean IT power.", value: { $0.power }),
            .init(
                "rtt_ms", in: "ms", "Typical round trip between market and site.",
                value: { $0.roundTrip }),
            .init(
                "rtt_source",
                "How it was found: stated, measured, fit_continents or fit_overall.",
                text: { $0.roundTripSource.label }),
        ]
    }
}

/// What a site draws from one supply.
struct SupplyRow {
    let site: String
    let draw: SupplyDraw

    static func rows(of plan: Plan) -> [SupplyRow] {
        plan.sites.flatMap { site in
            site.supplies.map { SupplyRow(site: site.id, draw: $0) }
        }
    }
}
