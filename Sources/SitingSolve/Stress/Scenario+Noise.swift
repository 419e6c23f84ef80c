import Quantities
public import Siting

extension Scenario {
    /// The scenario of one sample: its figures off by noise.
    ///
    /// Sites of one grid zone share a factor of carbon and one of price; a site without a zone has its own.
    /// Round trips share one by the country of the market and the position of the site. Supplies beside
    /// the grid keep their figures.
    /// - Parameter sample: From 1.
    public func perturbed(by noise: FigureNoise, seed: Int, sample: Int) -> Scenario {
        let draws = NoiseDraws(seed: seed, sample: sample)
        var changed = self
        for (index, site) in sites.enumerated() {
            let grid = NoiseDraws.key(site.gridZone.map { "zone \($0)" } ?? "site \(site.id)")
            let carbon = draws.factor(.carbon, of: grid, width: noise.carbon)
            let price = draws.factor(.price, of: grid, width: noise.price)
            changed.sites[index].carbon = site.carbon.map { carbon * $0 }
            changed.sites[index].price = site.price.map { price * $0 }
        }
        if noise.roundTrip > 0 {
            changed.roundTrips = drawnRoundTrips(noise.roundTrip, draws)
        }
        return changed
    }

    private func drawnRoundTrips(_ width: Double, _ draws: NoiseDraws) -> RoundTrips {
        var places = [UInt64](repeating: 0, count: sites.count)
        for position in Position.grouping(sites) {
            let key = NoiseDraws.key(position.id)
            for site in position.sites { places[site] = key }
        }
        let countries = markets.map { NoiseDraws.key($0.country) }
        var times = roundTrips.milliseconds
        for (market, country) in countries.enumerated() {
            let start = market * sites.count
            for (site, place) in places.enumerated() {
                times[start + site] *= draws.factor(
                    .roundTrip, of: country, and: place, width: width)
            }
        }
        return RoundTrips(
            marketCount: markets.count, siteCount: sites.count, milliseconds: times,
            sources: roundTrips.sources)
    }
}
