import LinearProgramming
import Quantities
import Siting
import SitingFormulation

extension ElasticModel {
    /// Arcs to start from for each demand.
    private static let startingArcs = 4

    /// Takes arcs and a basis from the answer with gathered markets.
    func start(_ generation: ColumnGeneration, _ terms: Terms) throws {
        guard let coarse else { return }
        let estimate = try coarse.solve(terms)
        let prices = coarsePrices(estimate)
        let reduced = program.reducedCosts(at: prices).costs
        let cheapest = generation.best(Self.startingArcs, at: prices)
        let used = coarse.usedArcs(estimate)
        let best = zip(formulation.arcs.demands, cheapest).map { demand, cheapest -> [Int] in
            // What is gathered goes where its like goes, where that is as good as any.
            let seed = seeds[demand.market]
            let place = DemandPlace(service: demand.service, market: seed)
            let like = (used[place] ?? []).map {
                formulation.decisions.serve(demand.arcs.lowerBound + $0).column
            }
            guard let least = cheapest.first.map({ reduced[$0] }) else { return [] }
            let bar = least + 1e-9 * (1 + abs(least))
            let dear = like.filter { reduced[$0] > bar }
            return like.filter { reduced[$0] <= bar } + cheapest + dear
        }
        let start = StartingBasis(formulation: formulation, program: program, columns: columns)
        let basis = coarse.state.basis.flatMap {
            start.extending(
                $0, of: coarse.formulation, program: coarse.program, best: best.map(\.first))
        }
        let chosen = best.flatMap { $0 }
        guard let basis else {
            state.columns = ColumnGeneration.merged(state.columns, chosen)
            return
        }
        state.columns = ColumnGeneration.merged(ownColumns, chosen)
        state.take(basis, isDualFeasible: true)
    }

    func coarsePrices(_ estimate: Answer) -> [Double] {
        var prices = [Double](repeating: 0, count: program.rowCount)
        guard let coarse else { return prices }
        for block in program.rowBlocks where block.name != DemandFamily.name {
            guard let other = coarse.program.rowBlock(named: block.name),
                other.count == block.count
            else { continue }
            for member in 0..<block.count {
                prices[block.first + member] = estimate.duals[other.first + member]
            }
        }
        return prices
    }

    /// Sites that serve each demand, as places among its arcs, the most first.
    private func usedArcs(_ answer: Answer) -> [DemandPlace: [Int]] {
        var used: [DemandPlace: [Int]] = [:]
        for demand in formulation.arcs.demands {
            let power = demand.arcs.map { answer.values[formulation.decisions.serve($0).column] }
            used[DemandPlace(service: demand.service, market: demand.market)] =
                power.indices.filter { power[$0] > Self.tolerance * demand.load.value }
                .sorted { power[$0] > power[$1] }
        }
        return used
    }

    private struct DemandPlace: Hashable {
        let service: Int
        let market: Int
    }
}

extension Scenario {
    /// By market, the nearest in another scenario.
    func nearestMarkets(in other: Scenario) -> [Int] {
        let vectors = other.markets.map { UnitVector($0.coordinate) }
        return markets.map { market in
            let place = UnitVector(market.coordinate)
            let distances = vectors.map { place.distance(to: $0).value }
            return distances.indices.min { distances[$0] < distances[$1] } ?? 0
        }
    }
}
