public import LinearProgramming
import Quantities
import Siting

/// Training stays where inference is: no site's share of the one is above its share of the other.
///
///     train[s] / T <= infer[s] / I    for all sites s, where a rule asks for it
///
/// With totals T and I of the year's work, both fixed, and `active = train + infer`, this is
///
///     train[s] - T / (T + I) active[s] <= 0    (MW, job overhead included)
///
/// Since all shares add up to one, all are equal. A billionth is allowed, so that binary arithmetic can
/// make them so.
///
/// Rows have no price of their own in plans: nearly every site has one, and no planner can loosen it for a
/// site. What the rule costs is told as a whole.
public enum NearUsersFamily: ConstraintFamily {
    public static let name = "near_users"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let isAsked = formulation.rulesInForce.contains { $0.content == .nearUsers }
        let scenario = formulation.scenario
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [formulation.siteDimension])
        let work = scenario.meanWork
        guard isAsked, work > .zero else { return }
        let ratio = scenario.meanTraining / work * (1 + 1e-9)
        for site in scenario.sites.indices where !formulation.jobsBySite[site].isEmpty {
            var excess = LinearExpression<Megawatt>()
            for (job, place) in formulation.jobsBySite[site] {
                excess.add(1 + scenario.jobs[job].overhead, decisions.train[job][place])
            }
            excess.add(-ratio, decisions.active[site])
            if let beyond = decisions.slack?.nearUsersExcess, !beyond.isEmpty {
                excess.add(-1, beyond[site])
            }
            try program.addRow(block, site, expression: excess, .atMost(.zero))
        }
    }
}
