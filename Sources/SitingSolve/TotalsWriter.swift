import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Evaluates the measures of a whole plan.
struct TotalsWriter {
    private let formulation: Formulation
    private let values: [Double]

    init(_ formulation: Formulation, values: [Double]) {
        self.formulation = formulation
        self.values = values
    }

    func totals(_ inference: [InferenceRow]) -> Totals {
        let measures = formulation.measures
        var totals = Totals()
        totals.costParts = measures.costParts.map { part in
            CostPart(name: part.name, cost: part.expression.value(at: values).value)
        }
        totals.cost = measures.cost.value(at: values).value
        let hardware = totals.costParts.first { $0.name == Measures.hardwarePart }
        totals.controllableCost = totals.cost - (hardware?.cost ?? 0)
        totals.operationalEmissions = measures.operationalEmissions.value(at: values).value
        totals.embodiedEmissions = measures.embodiedEmissions.value(at: values).value
        totals.emissions = totals.operationalEmissions + totals.embodiedEmissions
        totals.meanRoundTrip = measures.roundTrip.value(at: values).value
        totals.meanLatency = measures.latency.value(at: values).value
        totals.energy = measures.energy.value(at: values).value
        totals.water = measures.water.value(at: values).value
        setRoundTripTail(&totals, inference)
        setITEnergy(&totals)
        let share = InferenceShare(formulation, values: values)
        totals.inferenceShareOfWork = share.ofWork
        totals.inferenceShareOfRunningCost = share.ofRunningCost
        setCoverage(&totals)
        totals.burdens = BurdenWriter(formulation, values: values).largest()
        return totals
    }

    /// The shortest round trip within which at least 95 % of requests, or all, are answered.
    private func setRoundTripTail(_ totals: inout Totals, _ inference: [InferenceRow]) {
        let energy = Dictionary(
            uniqueKeysWithValues: formulation.scenario.services.map {
                ($0.id, $0.itWattHoursPerRequest)
            })
        let weighted = inference.map { row in
            (trip: row.roundTrip, requests: row.power / (energy[row.service] ?? 1))
        }.sorted { $0.trip < $1.trip }
        let all = weighted.reduce(0) { $0 + $1.requests }
        var seen = 0.0
        for (trip, requests) in weighted {
            seen += requests
            totals.p95RoundTrip = trip
            // A share of exactly 95 % must not be missed by rounding.
            if seen >= 0.95 * all * (1 - 1e-12) { break }
        }
        totals.maxRoundTrip = weighted.last?.trip ?? 0
    }

    private func setITEnergy(_ totals: inout Totals) {
        let decisions = formulation.decisions
        let hours = Period.hours.value
        let power = decisions.itPower.reduce(0) { $0 + values[$1.column] }
        totals.itEnergy = power * hours
        for arc in formulation.arcs.sites.indices {
            totals.inferenceEnergy += values[decisions.serve(arc).column] * hours
        }
        for (job, places) in decisions.train.enumerated() {
            let machines = 1 + formulation.scenario.jobs[job].overhead
            for train in places { totals.trainingEnergy += values[train.column] * machines * hours }
        }
        totals.idleEnergy = max(
            0, totals.itEnergy - totals.inferenceEnergy - totals.trainingEnergy)
        totals.capacity = decisions.capacity.reduce(0) { $0 + values[$1.column] }
    }

    /// The share of facility energy at sites whose figure is known.
    private func setCoverage(_ totals: inout Totals) {
        func share(_ isKnown: (Site) -> Bool) -> Double {
            var known = 0.0
            var all = 0.0
            for (index, site) in formulation.scenario.sites.enumerated() {
                let drawn = formulation.decisions.draws[index]
                    .reduce(0) { $0 + values[$1.variable.column] }
                all += drawn
                if isKnown(site) { known += drawn }
            }
            return all > 0 ? min(1, known / all) : 1
        }
        totals.coverage = [
            .cost: share { $0.price != nil },
            .emissions: share { $0.carbon != nil },
            .water: share { $0.gridWater != nil && $0.wue != nil },
        ]
    }
}
