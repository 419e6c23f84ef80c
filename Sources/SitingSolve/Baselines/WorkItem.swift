import Quantities
import Siting
import SitingFormulation

/// A demand or a job, as something that takes room at sites.
struct WorkItem {
    enum Target {
        /// An index into `Arcs.demands`.
        case demand(Int)
        /// An index into the scenario's jobs.
        case job(Int)
    }

    let target: Target
    /// Mean IT power over the year of requests or accelerators, MW.
    let power: Double
    /// IT power that it takes at its peak, machines around it included, per MW of `power`.
    let peakPerPower: Double
    /// Sites where limits and rules allow it.
    let sites: [Int]

    /// Requests first and jobs last, each from the largest peak to the smallest, the first of equals first.
    ///
    /// Jobs may go nearly anywhere: before the requests, they would take the only sites that some reach.
    static func all(of formulation: Formulation) -> [WorkItem] {
        let arcs = formulation.arcs
        let services = formulation.scenario.services
        let demands = arcs.demands.enumerated().map { index, demand in
            WorkItem(
                target: .demand(index), power: demand.load.value,
                peakPerPower: services[demand.service].peakToMean,
                sites: demand.arcs.map { Int(arcs.sites[$0]) })
        }
        let jobs = formulation.scenario.jobs.enumerated().map { index, job in
            WorkItem(
                target: .job(index), power: job.meanOverYear.value,
                peakPerPower: (1 + job.overhead) * (Period.hours / job.window),
                sites: arcs.jobSites[index])
        }
        return [demands, jobs].flatMap { items in
            items.enumerated().sorted { left, right in
                let (first, second) = (left.element.peak, right.element.peak)
                return first == second ? left.offset < right.offset : first > second
            }.map(\.element)
        }
    }

    private var peak: Double { power * peakPerPower }
}
