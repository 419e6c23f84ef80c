public import LinearProgramming
import Quantities
import Siting

/// Training draws only from plants behind the meter that run on the fuels of a rule.
///
///     PUE_s sum_j (1 + overhead_j) train[j,s] <= sum_{g on those fuels} draw[s,g]
///                                                for all sites s, where a rule asks for it    (MW)
///
/// Rows have no price of their own in plans: nearly every site has one, and no planner can loosen it for a
/// site. What the rule costs is told as a whole.
public enum TrainingSupplyFamily: ConstraintFamily {
    public static let name = "training_supply"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let scenario = formulation.scenario
        let decisions = formulation.decisions
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [formulation.siteDimension])
        guard formulation.trainingFuels != nil else { return }
        for (index, site) in scenario.sites.enumerated()
        where !formulation.jobsBySite[index].isEmpty {
            var excess = LinearExpression<Megawatt>()
            for (job, place) in formulation.jobsBySite[index] {
                let machines = 1 + scenario.jobs[job].overhead
                excess.add(site.pue * machines, decisions.train[job][place])
            }
            for draw in decisions.draws[index] {
                guard let supply = draw.supply.map({ site.supplies[$0] }),
                    formulation.feedsTraining(supply)
                else { continue }
                excess.add(-1, draw.variable)
            }
            if let beyond = decisions.slack?.trainingSupplyExcess, !beyond.isEmpty {
                excess.add(-1, beyond[index])
            }
            try program.addRow(block, index, expression: excess, .atMost(.zero))
        }
    }
}

extension Formulation {
    /// The fuels on which every `training_supply` rule in force lets training draw; `nil` without one.
    var trainingFuels: Set<String>? {
        let fuelSets = rulesInForce.compactMap { rule -> Set<String>? in
            if case .trainingSupply(let fuels) = rule.content { return fuels }
            return nil
        }
        guard let first = fuelSets.first else { return nil }
        return fuelSets.dropFirst().reduce(first) { $0.intersection($1) }
    }

    /// Whether the rules in force let training draw on a supply.
    func feedsTraining(_ supply: Supply) -> Bool {
        guard let fuels = trainingFuels else { return true }
        return supply.kind == .directLine && fuels.contains(supply.fuel)
    }
}
