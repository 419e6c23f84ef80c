public import Quantities
public import Siting

/// The pairs of a market's requests and a site that latency limits and rules allow, and those of a job
/// and a site that rules allow. A forbidden pair is never a column.
public struct Arcs: Sendable, Equatable {
    /// A service in a market where it has requests.
    public struct Demand: Sendable, Equatable {
        public let service: Int
        public let market: Int
        /// Mean IT power.
        public let load: Power
        /// Allowed arcs, as positions in `sites`.
        public let arcs: Range<Int>
    }

    /// One a service and market with requests, in index order.
    public private(set) var demands: [Demand] = []
    /// The site of each arc, rising within a demand.
    public private(set) var sites: [Int32] = []
    /// Sites that may run a job, rising, by job.
    public private(set) var jobSites: [[Int]] = []
    /// Sites where nothing may be built.
    public private(set) var isClosed: [Bool]

    /// Finds every allowed arc of a scenario under the rules of a policy.
    public init(scenario: Scenario, policy: Policy) {
        let access = SiteAccess(scenario: scenario, policy: policy)
        isClosed = access.isClosed
        for service in scenario.services.indices {
            for market in scenario.markets.indices {
                appendDemand(service: service, market: market, scenario: scenario, access: access)
            }
        }
        jobSites = scenario.jobs.map { job in
            scenario.sites.indices.filter { access.allows(job: job, site: $0) }
        }
    }

    private mutating func appendDemand(
        service: Int, market: Int, scenario: Scenario, access: SiteAccess
    ) {
        let load = scenario.services[service].load(market: market)
        guard load > .zero else { return }
        let first = sites.count
        let allowed = access.sites(service: service, market: market)
        for site in scenario.sites.indices where allowed[site] {
            let roundTrip = scenario.roundTrips[market, site]
            if scenario.services[service].allows(roundTrip: roundTrip) {
                sites.append(Int32(site))
            }
        }
        demands.append(
            Demand(service: service, market: market, load: load, arcs: first..<sites.count))
    }
}

extension Arcs {
    /// The same demands and jobs with some of the arcs alone.
    ///
    /// - Parameter kept: Their positions in `sites`, rising.
    public func keeping(_ kept: [Int]) -> Arcs {
        var fewer = self
        fewer.sites = kept.map { sites[$0] }
        var end = 0
        fewer.demands = demands.map { demand in
            let start = end
            while end < kept.count, kept[end] < demand.arcs.upperBound { end += 1 }
            return Demand(
                service: demand.service, market: demand.market, load: demand.load,
                arcs: start..<end)
        }
        return fewer
    }
}
