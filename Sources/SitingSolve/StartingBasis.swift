import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Bases to start from in which every demand is at its best site at given prices: they are dual feasible,
/// and what they break are limits alone.
struct StartingBasis {
    let formulation: Formulation
    /// The program, with the rows that keep earlier stages.
    let program: LinearModel
    let columns: ColumnView

    /// Each demand and each job where it is best if no site had a limit.
    func withoutLimits() -> Basis? {
        let idle = IdleSitePrices(formulation, program: program, columns: columns)
        let nothing = [Double](repeating: 0, count: program.columnCount)
        let duals = idle.raised([Double](repeating: 0, count: program.rowCount), at: nothing)
        let slack = Basis(
            columns: [BasisStatus](repeating: .atLower, count: program.columnCount),
            rows: [BasisStatus](repeating: .basic, count: program.rowCount))
        var basis = idle.settled(slack, at: nothing, duals: duals)
        let costs = program.reducedCosts(at: duals).costs
        guard let demands = program.rowBlock(named: DemandFamily.name),
            let trainings = program.rowBlock(named: TrainingFamily.name)
        else { return nil }
        for (demand, row) in zip(formulation.arcs.demands, demands.range) {
            Self.assign(
                row, to: formulation.columns(of: demand).min { costs[$0] < costs[$1] }, in: &basis)
        }
        for (job, row) in zip(formulation.decisions.train, trainings.range) {
            Self.assign(
                row, to: job.map(\.column).min { costs[$0] < costs[$1] }, in: &basis)
        }
        return complete(basis)
    }

    /// The optimal basis of a scenario with gathered markets, carried over to the whole scenario.
    ///
    /// All columns and rows but those of markets are the same in both, and a market at which others were
    /// gathered keeps its arcs. Each other demand takes its best arc: that changes no price.
    ///
    /// - Parameter best: The best arc of each demand at the gathered scenario's prices, as a column.
    /// - Returns: `nil` where the two do not match.
    func extending(
        _ basis: Basis, of gathered: Formulation, program other: LinearModel, best: [Int?]
    ) -> Basis? {
        var result = Basis(
            columns: [BasisStatus](repeating: .atLower, count: program.columnCount),
            rows: [BasisStatus](repeating: .basic, count: program.rowCount))
        guard
            copy(other.columnBlocks, basis.columns, to: program.columnBlocks, &result.columns),
            copy(other.rowBlocks, basis.rows, to: program.rowBlocks, &result.rows),
            let rows = program.rowBlock(named: DemandFamily.name),
            let otherRows = other.rowBlock(named: DemandFamily.name)
        else { return nil }
        let counterparts = Dictionary(
            zip(gathered.arcs.demands.map { $0.key(in: gathered.scenario) }, 0...),
            uniquingKeysWith: { first, _ in first })
        for (index, demand) in formulation.arcs.demands.enumerated() {
            let row = rows.first + index
            let columns = formulation.columns(of: demand)
            guard let counterpart = counterparts[demand.key(in: formulation.scenario)] else {
                Self.assign(row, to: best[index], in: &result)
                continue
            }
            let same = gathered.columns(of: gathered.arcs.demands[counterpart])
            guard same.count == columns.count else { return nil }
            result.rows[row] = basis.rows[otherRows.first + counterpart]
            for (column, other) in zip(columns, same) {
                result.columns[column] = basis.columns[other]
            }
        }
        return complete(result)
    }

    /// Lets a column fill a row.
    private static func assign(_ row: Int, to column: Int?, in basis: inout Basis) {
        guard let column else { return }
        basis.columns[column] = .basic
        basis.rows[row] = .fixed
    }

    /// Copies the statuses of the blocks that both programs have in the same size.
    private func copy(
        _ blocks: [Block], _ statuses: [BasisStatus], to others: [Block],
        _ result: inout [BasisStatus]
    ) -> Bool {
        let ofMarkets = [DemandFamily.name, Decisions.serveName]
        for other in others where !ofMarkets.contains(other.name) {
            guard let block = blocks.first(where: { $0.name == other.name }),
                block.count == other.count
            else { return false }
            result.replaceSubrange(other.range, with: statuses[block.range])
        }
        return true
    }

    /// A basis has as many basic members as there are rows.
    private func complete(_ basis: Basis) -> Basis? {
        let basics = basis.columns.count { $0 == .basic } + basis.rows.count { $0 == .basic }
        return basics == program.rowCount ? basis : nil
    }
}

/// A demand by what it is in every scenario with the same services and some of the markets.
private struct DemandKey: Hashable {
    let service: Int
    let market: String
}

extension Arcs.Demand {
    fileprivate func key(in scenario: Scenario) -> DemandKey {
        DemandKey(service: service, market: scenario.markets[market].id)
    }
}
