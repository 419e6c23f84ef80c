public import LinearProgramming
import Quantities
import Siting

/// A site's capacity holds the peaks of all that runs there, and keeps its headroom.
///
///     sum_i,r peak_i serve[i,r,s] + sum_j run_j[s] <= (1 - headroom_s) capacity[s]    for all sites s    (MW)
///     run_j[s] = (1 + overhead_j) (8,760 / window_j) train[j,s]
///
/// Peaks and jobs may coincide: the annual model is conservative. The machines of a job's overhead take
/// their share of the site's power like its accelerators do.
public enum SiteCapacityFamily: ConstraintFamily {
    public static let name = "site_capacity"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let scenario = formulation.scenario
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [formulation.siteDimension])
        var peak = LinearExpression<Megawatt>()
        for (index, site) in scenario.sites.enumerated() {
            peak.removeAll()
            for arc in formulation.arcsBySite[index] {
                let demand = formulation.arcs.demands[Int(formulation.demandOfArc[Int(arc)])]
                peak.add(scenario.services[demand.service].peakToMean, decisions.serve(Int(arc)))
            }
            for (job, place) in formulation.jobsBySite[index] {
                let running = (1 + scenario.jobs[job].overhead) * scenario.jobs[job].runningPerMean
                peak.add(running, decisions.train[job][place])
            }
            peak.add(-(1 - site.headroom), decisions.capacity[index])
            try program.addRow(block, index, expression: peak, .atMost(.zero))
        }
    }
}
