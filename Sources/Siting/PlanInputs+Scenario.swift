import Quantities

extension PlanInputs {
    /// What a plan of the scenario under the policy is made from.
    public init(_ scenario: Scenario, under policy: Policy) {
        let scenario = scenario.under(policy)
        self.init(
            fingerprint: scenario.fingerprint, files: scenario.inputFiles,
            figures: scenario.statedFigures + policy.statedFigures(of: scenario),
            candidates: scenario.sites.map(Candidate.init))
    }
}

extension Candidate {
    init(_ site: Site) {
        let known = SiteField.allCases.compactMap { field in
            site.value(of: field).map { (field, $0) }
        }
        self.init(
            id: site.id, name: site.name, country: site.country, coordinate: site.coordinate,
            figures: Dictionary(known, uniquingKeysWith: { first, _ in first }),
            supplies: site.supplies.map(CandidateSupply.init))
    }
}

extension CandidateSupply {
    init(_ supply: Supply) {
        let figures = SupplyField.allCases.map { ($0, supply.value(of: $0)) }
        self.init(
            name: supply.name, kind: supply.kind.rawValue, fuel: supply.fuel,
            season: supply.season?.description, capacityFactor: supply.capacityFactor,
            figures: Dictionary(figures, uniquingKeysWith: { first, _ in first }))
    }
}

extension Scenario {
    /// What it states beside its sites and policies.
    fileprivate var statedFigures: [InputFigure] {
        let general: [InputFigure] = [
            .init("name", .text(name)),
            .init("period.year", .text("\(period.year)")),
            .init("period.discount_rate", .number(period.discountRate, unit: "a year")),
            .init("markets.count", .number(Double(markets.count), unit: "")),
            .init(
                "markets.users",
                .number(markets.reduce(0) { $0 + $1.users }, unit: "people")),
            .init("latency.mean_rtt_ms", .number(meanOfRoundTrips, unit: "ms")),
            .init("prices.carbon_usd_per_t", .number(carbonPrice.value, unit: "USD/t")),
            .init("prices.water_usd_per_m3", .number(waterPrice.value, unit: "USD/m3")),
        ]
        let serving = meanOfServing.map { mean in
            InputFigure("prices.serving", .number(mean, unit: "USD/million requests"))
        }
        let basis: [InputFigure] = [
            .init("fuels", .text(fuelFactors)), .init("carbon_basis", .text(carbonBasis)),
        ]
        return general + [serving].compactMap(\.self) + basis + services.flatMap(\.statedFigures)
            + jobs.flatMap(\.statedFigures)
    }

    /// Over all pairs of market and site, each counted once: it moves when any of them does.
    private var meanOfRoundTrips: Double { Self.mean(roundTrips.milliseconds) ?? 0 }

    private var meanOfServing: Double? { Self.mean(servingCost) }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

extension Service {
    fileprivate var statedFigures: [InputFigure] {
        let figures: [(String, Double?, String)] = [
            ("it_wh_per_request", itWattHoursPerRequest, "Wh"),
            ("requests_per_day", requestsPerDay.reduce(0, +), "requests/day"),
            ("peak_to_mean", peakToMean, ""),
            ("max_rtt_ms", maxRoundTrip?.value, "ms"),
            ("max_latency_ms", maxLatency?.value, "ms"),
            ("trips", trips, ""),
            ("service_ms", serviceTime.value, "ms"),
            ("egress_kb_per_request", egressKilobytesPerRequest, "kB"),
        ]
        let owner = operatorCountry.map { InputFigure("services.\(id).operator", .text($0)) }
        return figures.compactMap { key, value, unit in
            value.map { InputFigure("services.\(id).\(key)", .number($0, unit: unit)) }
        } + [owner].compactMap(\.self)
    }
}

extension Job {
    fileprivate var statedFigures: [InputFigure] {
        let figures: [(String, Double, String)] = [
            ("it_mwh", energy.value, "MWh"),
            ("overhead", overhead, ""),
            ("peak_mw", peak.value, "MW"),
            ("embodied_g_per_kwh", embodied.gramsPerKilowattHour, "g/kWh"),
        ]
        let words: [(String, String?)] = [
            ("start", start.description), ("end", end.description), ("operator", operatorCountry),
        ]
        return figures.map { key, value, unit in
            InputFigure("jobs.\(id).\(key)", .number(value, unit: unit))
        }
            + words.compactMap { key, text in
                text.map { InputFigure("jobs.\(id).\(key)", .text($0)) }
            }
    }
}
