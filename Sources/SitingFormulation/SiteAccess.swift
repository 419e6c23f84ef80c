public import Siting

/// Which sites the rules of a policy leave open to a workload.
public struct SiteAccess: Sendable {
    private let scenario: Scenario
    /// Nothing runs or is built there.
    public let isClosed: [Bool]
    private let masks: [Mask]

    /// One rule that keeps some work to some sites.
    private struct Mask: Sendable {
        let services: Set<Int>
        let jobs: Set<String>
        /// Markets whose requests are kept, by index.
        let markets: [Bool]
        let sites: [Bool]
    }

    public init(scenario: Scenario, policy: Policy) {
        self.scenario = scenario
        var closed = [Bool](repeating: false, count: scenario.sites.count)
        var masks: [Mask] = []
        for rule in policy.rules.compactMap(scenario.rule(named:)) {
            switch rule.content {
            case .closed(let selection):
                for (index, site) in scenario.sites.enumerated() where selection.contains(site) {
                    closed[index] = true
                }
            case .residency(let services, let jobs, let markets, let sites):
                masks.append(
                    Mask(
                        services: Set(
                            scenario.services.indices.filter {
                                services?.contains(scenario.services[$0].id) ?? true
                            }),
                        jobs: jobs, markets: scenario.markets.map(markets.contains),
                        sites: scenario.sites.map(sites.contains)))
            case .access(let countries, let sites):
                masks.append(Self.accessMask(scenario, countries: countries, sites: sites))
            case .placement(let shares):
                masks.append(Self.placementMask(scenario, shares: shares))
            case .share, .nearUsers, .trainingSupply:
                break
            }
        }
        isClosed = closed
        self.masks = masks
    }

    private static func accessMask(
        _ scenario: Scenario, countries: Set<String>, sites: Selection
    ) -> Mask {
        func isBound(_ country: String?) -> Bool { country.map(countries.contains) ?? false }
        let services = scenario.services.indices.filter {
            isBound(scenario.services[$0].operatorCountry)
        }
        let jobs = scenario.jobs.filter { isBound($0.operatorCountry) }.map(\.id)
        return Mask(
            services: Set(services), jobs: Set(jobs),
            markets: [Bool](repeating: true, count: scenario.markets.count),
            sites: scenario.sites.map(sites.contains))
    }

    /// No work runs at sites without a share.
    private static func placementMask(_ scenario: Scenario, shares: [String: Double]) -> Mask {
        Mask(
            services: Set(scenario.services.indices), jobs: Set(scenario.jobs.map(\.id)),
            markets: [Bool](repeating: true, count: scenario.markets.count),
            sites: scenario.sites.map { shares[$0.id, default: 0] > 0 })
    }

    /// One flag a site.
    public func sites(service: Int, market: Int) -> [Bool] {
        var allowed = isClosed.map { !$0 }
        for mask in masks where mask.services.contains(service) && mask.markets[market] {
            for site in allowed.indices where !mask.sites[site] { allowed[site] = false }
        }
        return allowed
    }

    public func allows(job: Job, site: Int) -> Bool {
        !isClosed[site] && masks.allSatisfy { !$0.jobs.contains(job.id) || $0.sites[site] }
    }
}
