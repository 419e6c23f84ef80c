import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// A figure of one site as something to vary.
struct SiteFigure: Sendable {
    let figure: BreakEven.Figure
    let site: Int
    /// As the scenario has it.
    let current: Double
    /// The least and the most that is tried.
    let range: ClosedRange<Double>

    /// The figures of a site that a policy's objective or limits depend on and that are known.
    static func all(of site: Int, in scenario: Scenario, under policy: Policy) -> [SiteFigure] {
        let measures = policy.measures
        let figures = scenario.sites[site]
        var found: [SiteFigure] = []
        if measures.contains(.cost), let price = figures.price?.value {
            found.append(
                SiteFigure(
                    figure: .powerPrice, site: site, current: price,
                    range: min(0, price)...max(1000, 10 * price)))
        }
        let countsCarbon =
            measures.contains(.emissions)
            || (measures.contains(.cost) && scenario.carbonPrice > .zero)
        if countsCarbon, let carbon = figures.carbon?.gramsPerKilowattHour {
            found.append(
                SiteFigure(
                    figure: .carbonIntensity, site: site, current: carbon,
                    range: 0...max(2000, 10 * carbon)))
        }
        if measures.contains(.latency) || measures.contains(.roundTrip) {
            let longest = scenario.markets.indices.map { scenario.roundTrips[$0, site].value }.max()
            found.append(
                SiteFigure(
                    figure: .roundTripSurcharge, site: site, current: 0,
                    range: -(longest ?? 0)...1000))
        }
        return found
    }

    /// The least distance from a break-even that is solved.
    var leastStep: Double {
        switch figure {
        case .powerPrice, .roundTripSurcharge: 1e-3
        case .carbonIntensity: 1e-2
        }
    }

    func scenario(_ scenario: Scenario, at value: Double) -> Scenario {
        var changed = scenario
        switch figure {
        case .powerPrice: changed.sites[site].price = EnergyPrice(value)
        case .carbonIntensity:
            changed.sites[site].carbon = CarbonIntensity(gramsPerKilowattHour: value)
        case .roundTripSurcharge:
            for market in scenario.markets.indices {
                let trip = scenario.roundTrips[market, site].value
                changed.roundTrips.state(Latency(max(0, trip + value)), market: market, site: site)
            }
        }
        return changed
    }

    /// What one unit more adds to the value of an optimum at the margin.
    func slope(of trial: Trial) -> Double {
        switch figure {
        case .powerPrice:
            return trial.weight(of: .cost) * energy(trial) { $0 == nil }
        case .carbonIntensity:
            let perTonne =
                trial.weight(of: .emissions)
                + trial.weight(of: .cost) * trial.formulation.scenario.carbonPrice.value
            // A contract leaves the grid's factor.
            return perTonne / 1000 * energy(trial) { $0 == nil || $0 == .contract }
        case .roundTripSurcharge:
            return timeSlope(of: trial)
        }
    }

    /// MWh a year drawn at the site from sources of some kinds; the grid is `nil`.
    private func energy(_ trial: Trial, from isCounted: (Supply.Kind?) -> Bool) -> Double {
        let supplies = trial.formulation.scenario.sites[site].supplies
        return trial.formulation.decisions.draws[site].reduce(0) { sum, draw in
            guard isCounted(draw.supply.map { supplies[$0].kind }) else { return sum }
            return sum + Period.hours.value * trial.columnValues[draw.variable.column]
        }
    }

    private func timeSlope(of trial: Trial) -> Double {
        let formulation = trial.formulation
        let scenario = formulation.scenario
        let perTrip = trial.weight(of: .roundTrip)
        let perLatency = trial.weight(of: .latency)
        var slope = 0.0
        for demand in formulation.arcs.demands {
            for arc in demand.arcs where Int(formulation.arcs.sites[arc]) == site {
                let service = scenario.services[demand.service]
                let requests = service.requestsPerDay[demand.market] * 365
                let part = trial.columnValues[formulation.decisions.serve(arc).column]
                let share = requests / scenario.requestsPerYear * part / demand.load.value
                slope += share * (perTrip + service.trips * perLatency)
            }
        }
        return slope
    }
}

extension Formulation {
    /// What one unit of a measure counts for in the policy's last objective.
    func weight(of measure: Measure) -> Double {
        switch policy.objective {
        case .inOrder(let measures): measures.last == measure ? 1 : 0
        case .weighted(let weights):
            measure.yearlyWeight(
                weights[measure] ?? 0, requestsPerYear: scenario.requestsPerYear)
        }
    }
}
