public import LinearProgramming
import Quantities
import Siting

/// A stated supply gives no more than its mean output.
///
///     draw[s,g] <= mw[g] capacity_factor[g]    for all stated supplies g of sites s    (MW)
public enum SupplyFamily: ConstraintFamily {
    public static let name = "supply"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [
                formulation.siteDimension,
                Dimension("source", labels: decisions.supplyNames),
            ])
        for (index, site) in sites.enumerated() {
            for draw in decisions.draws[index] {
                guard let supply = draw.supply else { continue }
                let output = site.supplies[supply].power * site.supplies[supply].capacityFactor
                var power = LinearExpression<Megawatt>()
                power.add(1, draw.variable)
                try program.addRow(
                    block, index, draw.source - 1, expression: power, .atMost(output))
            }
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let site = formulation.scenario.sites[tuple[0]]
        let name = formulation.decisions.supplyNames[tuple[1]]
        guard let supply = site.supplies.first(where: { $0.name == name }) else { return nil }
        return RowWording(
            subject: "one more mean MW from \(supply.name) at \(site.name)",
            unit: Megawatt.symbol, location: supply.location)
    }
}
