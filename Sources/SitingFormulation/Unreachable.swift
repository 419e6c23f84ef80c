public import Quantities
public import Siting

/// A market whose requests no site may answer.
public struct Unreachable: Sendable, Equatable {
    public let service: Int
    public let market: Int
    /// The nearest site that the rules leave open, and its round trip; `nil` where they leave none.
    public let nearest: Nearest?

    public struct Nearest: Sendable, Equatable {
        public let site: Int
        public let roundTrip: Latency
    }

    /// Every demand without an arc.
    public static func demands(
        of arcs: Arcs, scenario: Scenario, policy: Policy
    ) -> [Unreachable] {
        let lonely = arcs.demands.filter(\.arcs.isEmpty)
        guard !lonely.isEmpty else { return [] }
        let access = SiteAccess(scenario: scenario, policy: policy)
        return lonely.map { demand in
            let allowed = access.sites(service: demand.service, market: demand.market)
            let trips = scenario.roundTrips
            let site = allowed.indices.filter { allowed[$0] }
                .min { trips[demand.market, $0] < trips[demand.market, $1] }
            return Unreachable(
                service: demand.service, market: demand.market,
                nearest: site.map {
                    Nearest(site: $0, roundTrip: trips[demand.market, $0])
                })
        }
    }
}
