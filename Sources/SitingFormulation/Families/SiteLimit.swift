public import LinearProgramming
import Quantities
import Siting

/// A site whose own limit is below that of its position keeps to its own.
///
///     capacity[s] <= limit[s]    for all sites s with limit[s] < limit of the position    (MW)
public enum SiteLimitFamily: ConstraintFamily {
    public static let name = "site_limit"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let block = try program.declareRows(
            name, in: Megawatt.self, over: [formulation.siteDimension])
        var tighter: [Int] = []
        for position in formulation.positions {
            tighter += position.sites.filter { sites[$0].limit < position.limit }
        }
        for site in tighter.sorted() {
            var standing = LinearExpression<Megawatt>()
            standing.add(1, formulation.decisions.capacity[site])
            try program.addRow(block, site, expression: standing, .atMost(sites[site].limit))
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let site = formulation.scenario.sites[tuple[0]]
        return RowWording(
            subject: "one more MW at \(site.name)", unit: Megawatt.symbol,
            location: site.location)
    }
}
