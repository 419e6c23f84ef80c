public import LinearProgramming
import Quantities
import Siting

/// Candidate rows at one position share its limit.
///
///     sum_{s at x} capacity[s] <= limit[x]    for all positions x    (MW)
public enum PositionLimitFamily: ConstraintFamily {
    public static let name = "position_limit"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let positions = formulation.positions
        let block = try program.declareRows(
            name, in: Megawatt.self, over: [Dimension("position", labels: positions.map(\.id))])
        for (index, position) in positions.enumerated() {
            var standing = LinearExpression<Megawatt>()
            for site in position.sites { standing.add(1, formulation.decisions.capacity[site]) }
            if let beyond = formulation.decisions.slack?.positionExcess, !beyond.isEmpty {
                standing.add(-1, beyond[index])
            }
            try program.addRow(block, index, expression: standing, .atMost(position.limit))
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let position = formulation.positions[tuple[0]]
        let site = formulation.scenario.sites[position.sites[0]]
        let others = position.sites.count - 1
        let place = others == 0 ? site.name : "the position of \(site.name) (+\(others) more)"
        return RowWording(
            subject: "one more MW at \(place)", unit: Megawatt.symbol, location: site.location)
    }
}
