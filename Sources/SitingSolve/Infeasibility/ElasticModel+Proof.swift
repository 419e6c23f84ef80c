import LinearProgramming
import SitingFormulation

extension ElasticModel {
    /// Prices that prove that these terms can't all be kept; `nil` where they can.
    func proof(_ terms: Terms) throws -> [Double]? {
        if let last, last.terms == terms {
            return last.answer.objective > Self.tolerance ? last.answer.duals : nil
        }
        if let coarse, try coarse.proof(terms) != nil {
            try apply(terms)
            let estimate = try coarse.solve(terms)
            if let duals = proof(at: coarsePrices(estimate)) { return duals }
        }
        let answer = try solve(terms)
        return answer.objective > Self.tolerance ? answer.duals : nil
    }

    /// Whether these terms can't all be kept, by a bound computed anew from an answer's prices on every
    /// column: what the solver says is not taken for it.
    func refutes(_ terms: Terms) throws -> Bool {
        guard let duals = try proof(terms) else { return false }
        try apply(terms)
        return proof(at: duals) != nil
    }

    /// The prices with each demand at its best arc, where they prove a positive bound.
    private func proof(at prices: [Double]) -> [Double]? {
        guard let demands = program.rowBlock(named: DemandFamily.name)?.range else { return nil }
        var duals = prices
        for row in demands { duals[row] = 0 }
        for row in 0..<program.rowCount where program.rowLower[row] == -.infinity {
            duals[row] = min(0, duals[row])
        }
        let (costs, scales) = program.reducedCosts(at: duals)
        let first = formulation.decisions.firstServe
        let arcs = first..<(first + formulation.arcs.sites.count)
        for column in 0..<program.columnCount
        where !arcs.contains(column) && program.columnUpper[column] == .infinity {
            guard costs[column] >= -1e-9 * scales[column] else { return nil }
        }
        for (demand, row) in zip(formulation.arcs.demands, demands) {
            let least = formulation.columns(of: demand).reduce(.infinity) { min($0, costs[$1]) }
            guard least.isFinite else { return nil }
            duals[row] = least
        }
        return isPositive(bound(at: duals, costs)) ? duals : nil
    }

    /// What the plan of least price costs at least, and the size of the terms it is made of.
    private func bound(at duals: [Double], _ costs: [Double]) -> (value: Double, scale: Double) {
        var bound = 0.0
        var scale = 1.0
        for row in 0..<program.rowCount where duals[row] != 0 {
            let upper = program.rowUpper[row]
            let term = duals[row] * (upper == .infinity ? program.rowLower[row] : upper)
            bound += term
            scale += abs(term)
        }
        for column in 0..<program.columnCount
        where program.columnUpper[column] != .infinity && costs[column] < 0 {
            bound += costs[column] * program.columnUpper[column]
        }
        return (bound, scale)
    }

    private func isPositive(_ bound: (value: Double, scale: Double)) -> Bool {
        bound.value > 1e-6 * bound.scale
    }
}
