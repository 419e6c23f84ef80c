import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Work placed item by item: each fills its best site, then the next.
struct GreedyPlacement {
    /// What found no room, MW of mean power, in the order of placing.
    private(set) var unplaced: [(item: WorkItem, power: Double)] = []
    /// A value for each column of the program; a placement only where nothing is left over.
    private(set) var columnValues: [Double]

    private let formulation: Formulation
    private var room: SiteRoom

    init(_ formulation: Formulation, ranking: SiteRanking) {
        self.formulation = formulation
        room = SiteRoom(formulation)
        columnValues = [Double](repeating: 0, count: formulation.program.columnCount)
        for item in WorkItem.all(of: formulation) { place(item, in: ranking.order(for: item)) }
        for site in formulation.scenario.sites.indices { settle(site) }
    }

    private mutating func place(_ item: WorkItem, in order: [Int]) {
        var left = item.power
        for site in order where left > 0 {
            let most = room.peakLeft(at: site) / item.peakPerPower
            // What is left by rounding alone is no placement of its own.
            let taken = most >= left * (1 - 1e-12) ? left : most
            guard taken > item.power * 1e-12 else { continue }
            room.take(peak: taken * item.peakPerPower, at: site)
            columnValues[column(of: item, at: site)] += taken
            left -= taken
        }
        if left > item.power * 1e-9 { unplaced.append((item, left)) }
    }

    private func column(of item: WorkItem, at site: Int) -> Int {
        let place = item.sites.partitioningIndex { $0 >= site }
        switch item.target {
        case .demand(let index):
            let first = formulation.arcs.demands[index].arcs.lowerBound
            return formulation.decisions.serve(first + place).column
        case .job(let index): return formulation.decisions.train[index][place].column
        }
    }

    /// Sets what follows at a site from the work done there.
    private mutating func settle(_ site: Int) {
        let decisions = formulation.decisions
        let existing = formulation.scenario.sites[site].existing.value
        let standing = room.standing(at: site)
        let active =
            formulation.inferencePower(at: site, columnValues)
            + formulation.trainingPower(at: site, columnValues)
        let idle = formulation.scenario.sites[site].idleShare * max(0, standing - active)
        columnValues[decisions.capacity[site].column] = standing
        columnValues[decisions.build[site].column] = max(0, standing - existing)
        if let retire = decisions.retire[site] {
            columnValues[retire.column] = max(0, existing - standing)
        }
        columnValues[decisions.active[site].column] = active
        columnValues[decisions.itPower[site].column] = active + idle
        let power = formulation.scenario.sites[site].pue * (active + idle)
        DrawOrder(formulation, site: site).draw(power, into: &columnValues)
    }
}

extension Array where Element: Comparable {
    /// The first place of a rising array whose element meets a condition that later ones meet too.
    fileprivate func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
