import Quantities
import Siting

/// What runs where in a plan, by the indices of its scenario.
struct PlanWork {
    struct Request {
        let service: Int
        let market: Int
        let site: Int
        /// Mean IT power, MW.
        let power: Double
    }

    struct Training {
        let job: Int
        let site: Int
        /// Mean IT power of the accelerators over the year, MW.
        let power: Double
    }

    let requests: [Request]
    let trainings: [Training]

    /// - Parameter plan: A plan of this scenario; rows of other work are passed over.
    init(_ plan: Plan, in scenario: Scenario) {
        func indices(_ ids: [String]) -> [String: Int] {
            Dictionary(zip(ids, 0...)) { first, _ in first }
        }
        let sites = indices(scenario.sites.map(\.id))
        let markets = indices(scenario.markets.map(\.id))
        let services = indices(scenario.services.map(\.id))
        let jobs = indices(scenario.jobs.map(\.id))
        requests = plan.inference.compactMap { row in
            guard let service = services[row.service], let market = markets[row.market],
                let site = sites[row.site]
            else { return nil }
            return Request(service: service, market: market, site: site, power: row.power)
        }
        trainings = plan.training.compactMap { row in
            guard let job = jobs[row.job], let site = sites[row.site] else { return nil }
            let power = Energy(row.energy).value / Period.hours.value
            return Training(job: job, site: site, power: power)
        }
    }

    /// Mean IT power of all work by site, MW, job overhead included.
    func active(in scenario: Scenario) -> [Double] {
        var active = [Double](repeating: 0, count: scenario.sites.count)
        for request in requests { active[request.site] += request.power }
        for training in trainings {
            active[training.site] += (1 + scenario.jobs[training.job].overhead) * training.power
        }
        return active
    }
}
