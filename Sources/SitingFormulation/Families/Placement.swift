public import LinearProgramming
import Quantities
import Siting

/// Sites do the shares of all work that a rule states, and others none: a placement that is given.
///
///     active[s] = share_s (T + I)    for all sites s, where a rule asks for it    (MW)
public enum PlacementFamily: ConstraintFamily {
    public static let name = "placement"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let scenario = formulation.scenario
        let given = formulation.rulesInForce.compactMap { rule -> [String: Double]? in
            if case .placement(let shares) = rule.content { return shares }
            return nil
        }
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [Dimension("site", labels: scenario.sites.map(\.id))])
        guard let shares = given.first else { return }
        for (index, site) in scenario.sites.enumerated() {
            var work = LinearExpression<Megawatt>()
            work.add(1, formulation.decisions.active[index])
            let share = shares[site.id] ?? 0
            try program.addRow(
                block, index, expression: work, .equal(share * scenario.meanWork))
        }
    }
}
