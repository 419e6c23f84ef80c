import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Prices the capacity of sites where nothing stands at what it would cost to build there.
///
/// Where a site has no capacity, a range of prices is optimal, and a solver gives the lowest that its few
/// arcs allow: then every other arc to the site looks like an improvement. Raising the site's prices as far
/// as its own columns allow keeps them optimal, since all its rows have zero on the right-hand side.
struct IdleSitePrices {
    private let formulation: Formulation
    private let program: LinearModel
    private let columns: ColumnView
    private let rows: Rows

    /// First rows of the families of which each site has one row.
    private struct Rows {
        let capacity: Int
        let buildUp: Int
        let active: Int
        let power: Int
        let itPower: Int
    }

    init(_ formulation: Formulation, program: LinearModel, columns: ColumnView) {
        self.formulation = formulation
        self.program = program
        self.columns = columns
        func first(_ name: String) -> Int { program.rowBlock(named: name)?.first ?? 0 }
        rows = Rows(
            capacity: first(SiteCapacityFamily.name), buildUp: first(BuildUpFamily.name),
            active: first(ActivePowerFamily.name), power: first(PowerFamily.name),
            itPower: first(ITPowerFamily.name))
    }

    /// The duals with the prices of idle sites raised.
    func raised(_ duals: [Double], at values: [Double]) -> [Double] {
        let sites = formulation.scenario.sites
        let decisions = formulation.decisions
        let idle = idleSites(values)
        var duals = duals
        for site in idle {
            for row in siteRows(site) { duals[row] = 0 }
        }
        // What the site's columns cost with all other rows priced.
        let others = duals
        for site in idle {
            func cost(_ variable: Variable<Megawatt>) -> Double {
                reducedCost(variable, at: others)
            }
            let perPower = cost(cheapestDraw(of: site, at: others))
            let perIT = cost(decisions.itPower[site]) + sites[site].pue * perPower
            let idleShare = sites[site].idleShare
            let perActive = cost(decisions.active[site]) + (1 - idleShare) * perIT
            let perCapacity =
                cost(decisions.capacity[site]) + cost(decisions.build[site]) + idleShare * perIT
            duals[rows.power + site] = perPower
            duals[rows.itPower + site] = perIT
            duals[rows.active + site] = perActive
            duals[rows.buildUp + site] = -cost(decisions.build[site])
            duals[rows.capacity + site] = -max(0, perCapacity) / (1 - sites[site].headroom)
        }
        return duals
    }

    /// The basis whose duals are the raised ones: an idle site's own columns are basic, at zero.
    ///
    /// - Parameter duals: As `raised` gave them.
    /// - Returns: The basis as it was, where the sizes do not match.
    func settled(_ basis: Basis, at values: [Double], duals: [Double]) -> Basis {
        let decisions = formulation.decisions
        var settled = basis
        for site in idleSites(values) {
            for row in siteRows(site) {
                settled.rows[row] =
                    program.rowLower[row] == program.rowUpper[row] ? .fixed : .atUpper
            }
            for variable in [
                decisions.build[site], decisions.capacity[site], decisions.active[site],
                decisions.itPower[site], cheapestDraw(of: site, at: duals),
            ] {
                settled.columns[variable.column] = .basic
            }
            for arc in formulation.arcs(to: site) {
                settled.columns[decisions.serve(arc).column] = .atLower
            }
            for train in formulation.trainings(at: site) {
                settled.columns[train.column] = .atLower
            }
        }
        let basics = settled.columns.count { $0 == .basic } + settled.rows.count { $0 == .basic }
        return basics == program.rowCount ? settled : basis
    }

    /// The source that a site would draw from first; the grid where it has no other.
    private func cheapestDraw(of site: Int, at duals: [Double]) -> Variable<Megawatt> {
        let draws = formulation.decisions.draws[site].map(\.variable)
        guard draws.count > 1 else { return draws[0] }
        return draws.min { reducedCost($0, at: duals) < reducedCost($1, at: duals) } ?? draws[0]
    }

    private func reducedCost(_ variable: Variable<Megawatt>, at duals: [Double]) -> Double {
        duals.withUnsafeBufferPointer { duals in
            columns.reducedCost(
                of: variable.column, cost: program.objective[variable.column], at: duals
            ).cost
        }
    }

    /// Sites without existing capacity, where nothing is built.
    private func idleSites(_ values: [Double]) -> [Int] {
        let sites = formulation.scenario.sites
        return sites.indices.filter { site in
            sites[site].existing == .zero
                && values[formulation.decisions.capacity[site].column] <= 0
                && !formulation.arcs.isClosed[site]
        }
    }

    private func siteRows(_ site: Int) -> [Int] {
        [rows.capacity, rows.buildUp, rows.active, rows.power, rows.itPower].map { $0 + site }
    }
}
