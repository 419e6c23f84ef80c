import Siting

extension PlanReader {
    func stage(_ row: JSONObject) -> Stage? {
        guard let measure = row.string("measure"), let unit = row.string("unit"),
            let tolerance = row.number("tolerance")
        else { return nil }
        // Null is what is not finite: of a value nothing is known, of a bound that there is none.
        return Stage(
            measure: measure, unit: unit, value: row.optionalNumber("value") ?? .nan,
            bound: row.optionalNumber("bound") ?? -.infinity, tolerance: tolerance)
    }

    func site(_ row: JSONObject) -> SitePlan? {
        guard let id = row.string("id"), let name = row.string("name"),
            let country = row.string("country"), let capacity = row.number("capacity_mw"),
            let built = row.number("built_mw"), let training = row.number("training_mwh"),
            let inference = row.number("inference_mwh"), let energy = row.number("energy_mwh"),
            let emissions = row.number("emissions_t"), let cost = row.number("cost_usd"),
            let water = row.number("water_m3"), let utilisation = row.number("utilisation")
        else { return nil }
        return SitePlan(
            id: id, name: name, country: country, capacity: capacity, built: built,
            training: training, inference: inference, energy: energy, emissions: emissions,
            cost: cost, water: water, utilisation: utilisation,
            carbonGramsPerKilowattHour: row.optionalNumber("grid_carbon_g_per_kwh"),
            priceDollarsPerMegawattHour: row.optionalNumber("grid_price_usd_per_mwh"),
            marginalValue: row.object("marginal_value").flatMap(price),
            supplies: row.objects("supplies").compactMap(supply))
    }

    func training(_ row: JSONObject) -> TrainingRow? {
        guard let job = row.string("job"), let site = row.string("site"),
            let energy = row.number("energy_mwh")
        else { return nil }
        return TrainingRow(job: job, site: site, energy: energy)
    }

    func inference(_ row: JSONObject) -> InferenceRow? {
        guard let service = row.string("service"), let market = row.string("market"),
            let site = row.string("site"), let power = row.number("mean_mw"),
            let roundTrip = row.number("rtt_ms"), let label = row.string("rtt_source")
        else { return nil }
        guard let source = RoundTripSource.allCases.first(where: { $0.label == label }) else {
            row.report("rtt_source can't be \(quoted(label))", at: "rtt_source")
            return nil
        }
        return InferenceRow(
            service: service, market: market, site: site, power: power, roundTrip: roundTrip,
            roundTripSource: source)
    }

    func price(_ row: JSONObject) -> Price? {
        guard let rule = row.string("rule"), let subject = row.string("subject"),
            let unit = row.string("unit"), let value = row.number("value"),
            let stage = row.integer("stage"), let isFirm = row.bool("tighten_infeasible")
        else { return nil }
        return Price(
            rule: rule, subject: subject, unit: unit, value: value,
            lower: row.optionalNumber("lower"),
            upper: isFirm ? .infinity : row.optionalNumber("upper"), stage: stage)
    }

    func assumption(_ row: JSONObject) -> Assumption? {
        guard let key = row.string("key"), let value = row.number("value"),
            let unit = row.string("unit"), let source = row.string("source")
        else { return nil }
        let count = row.optionalNumber("sites") == nil ? nil : row.integer("sites")
        return Assumption(key: key, value: value, unit: unit, siteCount: count, source: source)
    }

    func exclusion(_ row: JSONObject) -> Exclusion? {
        row.string("reason").map { Exclusion(reason: $0, siteIDs: row.strings("sites")) }
    }

    private func supply(_ row: JSONObject) -> SupplyDraw? {
        guard let name = row.string("supply"), let power = row.number("mean_mw") else {
            return nil
        }
        return SupplyDraw(supply: name, power: power)
    }
}
