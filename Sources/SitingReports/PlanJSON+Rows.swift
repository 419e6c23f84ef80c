import Siting
import Typesetting

extension PlanJSON {
    static func site(_ site: SitePlan) -> JSONValue {
        let supplies = site.supplies.map { draw -> JSONValue in
            ["supply": .string(draw.supply), "mean_mw": .number(draw.power)]
        }
        return [
            "id": .string(site.id),
            "name": .string(site.name),
            "country": .string(site.country),
            "capacity_mw": .number(site.capacity),
            "built_mw": .number(site.built),
            "training_mwh": .number(site.training),
            "inference_mwh": .number(site.inference),
            "energy_mwh": .number(site.energy),
            "emissions_t": .number(site.emissions),
            "cost_usd": .number(site.cost),
            "water_m3": .number(site.water),
            "utilisation": .number(site.utilisation),
            "grid_carbon_g_per_kwh": JSONValue(site.carbonGramsPerKilowattHour),
            "grid_price_usd_per_mwh": JSONValue(site.priceDollarsPerMegawattHour),
            "marginal_value": site.marginalValue.map(price) ?? .null,
            "supplies": .array(supplies),
        ]
    }

    static func training(_ row: TrainingRow) -> JSONValue {
        [
            "job": .string(row.job),
            "site": .string(row.site),
            "energy_mwh": .number(row.energy),
        ]
    }

    static func inference(_ row: InferenceRow) -> JSONValue {
        [
            "service": .string(row.service),
            "market": .string(row.market),
            "site": .string(row.site),
            "mean_mw": .number(row.power),
            "rtt_ms": .number(row.roundTrip),
            "rtt_source": .string(row.roundTripSource.label),
        ]
    }

    /// JSON has no infinity: a limit that can't be tightened has a key of its own.
    static func price(_ price: Price) -> JSONValue {
        [
            "rule": .string(price.rule),
            "subject": .string(price.subject),
            "value": .number(price.value),
            "unit": .string(price.unit),
            "lower": JSONValue(price.lower),
            "upper": JSONValue(price.upper),
            "tighten_infeasible": .bool(price.upper == .infinity),
            "stage": .integer(price.stage),
            "of": "lp",
        ]
    }

    static func provenance(_ row: ProvenanceRow) -> JSONValue {
        let ends = [row.lowest, row.highest].compactMap { $0 }
        let years = row.years.map { [$0.lowerBound, $0.upperBound] } ?? []
        return [
            "field": .string(row.field),
            "basis": .string(row.basis),
            "sites": .integer(row.siteCount),
            "value_or_range": valueOrRange(ends.map { .number($0) }),
            "year": valueOrRange(years.map { .integer($0) }),
            "source": .string(row.source),
        ]
    }

    /// One value where both ends are the same, null where there is none.
    private static func valueOrRange(_ ends: [JSONValue]) -> JSONValue {
        guard let first = ends.first, let last = ends.last else { return .null }
        return first == last ? first : [first, last]
    }

    static func assumption(_ assumption: Assumption) -> JSONValue {
        [
            "key": .string(assumption.key),
            "value": .number(assumption.value),
            "unit": .string(assumption.unit),
            "sites": JSONValue(assumption.siteCount),
            "source": .string(assumption.source),
        ]
    }

    static func exclusion(_ exclusion: Exclusion) -> JSONValue {
        [
            "reason": .string(exclusion.reason),
            "sites": .array(exclusion.siteIDs.map { .string($0) }),
        ]
    }
}
