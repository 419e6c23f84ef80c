public import LinearProgramming
import Quantities
import Siting

/// IT power is what works, plus the idle share of what stands unused.
///
///     it[s] = active[s] + idle_s (capacity[s] - active[s])    for all sites s    (MW)
///     active[s] = sum_i,r serve[i,r,s] + sum_j (1 + overhead_j) train[j,s]
public enum ITPowerFamily: ConstraintFamily {
    public static let name = "it_power"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let scenario = formulation.scenario
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [Dimension("site", labels: scenario.sites.map(\.id))])
        var balance = LinearExpression<Megawatt>()
        for (index, site) in scenario.sites.enumerated() {
            balance.removeAll()
            let active = 1 - site.idleShare
            for arc in formulation.arcsBySite[index] {
                balance.add(-active, decisions.serve(Int(arc)))
            }
            for (job, place) in formulation.jobsBySite[index] {
                let machines = 1 + scenario.jobs[job].overhead
                balance.add(-active * machines, decisions.train[job][place])
            }
            balance.add(-site.idleShare, decisions.capacity[index])
            balance.add(1, decisions.itPower[index])
            try program.addRow(block, index, expression: balance, .equal(.zero))
        }
    }
}
