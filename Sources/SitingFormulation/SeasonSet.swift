import Siting

/// Supplies of one site whose seasons are looked at together.
struct SeasonSet {
    /// Fit for a row's name, such as `0501_1031`.
    let label: String
    /// Those that give power in these seasons alone.
    let draws: [Decisions.Draw]
    let seasons: [Season]
    /// The seasons of those that training may draw on.
    let trainingSeasons: [Season]
}

extension Formulation {
    /// Every set of a site's seasonal supplies that may bind, by label.
    ///
    /// What is there in the same season and meets the same work is one. A set holds all that adds to its
    /// draws without adding to the load that they can meet: smaller sets follow from it.
    ///
    /// - Parameter counts: Which supplies to look at.
    func seasonSets(
        at site: Int, of counts: (Supply) -> Bool = { _ in true }
    ) -> [SeasonSet] {
        let groups = seasonGroups(at: site, of: counts)
        guard !groups.isEmpty else { return [] }
        let days = groups.map { [$0.season].days }
        return (1..<(1 << groups.count)).compactMap { mask -> SeasonSet? in
            func union(_ isIncluded: (SeasonGroup) -> Bool) -> Set<Int> {
                groups.indices.reduce(into: Set()) { all, index in
                    if mask & (1 << index) != 0, isIncluded(groups[index]) {
                        all.formUnion(days[index])
                    }
                }
            }
            let all = union { _ in true }
            let forTraining = union(\.feedsTraining)
            let isClosed = groups.indices.allSatisfy { index in
                let room = groups[index].feedsTraining ? forTraining : all
                return mask & (1 << index) != 0 || !days[index].isSubset(of: room)
            }
            guard isClosed else { return nil }
            return SeasonSet(groups.indices.filter { mask & (1 << $0) != 0 }.map { groups[$0] })
        }.sorted { $0.label < $1.label }
    }

    private func seasonGroups(at site: Int, of counts: (Supply) -> Bool) -> [SeasonGroup] {
        var groups: [SeasonGroup] = []
        for draw in decisions.draws[site] {
            guard let supply = draw.supply.map({ scenario.sites[site].supplies[$0] }),
                let season = supply.season, counts(supply)
            else { continue }
            let feedsTraining = feedsTraining(supply)
            if let place = groups.firstIndex(where: {
                $0.season == season && $0.feedsTraining == feedsTraining
            }) {
                groups[place].draws.append(draw)
            } else {
                groups.append(
                    SeasonGroup(season: season, feedsTraining: feedsTraining, draws: [draw]))
            }
        }
        return groups.sorted { $0.label < $1.label }
    }
}

/// Supplies of a site that are there in the same season and meet the same work.
private struct SeasonGroup {
    let season: Season
    let feedsTraining: Bool
    var draws: [Decisions.Draw]

    var label: String {
        let days = [season.from, season.to].map { day in
            day.description.split(separator: "-").joined()
        }
        return days.joined(separator: "_") + (feedsTraining ? "" : "_steady")
    }
}

extension SeasonSet {
    fileprivate init(_ groups: [SeasonGroup]) {
        label = groups.map(\.label).joined(separator: "_and_")
        draws = groups.flatMap(\.draws)
        seasons = groups.map(\.season)
        trainingSeasons = groups.filter(\.feedsTraining).map(\.season)
    }
}
