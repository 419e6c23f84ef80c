import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// The pairs of work and site that some restriction forbids, with what using them costs.
struct ElasticArcs {
    /// A pair in which all priced restrictions that forbid it are known.
    struct Pair {
        /// Its column.
        let column: Int
        let site: Int
        /// The demand it serves; `nil` for a job.
        let demand: Int?
        /// A job, where it is of one.
        let job: Int?
        /// Indices of the restrictions, as bits of the mask.
        let mask: UInt64
        /// For each MW.
        let price: Double
    }

    /// What one MW of a pair's column is: a part of its demand or job, and IT power.
    private struct Size {
        let part: Double
        let work: Double
    }

    private let model: ElasticModel
    private let terms: ElasticModel.Terms
    /// The restriction of each bit.
    private let owners: [Int]
    /// Bits whose restrictions have a price.
    private let priced: UInt64

    init(_ model: ElasticModel, _ terms: ElasticModel.Terms) {
        self.model = model
        self.terms = terms
        owners = model.restrictions.indices.filter {
            model.restrictions[$0].arcRestriction != nil
        }
        priced = owners.enumerated().reduce(0) { mask, item in
            terms.prices[item.element] > 0 ? mask | 1 << item.offset : mask
        }
    }

    /// The restrictions of the bits of a mask.
    func restrictions(of mask: UInt64) -> [Int] {
        owners.indices.filter { mask & (1 << $0) != 0 }.map { owners[$0] }
    }

    /// Visits every pair that costs something.
    func forEach(_ body: (Pair) -> Void) {
        guard priced != 0 else { return }
        let formulation = model.formulation
        for (index, demand) in formulation.arcs.demands.enumerated() {
            let size = Size(part: 1 / model.sizes[index], work: 1)
            for arc in demand.arcs {
                var mask = model.deleted.masks[arc] & priced
                guard mask != 0 else { continue }
                let site = Int(formulation.arcs.sites[arc])
                let trip = formulation.roundTrip(demand, arc)
                let price = price(&mask, size, site: site, trip: trip)
                guard mask != 0 else { continue }
                body(
                    Pair(
                        column: formulation.decisions.serve(arc).column, site: site,
                        demand: index, job: nil, mask: mask, price: price))
            }
        }
        forEachJob(body)
    }

    private func forEachJob(_ body: (Pair) -> Void) {
        let formulation = model.formulation
        for (index, job) in formulation.scenario.jobs.enumerated() {
            let size = Size(
                part: 1 / max(job.meanOverYear.value, 1e-12), work: 1 + job.overhead)
            for (place, site) in formulation.arcs.jobSites[index].enumerated() {
                var mask = model.deleted.jobMasks[index][place] & priced
                guard mask != 0 else { continue }
                let price = price(&mask, size, site: site, trip: 0)
                guard mask != 0 else { continue }
                body(
                    Pair(
                        column: formulation.decisions.train[index][place].column, site: site,
                        demand: nil, job: index, mask: mask, price: price))
            }
        }
    }

    /// The sum of the prices of the restrictions of a mask, less those that give so far.
    private func price(
        _ mask: inout UInt64, _ size: Size, site: Int, trip: Double
    ) -> Double {
        var sum = 0.0
        var rest = mask
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            rest &= rest - 1
            let owner = owners[bit]
            let severity = severity(owner, site: site, trip: trip)
            if severity == 0 { mask &= ~(1 << bit) }
            let perPower = terms.countsWorkOf == owner ? size.work : size.part
            sum += terms.prices[owner] * severity * perPower
        }
        return sum
    }

    /// How far a pair is beyond a restriction, relative to it; 0 where it gives that far.
    private func severity(_ owner: Int, site: Int, trip: Double) -> Double {
        switch terms.reliefs[owner] {
        case .sites(let sites) where sites.contains(site): return 0
        case .time(let limit) where model.time(owner, trip: trip) <= limit * (1 + 1e-12): return 0
        case .preferring(let sites): return sites.contains(site) ? 1 : 1e3
        case .none, .excess, .sites, .time: break
        }
        guard let limit = model.timeLimit(owner) else { return 1 }
        // What is just beyond a limit must still be seen.
        return max(0.01, model.time(owner, trip: trip) / limit - 1)
    }
}

extension ElasticModel {
    /// What a time limit is on: the round trip, or the latency that goes with it, ms.
    func time(_ restriction: Int, trip: Double) -> Double {
        guard case .latency(let service) = restrictions[restriction] else { return trip }
        return formulation.scenario.services[service].latency(roundTrip: Latency(trip)).value
    }

    /// The limit of a time limit, ms; `nil` of another restriction.
    func timeLimit(_ restriction: Int) -> Double? { timeLimits[restriction] }
}
