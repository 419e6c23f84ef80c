public import LinearProgramming
import Quantities
import Siting

/// The IT power of all sites, where a share of it is limited.
///
///     it_total = sum_s it[s]    (MW)
public enum ITTotalFamily: ConstraintFamily {
    public static let name = "it_total"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        guard let total = formulation.decisions.itTotal else { return }
        let block = try program.declareRows(name, in: Megawatt.self, over: [])
        var sum = LinearExpression<Megawatt>()
        sum.add(1, total)
        for power in formulation.decisions.itPower { sum.add(-1, power) }
        try program.addRow(block, expression: sum, .equal(.zero))
    }
}
