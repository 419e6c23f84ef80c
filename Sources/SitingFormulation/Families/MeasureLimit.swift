public import LinearProgramming
import Quantities
import Siting

/// A measure keeps to the policy's limit.
///
///     measure_m <= limit_m    for all limits m of the policy    (the measure's unit)
public enum MeasureLimitFamily: ConstraintFamily {
    public static let name = "measure_limit"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let limits = formulation.policy.limits
        let block = try program.declareRows(
            name, in: One.self,
            over: [Dimension("measure", labels: limits.map(\.measure.rawValue))])
        for (index, limit) in limits.enumerated() {
            var measure = formulation.measures.expression(of: limit.measure)
            if let slack = formulation.decisions.slack {
                measure.add(-max(abs(limit.maximum), 1), slack.limitExcess[index])
            }
            try program.addRow(
                block, index, expression: measure.combined(),
                .atMost(Quantity<One>(limit.maximum)))
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let limit = formulation.policy.limits[tuple[0]]
        let unit = limit.measure.unit
        return RowWording(
            subject: "one more \(unit) of the \(limit.measure.rawValue) limit", unit: unit,
            location: limit.location)
    }
}
