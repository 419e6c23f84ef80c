public import LinearProgramming
import Quantities
import Siting

/// The work of a site is all that is served and trained there, with the machines around it.
///
///     active[s] = sum_i,r serve[i,r,s] + sum_j (1 + overhead_j) train[j,s]    for all sites s    (MW)
public enum ActivePowerFamily: ConstraintFamily {
    public static let name = "active_power"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let scenario = formulation.scenario
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [formulation.siteDimension])
        var balance = LinearExpression<Megawatt>()
        for index in scenario.sites.indices {
            balance.removeAll()
            balance.add(1, decisions.active[index])
            for arc in formulation.arcsBySite[index] {
                balance.add(-1, decisions.serve(Int(arc)))
            }
            for (job, place) in formulation.jobsBySite[index] {
                balance.add(-(1 + scenario.jobs[job].overhead), decisions.train[job][place])
            }
            try program.addRow(block, index, expression: balance, .equal(.zero))
        }
    }
}
