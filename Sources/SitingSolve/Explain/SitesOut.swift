import LinearProgramming
import Siting
import SitingFormulation

/// The sites that a plan does not use, those that would cost least to use first.
struct SitesOut {
    /// A site without work, at a position without work.
    struct Candidate: Equatable {
        let site: Int
        /// What the first mean MW of the work that suits it best would cost, in the last stage's unit.
        let firstMegawatt: Double
    }

    /// One a position, as rows of one position stand for each other; sites that may do no work are left
    /// out.
    let candidates: [Candidate]

    init(_ solved: SolvedPolicy) {
        let formulation = solved.formulation
        let values = solved.outcome.columnValues
        let least = Self.leastCosts(formulation, ExtraCosts(solved).costs)
        candidates = formulation.positions.compactMap { position -> Candidate? in
            let isUsed = position.sites.contains { site in
                values[formulation.decisions.active[site].column] > PlanWriter.leastPower
            }
            guard !isUsed else { return nil }
            let costs = position.sites.map { Candidate(site: $0, firstMegawatt: least[$0]) }
            return costs.filter(\.firstMegawatt.isFinite).min {
                $0.firstMegawatt < $1.firstMegawatt
            }
        }.sorted { left, right in
            left.firstMegawatt == right.firstMegawatt
                ? left.site < right.site : left.firstMegawatt < right.firstMegawatt
        }
    }

    /// By site, over all work it may do; infinite where there is none.
    private static func leastCosts(_ formulation: Formulation, _ costs: [Double]) -> [Double] {
        let arcs = formulation.arcs
        var least = [Double](repeating: .infinity, count: formulation.scenario.sites.count)
        func take(_ site: Int, _ column: Int) { least[site] = min(least[site], costs[column]) }
        for demand in arcs.demands {
            for arc in demand.arcs {
                take(Int(arcs.sites[arc]), formulation.decisions.serve(arc).column)
            }
        }
        for (sites, variables) in zip(arcs.jobSites, formulation.decisions.train) {
            for (site, variable) in zip(sites, variables) { take(site, variable.column) }
        }
        return least
    }
}
