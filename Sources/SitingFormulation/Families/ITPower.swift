public import LinearProgramming
import Quantities
import Siting

/// IT power is what works, plus the idle share of what stands unused.
///
///     it[s] = active[s] + idle_s (capacity[s] - active[s])    for all sites s    (MW)
public enum ITPowerFamily: ConstraintFamily {
    public static let name = "it_power"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self, over: [formulation.siteDimension])
        for (index, site) in sites.enumerated() {
            var balance = LinearExpression<Megawatt>()
            balance.add(1, decisions.itPower[index])
            balance.add(-(1 - site.idleShare), decisions.active[index])
            balance.add(-site.idleShare, decisions.capacity[index])
            try program.addRow(block, index, expression: balance, .equal(.zero))
        }
    }
}
