import Quantities
import Siting

/// Estimates the round trip between every market and every site.
///
/// A measured pair of regions is used where both ends lie within 50 km of a region of the site's
/// operator, else the fit of the pair of continents, else the overall fit.
struct RoundTripBuilder {
    let catalogue: Catalogue
    let model: LatencyModel
    /// Whether measured pairs are used.
    let usesMeasured: Bool

    /// Takes time in proportion to markets times sites.
    func build(markets: [Market], sites: [Site]) -> RoundTrips {
        var matrix = Matrix(markets: markets, sites: sites)
        fillFromFits(&matrix, markets, sites)
        if usesMeasured { fillFromPairs(&matrix, markets, sites) }
        return RoundTrips(
            marketCount: markets.count, siteCount: sites.count,
            milliseconds: matrix.milliseconds, sources: matrix.sources)
    }

    private struct Matrix {
        var milliseconds: [Double]
        var sources: [RoundTripSource]

        init(markets: [Market], sites: [Site]) {
            let count = markets.count * sites.count
            milliseconds = [Double](repeating: 0, count: count)
            sources = [RoundTripSource](repeating: .fitOverall, count: count)
        }
    }

    private func fillFromFits(_ matrix: inout Matrix, _ markets: [Market], _ sites: [Site]) {
        let places = sites.map { UnitVector($0.coordinate) }
        let names = Array(Set(sites.map(\.continent)))
        let indices = Dictionary(uniqueKeysWithValues: zip(names, 0...))
        let siteContinents = sites.map { indices[$0.continent] ?? 0 }
        for (row, market) in markets.enumerated() {
            let fits = names.map { model.fit(between: market.continent, and: $0) }
            let place = UnitVector(market.coordinate)
            let start = row * sites.count
            for site in sites.indices {
                let (fit, source) = fits[siteContinents[site]]
                let distance = place.distance(to: places[site])
                let roundTrip = model.roundTrip(over: distance, fit: fit)
                matrix.milliseconds[start + site] = roundTrip.value
                matrix.sources[start + site] = source
            }
        }
    }

    private func fillFromPairs(_ matrix: inout Matrix, _ markets: [Market], _ sites: [Site]) {
        let places = markets.map { UnitVector($0.coordinate) }
        for operatorID in Set(sites.compactMap(\.operatorID)) {
            let network = NetworkRegions(operatorID: operatorID, catalogue: catalogue)
            let ends = sites.indices.compactMap { site -> (site: Int, region: Int)? in
                guard sites[site].operatorID == operatorID else { return nil }
                return network.region(of: sites[site]).map { (site, $0) }
            }
            guard !ends.isEmpty else { continue }
            for (row, place) in places.enumerated() {
                guard let home = network.nearest(to: place) else { continue }
                let times = network.row(from: home)
                let start = row * sites.count
                for end in ends where end.region != home {
                    let time = times[times.startIndex + end.region]
                    guard !time.isNaN else { continue }
                    let roundTrip = model.roundTrip(measured: Latency(time))
                    matrix.milliseconds[start + end.site] = roundTrip.value
                    matrix.sources[start + end.site] = .measured
                }
            }
        }
    }
}
