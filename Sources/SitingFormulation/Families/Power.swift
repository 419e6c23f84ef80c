public import LinearProgramming
import Quantities
import Siting

/// Facility power is PUE times IT power, and is drawn from the grid or from stated supplies.
///
///     sum_g draw[s,g] = PUE_s it[s]    for all sites s    (MW)
public enum PowerFamily: ConstraintFamily {
    public static let name = "power"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self, over: [formulation.siteDimension])
        for (index, site) in sites.enumerated() {
            var balance = LinearExpression<Megawatt>()
            for draw in decisions.draws[index] { balance.add(1, draw.variable) }
            balance.add(-site.pue, decisions.itPower[index])
            try program.addRow(block, index, expression: balance, .equal(.zero))
        }
    }
}
