public import LinearProgramming
import Quantities
public import Siting

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
            if let excess = formulation.decisions.slack?.limitExcess, !excess.isEmpty {
                measure.add(-limit.yardstick, excess[index])
            }
            try program.addRow(
                block, index, expression: measure.combined(),
                .atMost(Quantity<One>(limit.rowMaximum)))
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let limit = formulation.policy.limits[tuple[0]]
        let unit = limit.rowUnit
        guard !limit.isOnRatio else {
            return RowWording(
                subject: "one \(unit) for each member beyond \(limit.measure.limitKey)",
                unit: unit, location: limit.location)
        }
        return RowWording(
            subject: "one more \(unit) of the \(limit.measure.rawValue) limit", unit: unit,
            location: limit.location)
    }
}

extension Policy.Limit {
    /// What its row allows. Of an amount for each MW built the limit is in the rows of the members, and this
    /// one allows no more above it.
    var rowMaximum: Double { isOnRatio ? 0 : maximum }

    /// The unit of its row.
    var rowUnit: String { isOnRatio ? measure.ofWhole.unit : measure.unit }

    /// Whether it limits a ratio of decisions.
    public var isOnRatio: Bool { !measure.isMinimisable }

    /// What an excess over the limit is measured by: the limit itself, where it is not near zero.
    public var yardstick: Double { max(abs(maximum), 1) }
}
