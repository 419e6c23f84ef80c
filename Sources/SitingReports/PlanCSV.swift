public import Siting
import Typesetting

/// The sites of a plan as CSV.
public enum PlanCSV {
    /// One row a site, with the keys of the JSON's `sites` as header and exact values.
    ///
    /// Energies, emissions, cost and water are per year. An infeasible plan has the header only.
    public static func sites(_ plan: Plan) -> String {
        var table = TextTable(columns: [
            .init("id"), .init("name"), .init("country"), .init("capacity_mw"),
            .init("built_mw"), .init("training_mwh"), .init("inference_mwh"),
            .init("energy_mwh"), .init("emissions_t"), .init("cost_usd"), .init("water_m3"),
            .init("utilisation"), .init("grid_carbon_g_per_kwh"),
            .init("grid_price_usd_per_mwh"), .init("marginal_value"),
            .init("marginal_value_unit"),
        ])
        for site in plan.sites {
            let figures: [Double?] = [
                site.capacity, site.built, site.training, site.inference, site.energy,
                site.emissions, site.cost, site.water, site.utilisation,
                site.carbonGramsPerKilowattHour, site.priceDollarsPerMegawattHour,
                site.marginalValue?.value,
            ]
            table.append(
                [.text(site.id), .text(site.name), .text(site.country)]
                    + figures.map { .number("", value: $0) }
                    + [.text(site.marginalValue?.unit ?? "")])
        }
        return table.csv()
    }
}
