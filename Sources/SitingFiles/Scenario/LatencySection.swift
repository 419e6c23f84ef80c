import Quantities
import Siting

/// Reads `latency` and estimates the round trips.
struct LatencySection {
    static let keys = ["last_mile_ms", "fit", "rtt", "measured"]

    /// What fits a common machine's memory several times over.
    private static let pairLimit = 10_000_000

    let context: ScenarioContext
    let sites: SitesResult
    let markets: MarketsResult

    /// - Parameter place: where the section would be, if it is not there.
    func read(
        _ mapping: YAMLMapping?, at place: SourceLocation
    ) -> (roundTrips: RoundTrips, assumption: Assumption?) {
        mapping?.checkKeys(allowed: Self.keys)
        let pairs = markets.markets.count * sites.sites.count
        guard pairs <= Self.pairLimit else {
            context.diagnostics.error(
                "\(markets.markets.count) markets times \(sites.sites.count) sites are \(pairs)"
                    + " pairs, and at most \(Self.pairLimit) are placed at once",
                at: place, help: "keep the largest markets with markets.top, or select sites")
            let none = RoundTrips(marketCount: 0, siteCount: 0, milliseconds: [], sources: [])
            return (none, nil)
        }
        let stated = mapping?.number("last_mile_ms", in: .milliseconds)
        let isStated = mapping?.has("last_mile_ms") ?? false
        let assumption = isStated ? nil : context.assumption("last_mile_ms", at: place)
        let cautions = LatencyModel.Caution.allCases.map(\.rawValue)
        let caution = mapping?.choice("fit", cautions).flatMap(LatencyModel.Caution.init)
        let fits = context.catalogue.latencyFits
        let model = LatencyModel(
            overall: fits.overall, byContinents: fits.byContinents,
            lastMile: Latency(stated ?? assumption?.value ?? 0), caution: caution ?? .typical)
        let builder = RoundTripBuilder(
            catalogue: context.catalogue, model: model,
            usesMeasured: mapping?.bool("measured") ?? true)
        var roundTrips = builder.build(markets: markets.markets, sites: sites.sites)
        if let table = mapping?.value("rtt").flatMap(context.table) {
            let pairs = PairTable(column: "rtt_ms", range: .milliseconds, markets, sites)
            pairs.read(table) { market, site, time in
                roundTrips.state(Latency(time), market: market, site: site)
            }
        }
        return (roundTrips, assumption)
    }
}

extension PairTable {
    init(column: String, range: NumberRange, _ markets: MarketsResult, _ sites: SitesResult) {
        self.init(
            column: column, range: range,
            markets: NameIndex(known: markets.ids, chosen: markets.markets.map(\.id)),
            sites: NameIndex(
                known: sites.candidates?.map(\.id), chosen: sites.sites.map(\.id)),
            siteCount: sites.sites.count)
    }
}
