import Siting
import Typesetting

extension PlanTables {
    /// With the keys of the JSON's `totals`.
    static var totals: [DataColumn<Totals>] { money + emissions + times + energies + rest }

    private static var money: [DataColumn<Totals>] {
        [
            .init(
                "cost_usd_per_year", in: "USD/year", "All cost, investments as annuities.",
                value: { $0.cost }),
            .init(
                "controllable_cost_usd_per_year", in: "USD/year",
                "Cost without hardware: what siting can change.",
                value: { $0.controllableCost }),
        ]
    }

    private static var emissions: [DataColumn<Totals>] {
        [
            .init(
                "emissions_t_per_year", in: "t/year", "CO2e emitted, embodied included.",
                value: { $0.emissions }),
            .init(
                "operational_emissions_t_per_year", in: "t/year",
                "CO2e of electricity, Scope 2 and 3.3 together.",
                value: { $0.operationalEmissions }),
            .init(
                "embodied_emissions_t_per_year", in: "t/year",
                "CO2e of making the hardware, over its lifetime.",
                value: { $0.embodiedEmissions }),
        ]
    }

    private static var times: [DataColumn<Totals>] {
        [
            .init(
                "mean_rtt_ms", in: "ms", "Mean over requests of typical round trips.",
                value: { $0.ofRequests($0.meanRoundTrip) }),
            .init(
                "p95_rtt_ms", in: "ms", "95th percentile over requests of typical round trips.",
                value: { $0.ofRequests($0.p95RoundTrip) }),
            .init(
                "max_rtt_ms", in: "ms", "Longest typical round trip of any request.",
                value: { $0.ofRequests($0.maxRoundTrip) }),
            .init(
                "mean_latency_ms", in: "ms",
                "Mean over requests of round trips times trips, plus service time.",
                value: { $0.ofRequests($0.meanLatency) }),
        ]
    }

    private static var energies: [DataColumn<Totals>] {
        [
            .init("energy_mwh_per_year", in: "MWh/year", "Facility energy.", value: { $0.energy }),
            .init(
                "it_energy_mwh_per_year", in: "MWh/year",
                "IT energy: training, inference and idle.", value: { $0.itEnergy }),
            .init(
                "training_energy_mwh_per_year", in: "MWh/year",
                "IT energy of training, overhead included.", value: { $0.trainingEnergy }),
            .init(
                "inference_energy_mwh_per_year", in: "MWh/year", "IT energy of inference.",
                value: { $0.inferenceEnergy }),
            .init(
                "idle_energy_mwh_per_year", in: "MWh/year", "IT energy of unused capacity.",
                value: { $0.idleEnergy }),
            .init(
                "inference_share_of_work", in: "share, 0 to 1",
                "Inference in the IT energy of all work; empty without work.",
                value: { $0.inferenceShareOfWork }),
            .init(
                "inference_share_of_running_cost", in: "share, 0 to 1",
                "Inference in the running cost; empty where it can't be told.",
                value: { $0.inferenceShareOfRunningCost }),
        ]
    }

    private static var rest: [DataColumn<Totals>] {
        [
            .init(
                "water_m3_per_year", in: "m3/year", "Water on site and at power plants.",
                value: { $0.water }),
            .init("capacity_mw", in: "MW", "IT power standing.", value: { $0.capacity }),
        ]
    }

    static var costParts: [DataColumn<CostPart>] {
        [
            .init("part", "Such as electricity.", text: { $0.name }),
            .init(
                "cost_usd_per_year", in: "USD/year",
                "What it costs; the parts add up to the plan's cost.", value: { $0.cost }),
        ]
    }

    static var coverage: [DataColumn<(measure: Measure, share: Double)>] {
        [
            .init("measure", "What is counted.", text: { $0.measure.rawValue }),
            .init(
                "share", in: "share, 0 to 1",
                "Facility energy whose figure is known; the rest counts as nothing.",
                value: { $0.share }),
        ]
    }

    static var burdens: [DataColumn<LargestBurden>] {
        [
            .init("measure", "Which burden, as in policies.", text: { $0.burden.name }),
            .init("value", in: "see unit", "What the member bears.", value: { $0.value }),
            .init("unit", "Unit of value.", text: { $0.burden.unit }),
            .init(
                "member", "Who bears most: a site, a grid zone or a country.",
                text: { $0.member }),
            .init(
                "share", in: "share, 0 to 1", "Its part of what all members bear.",
                value: { $0.share }),
        ]
    }

    static var equivalences: [DataColumn<EquivalenceRow>] {
        [
            .init("id", "Identifier in equivalences.csv.", text: { $0.equivalence.id }),
            .init(
                "amount", in: "see unit", "So many of them emit what the plan does in a year.",
                value: { $0.amount }),
            .init("unit", "One of them.", text: { $0.equivalence.unit }),
            .init(
                "kg_per_unit", in: "kg", "What one of them emits, of gas.",
                value: { $0.equivalence.kilogramsPerUnit }),
            .init(
                "gas", "What its source counts: CO2 equivalent, or CO2 alone.",
                text: { $0.equivalence.gas }),
            .init("source", "Key of its source.", text: { $0.equivalence.source }),
            .init("year", "Year of the figure.", count: { $0.equivalence.year }),
        ]
    }
}

extension Totals {
    /// A time, where there are requests.
    fileprivate func ofRequests(_ time: Double) -> Double? { inferenceEnergy > 0 ? time : nil }

    var coveredShares: [(measure: Measure, share: Double)] {
        Measure.ofWhole.compactMap { measure in coverage[measure].map { (measure, $0) } }
    }
}

/// So many of something that everyone knows emit what the plan does.
struct EquivalenceRow {
    let equivalence: Equivalence
    let amount: Double

    static func rows(of plan: Plan) -> [EquivalenceRow] {
        guard let emissions = plan.comparableEmissions else { return [] }
        return plan.equivalences.map {
            EquivalenceRow(equivalence: $0, amount: $0.amount(emitting: emissions))
        }
    }
}
