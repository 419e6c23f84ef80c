public import LinearProgramming
import Quantities
import Siting

/// Under a `training_supply` rule, training out of season draws on the rule's other plants.
///
///     PUE_s sum_j (1 - overlap_{j,G}) (1 + overhead_j) train[j,s] <= sum_{g not in G} draw[s,g]
///              for all sites s, sets G of the rule's seasonal plants, where a rule asks for it    (MW)
///
/// The sum is over the rule's plants; `overlap_{j,G}` is the part of job j's window that lies in the season
/// of any of G. Without these rows a job in winter could count as fed by what inference draws from a
/// plant in summer.
public enum TrainingSeasonFamily: ConstraintFamily {
    public static let name = "training_season"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let isAsked = formulation.trainingFuels != nil
        let sets = sites.indices.map { site in
            isAsked ? formulation.seasonSets(at: site, of: formulation.feedsTraining) : []
        }
        let labels = Set(sets.joined().map(\.label)).sorted()
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [formulation.siteDimension, Dimension("season", labels: labels)])
        for (index, site) in sites.enumerated() {
            for set in sets[index] {
                var excess = LinearExpression<Megawatt>()
                for (number, train) in formulation.jobsBySite[index] {
                    let job = formulation.scenario.jobs[number]
                    let outside = 1 - set.overlap(with: job)
                    guard outside > 0 else { continue }
                    excess.add(
                        site.pue * outside * (1 + job.overhead),
                        formulation.decisions.train[number][train])
                }
                guard excess.termCount > 0, let place = labels.firstIndex(of: set.label) else {
                    continue
                }
                let inSet = Set(set.draws.map(\.source))
                for draw in formulation.decisions.draws[index] where !inSet.contains(draw.source) {
                    guard let supply = draw.supply, formulation.feedsTraining(site.supplies[supply])
                    else { continue }
                    excess.add(-1, draw.variable)
                }
                if let beyond = formulation.decisions.slack?.trainingSupplyExcess, !beyond.isEmpty {
                    excess.add(-1, beyond[index])
                }
                try program.addRow(block, index, place, expression: excess, .atMost(.zero))
            }
        }
    }
}
