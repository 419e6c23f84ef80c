public import LinearProgramming
import Quantities
import Siting

/// Sites do the shares of all work that a rule states, and others none: a placement that is given.
///
///     active[s] <= share_s (T + I)    for all sites s with a share, where a rule asks for it    (MW)
///
/// Arcs to other sites do not exist. All sites together do T + I, so each does just its share. A billionth is allowed: the shares must add
/// up to the work, and in binary arithmetic they miss it by the last digit.
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
            over: [formulation.siteDimension])
        guard let shares = given.first else { return }
        for (index, site) in scenario.sites.enumerated() {
            let beyond = formulation.decisions.slack?.placementExcess ?? []
            let stated = shares[site.id, default: 0]
            // Without columns for work beyond it, a site without a share has no arcs either.
            guard stated > 0 || !beyond.isEmpty else { continue }
            var work = LinearExpression<Megawatt>()
            work.add(1, formulation.decisions.active[index])
            if !beyond.isEmpty { work.add(-1, beyond[index]) }
            let share = stated * (1 + 1e-9)
            try program.addRow(
                block, index, expression: work, .atMost(share * scenario.meanWork))
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let rule = formulation.rulesInForce.first {
            if case .placement = $0.content { return true }
            return false
        }
        let site = formulation.scenario.sites[tuple[0]]
        return RowWording(
            subject: "one more mean MW of work at \(site.name)", unit: Megawatt.symbol,
            location: rule?.location)
    }
}
