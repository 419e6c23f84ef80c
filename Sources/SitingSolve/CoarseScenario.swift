import Quantities
import Siting

extension Scenario {
    /// The scenario with its markets gathered at a few of them, whose requests stand for those around.
    ///
    /// Its optimum is near that of the whole, and so are its prices of sites, limits and shares. It serves
    /// for nothing else.
    func gathered(at count: Int) -> Scenario {
        let seeds = spreadMarkets(count)
        let vectors = markets.map { UnitVector($0.coordinate) }
        var requests = services.map { _ in [Double](repeating: 0, count: seeds.count) }
        for market in markets.indices {
            var nearest = 0
            var least = Double.infinity
            for (place, seed) in seeds.enumerated() {
                let distance = vectors[market].distance(to: vectors[seed]).value
                if distance < least { (nearest, least) = (place, distance) }
            }
            for service in services.indices {
                requests[service][nearest] += services[service].requestsPerDay[market]
            }
        }
        var coarse = self
        coarse.markets = seeds.map { markets[$0] }
        for service in services.indices {
            coarse.services[service].requestsPerDay = requests[service]
        }
        let cells = seeds.flatMap { seed in (0..<sites.count).map { seed * sites.count + $0 } }
        coarse.roundTrips = RoundTrips(
            marketCount: seeds.count, siteCount: sites.count,
            milliseconds: cells.map { roundTrips.milliseconds[$0] },
            sources: cells.map { roundTrips.sources[$0] })
        if !servingCost.isEmpty { coarse.servingCost = cells.map { servingCost[$0] } }
        return coarse
    }

    /// Markets far from one another: the largest first, then each time the one farthest from those chosen.
    private func spreadMarkets(_ count: Int) -> [Int] {
        let vectors = markets.map { UnitVector($0.coordinate) }
        let sizes = markets.indices.map { market in
            services.reduce(0) { $0 + $1.requestsPerDay[market] }
        }
        var next = markets.indices.max { sizes[$0] < sizes[$1] } ?? 0
        var chosen: [Int] = []
        var distances = [Double](repeating: .infinity, count: markets.count)
        // Markets at one place are one: none at distance zero from those chosen is chosen again.
        while chosen.count < count, distances[next] > 0 {
            chosen.append(next)
            for market in markets.indices {
                let distance = vectors[market].distance(to: vectors[next]).value
                distances[market] = min(distances[market], distance)
            }
            next = markets.indices.max { distances[$0] < distances[$1] } ?? 0
        }
        return chosen.sorted()
    }
}
