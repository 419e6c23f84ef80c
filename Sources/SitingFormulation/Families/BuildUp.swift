public import LinearProgramming
import Quantities
import Siting

/// What stands is what existed, plus what is built, less what is retired.
///
///     capacity[s] - build[s] + retire[s] = existing[s]    for all sites s    (MW)
public enum BuildUpFamily: ConstraintFamily {
    public static let name = "build_up"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self, over: [formulation.siteDimension])
        for (index, site) in sites.enumerated() {
            var change = LinearExpression<Megawatt>()
            change.add(1, decisions.capacity[index])
            change.add(-1, decisions.build[index])
            if let retire = decisions.retire[index] { change.add(1, retire) }
            try program.addRow(block, index, expression: change, .equal(site.existing))
        }
    }
}
