import Quantities
import Siting

/// What is paid beside the costs of sites.
struct PricesResult {
    var carbon: Quantity<Per<Dollar, Tonne>> = 0
    var water: Quantity<Per<Dollar, CubicMetre>> = 0
    /// USD per million requests, by `market * sites + site`; empty where none is given.
    var serving: [Double] = []
    /// The price of water, if it is assumed.
    var assumption: Assumption?
}

/// Reads `prices`: carbon, water and the planner's own cost of serving.
struct PricesSection {
    static let keys = ["carbon_usd_per_t", "water_usd_per_m3", "serving"]

    let context: ScenarioContext
    let sites: SitesResult
    let markets: MarketsResult

    /// - Parameter place: where the section would be, if it is not there.
    func read(_ mapping: YAMLMapping?, at place: SourceLocation) -> PricesResult {
        mapping?.checkKeys(allowed: Self.keys)
        var prices = PricesResult()
        prices.carbon = Quantity(mapping?.number("carbon_usd_per_t", in: .between(0, 1e6)) ?? 0)
        if let mapping, mapping.has("water_usd_per_m3") {
            prices.water = Quantity(mapping.number("water_usd_per_m3", in: .between(0, 1e6)) ?? 0)
        } else {
            prices.assumption = context.assumption("water_usd_per_m3", at: place)
            prices.water = Quantity(prices.assumption?.value ?? 0)
        }
        if let table = mapping?.value("serving").flatMap(context.table) {
            prices.serving = serving(table)
        }
        return prices
    }

    private func serving(_ table: CSVTable) -> [Double] {
        let siteCount = sites.sites.count
        var serving = [Double](repeating: 0, count: markets.markets.count * siteCount)
        let pairs = PairTable(
            column: "usd_per_million_requests", range: .between(0, 1e9), markets, sites)
        pairs.read(table) { market, site, cost in serving[market * siteCount + site] = cost }
        return serving
    }
}
