import Quantities
import Siting

/// Who asks and who answers, over all services of a plan.
struct PlanTraffic {
    /// A market with requests.
    struct Market: Equatable {
        /// In the scenario's list.
        let index: Int
        /// The mean over its requests, ms.
        let roundTrip: Double
    }

    /// What a site answers of a market.
    struct Flow: Equatable {
        let site: String
        /// In the scenario's list.
        let market: Int
        /// Mean IT power, MW.
        var power: Double
        /// A year.
        var requests: Double
        /// The sum over them of their round trips, ms.
        var time: Double
    }

    /// In the scenario's order.
    let markets: [Market]
    /// In the plan's order.
    let flows: [Flow]

    init(plan: Plan, scenario: Scenario) {
        let markets = Dictionary(
            zip(scenario.markets.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
        let energies = scenario.wattHoursPerRequest
        var flows: [Flow] = []
        var places: [Pair: Int] = [:]
        for row in plan.inference {
            guard let market = markets[row.market], let energy = energies[row.service] else {
                continue
            }
            let place = places[Pair(site: row.site, market: market)] ?? flows.count
            if place == flows.count {
                places[Pair(site: row.site, market: market)] = place
                flows.append(
                    Flow(site: row.site, market: market, power: 0, requests: 0, time: 0))
            }
            let requests = row.requests(wattHoursEach: energy)
            flows[place].power += row.power
            flows[place].requests += requests
            flows[place].time += requests * row.roundTrip
        }
        self.flows = flows
        self.markets = Self.markets(flows)
    }

    private struct Pair: Hashable {
        let site: String
        let market: Int
    }

    private static func markets(_ flows: [Flow]) -> [Market] {
        let byMarket = Dictionary(grouping: flows, by: \.market)
        return byMarket.keys.sorted().compactMap { index in
            let own = byMarket[index] ?? []
            let requests = own.reduce(0) { $0 + $1.requests }
            guard requests > 0 else { return nil }
            return Market(index: index, roundTrip: own.reduce(0) { $0 + $1.time } / requests)
        }
    }
}

extension InferenceRow {
    /// Requests a year behind the row's power.
    func requests(wattHoursEach energy: Double) -> Double {
        energy > 0 ? power * Period.energyPerPower.value * 1e6 / energy : 0
    }
}

extension Scenario {
    /// IT energy of one request, by service.
    var wattHoursPerRequest: [String: Double] {
        Dictionary(
            services.map { ($0.id, $0.itWattHoursPerRequest) },
            uniquingKeysWith: { first, _ in first })
    }
}
