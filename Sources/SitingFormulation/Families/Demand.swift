public import LinearProgramming
import Quantities
import Siting

/// Every request is answered.
///
///     sum_s serve[i,r,s] = load[i,r]    for all services i, markets r with requests    (MW)
public enum DemandFamily: ConstraintFamily {
    public static let name = "demand"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let scenario = formulation.scenario
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [
                Dimension("service", labels: scenario.services.map(\.id)),
                Dimension("market", labels: scenario.markets.map(\.id)),
            ])
        var sum = LinearExpression<Megawatt>()
        for (index, demand) in formulation.arcs.demands.enumerated() {
            sum.removeAll()
            for arc in demand.arcs { sum.add(1, decisions.serve(arc)) }
            if let unserved = decisions.slack?.unserved, !unserved.isEmpty {
                sum.add(1, unserved[index])
            }
            try program.addRow(
                block, demand.service, demand.market, expression: sum, .equal(demand.load))
        }
    }
}
