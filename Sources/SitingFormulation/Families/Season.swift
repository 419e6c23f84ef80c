public import LinearProgramming
import Quantities
import Siting

/// Supplies that are there for a part of the year meet the load of that part alone.
///
///     sum_{g in G} draw[s,g] <= PUE_s (share_G steady[s] + sum_j overlap_{j,G} (1 + overhead_j) train[j,s])
///     steady[s] = it[s] - sum_j (1 + overhead_j) train[j,s]
///                     for all sites s, sets G of their seasonal supplies    (MW, means over the year)
///
/// `share_G` is the part of the year that lies in the season of any of them, `overlap_{j,G}` that of job
/// j's window. Inference and idle machines are taken to draw the same all year, a job to run evenly over
/// its window. Under a `training_supply` rule jobs count in the seasons of plants that it allows.
///
/// Most sites have one seasonal supply and one row. Two whose seasons overlap meet no more together than
/// the load of all their days, so they have a row too. A set whose seasons have no day in common has none,
/// as it follows from its members'.
public enum SeasonFamily: ConstraintFamily {
    public static let name = "season"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let sites = formulation.scenario.sites
        let sets = sites.indices.map { formulation.seasonSets(at: $0).filter(\.mayExceedItsLoad) }
        let labels = Set(sets.joined().map(\.label)).sorted()
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [formulation.siteDimension, Dimension("season", labels: labels)])
        for (index, site) in sites.enumerated() {
            for set in sets[index] {
                guard let place = labels.firstIndex(of: set.label) else { continue }
                let share = set.seasons.share
                var excess = LinearExpression<Megawatt>()
                for draw in set.draws { excess.add(1, draw.variable) }
                excess.add(-site.pue * share, formulation.decisions.itPower[index])
                for (number, train) in formulation.jobsBySite[index] {
                    let job = formulation.scenario.jobs[number]
                    let beyondSteady = set.overlap(with: job) - share
                    excess.add(
                        -site.pue * beyondSteady * (1 + job.overhead),
                        formulation.decisions.train[number][train])
                }
                try program.addRow(block, index, place, expression: excess, .atMost(.zero))
            }
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let site = formulation.scenario.sites[tuple[0]]
        let block = formulation.program.rowBlock(named: name)
        let label = block?.dimensions[1].labels[tuple[1]]
        let set = formulation.seasonSets(at: tuple[0]).first { $0.label == label }
        let supplies = (set?.draws ?? []).compactMap { $0.supply.map { site.supplies[$0] } }
        guard let first = supplies.first else { return nil }
        let names = supplies.map(\.name).joined(separator: " and ")
        return RowWording(
            subject: "one more mean MW from \(names) at \(site.name) out of season",
            unit: Megawatt.symbol, location: first.location)
    }
}

extension SeasonSet {
    /// The part of a job's window in which training may draw on some of the supplies.
    func overlap(with job: Job) -> Double {
        trainingSeasons.overlap(start: job.start, end: job.end)
    }

    /// Whether neither its members' rows nor facility power bound its draws already.
    fileprivate var mayExceedItsLoad: Bool {
        let days = seasons.days.count
        let isDisjoint = Set(seasons).reduce(0) { $0 + $1.dayCount } == days
        return days < 365 && (Set(seasons).count == 1 || !isDisjoint)
    }
}
