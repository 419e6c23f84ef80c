import LinearProgramming
import Quantities
import Siting

/// Scenarios of any size for timing: sites and markets strewn over the globe, from a fixed seed.
///
/// Loads, prices and factors spread about as widely as the world's; a site holds 20 MW, so that limits bind.
enum SyntheticScenario {
    static func make(siteCount: Int, marketCount: Int) -> Scenario {
        var random = SplitMix(seed: 42)
        let sites = (0..<siteCount).map { site($0, &random) }
        let markets = (0..<marketCount).map { index in
            // A few large markets and many small ones.
            Market(
                id: "m\(index)", name: "Market \(index)", country: "XX", continent: "EU",
                coordinate: random.coordinate(), users: 1 / (0.02 + random.unit()))
        }
        let users = markets.reduce(0) { $0 + $1.users }
        let service = Service(
            id: "chat", itWattHoursPerRequest: 0.2,
            // 500 MW together.
            requestsPerDay: markets.map { 500 * 24e6 / 0.2 * $0.users / users },
            peakToMean: 1.5, maxRoundTrip: 150)
        return Scenario(
            name: "Synthetic \(siteCount) x \(marketCount)", file: "",
            period: Period(year: 2026, discountRate: 0.07), sites: sites, markets: markets,
            services: [service], jobs: [], roundTrips: roundTrips(markets, sites),
            policies: [policy])
    }

    /// Every kind of cost at once: arcs differ and limits bind.
    private static let policy = Policy(
        name: "balanced", objective: .weighted([.cost: 1, .emissions: 100, .latency: 0.1]))

    private static func site(_ index: Int, _ random: inout SplitMix) -> Site {
        Site(
            id: "s\(index)", name: "Site \(index)", kind: "place", operatorID: nil, country: "XX",
            continent: "EU", coordinate: random.coordinate(), gridZone: nil, limit: 20,
            existing: 0, pue: 1.1 + 0.3 * random.unit(), idleShare: 0.3, headroom: 0.15,
            carbon: CarbonIntensity(gramsPerKilowattHour: 20 + 680 * random.unit()),
            price: EnergyPrice(30 + 100 * random.unit()), wue: 1, gridWater: 2, supplies: [],
            shell: Investment(cost: PowerPrice(9e6 + 4e6 * random.unit()), lifetimeYears: 15),
            hardware: Investment(cost: 26e6, lifetimeYears: 5),
            connection: Investment(cost: 1e5, lifetimeYears: 30), fixed: 3e5, demandCharge: 0,
            embodied: 569, egress: 0)
    }

    /// The last mile and a line over the great circle, about that of the operators' networks.
    private static func roundTrips(_ markets: [Market], _ sites: [Site]) -> RoundTrips {
        let places = sites.map { UnitVector($0.coordinate) }
        let milliseconds = markets.flatMap { market in
            let place = UnitVector(market.coordinate)
            return places.map { 10 + 0.0125 * place.distance(to: $0).value }
        }
        return RoundTrips(
            marketCount: markets.count, siteCount: sites.count, milliseconds: milliseconds,
            sources: [RoundTripSource](repeating: .fitOverall, count: milliseconds.count))
    }
}

extension SplitMix {
    /// Anywhere between 55 degrees south and 65 north.
    fileprivate mutating func coordinate() -> Coordinate {
        Coordinate(latitude: -55 + 120 * unit(), longitude: -180 + 360 * unit())
    }
}
