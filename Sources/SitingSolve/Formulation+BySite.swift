import LinearProgramming
import Quantities
import Siting
import SitingFormulation

extension Formulation {
    /// An expression's value at these column values, split by the site that each column belongs to.
    func valuesBySite<Unit>(
        of expression: LinearExpression<Unit>, at values: [Double]
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: scenario.sites.count)
        expression.forEachTerm { column, coefficient in
            let site = Int(decisions.siteOfColumn[column])
            if site >= 0 { sums[site] += coefficient * values[column] }
        }
        return sums
    }
}
