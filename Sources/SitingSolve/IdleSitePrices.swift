import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Prices the capacity of sites where nothing stands at what it would cost to build there.
///
/// Where a site has no capacity, a range of prices is optimal, and a solver gives the lowest that its few
/// arcs allow: then every other arc to the site looks like an improvement. Raising the site's prices as far
/// as its own columns allow keeps them optimal, since all its rows have zero on the right-hand side.
///
/// A site with a seasonal supply has one row more. Its price is what the best other source costs above the
/// supply: then a MW costs what the mix of both costs that the season allows. Sites with several such rows
/// are left as the solver priced them.
struct IdleSitePrices {
    private let formulation: Formulation
    private let program: LinearModel
    private let columns: ColumnView
    private let rows: Rows
    /// The season rows of each site that has any.
    private let seasonRows: [Int: [Int]]
    /// Rows that rules have for a site's training: those on it alone, and those on its draws or work too.
    private let trainingRows: [Int: [Int]]
    private let mixedRows: [Int: [Int]]

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
        func bySite(_ name: String) -> [Int: [Int]] {
            guard let block = program.rowBlock(named: name) else { return [:] }
            return Dictionary(grouping: block.range) { row in
                Int(block.tuple(row - block.first).first ?? 0)
            }
        }
        seasonRows = bySite(SeasonFamily.name)
        let trainings = Set(formulation.decisions.train.joined().map(\.column))
        var alone: [Int: [Int]] = [:]
        var mixed: [Int: [Int]] = bySite(NearUsersFamily.name)
        for name in [TrainingSupplyFamily.name, TrainingSeasonFamily.name] {
            for (site, rows) in bySite(name) {
                for row in rows {
                    let entries = program.rowStart[row]..<program.rowStart[row + 1]
                    if program.entryColumn[entries].allSatisfy({ trainings.contains(Int($0)) }) {
                        alone[site, default: []].append(row)
                    } else {
                        mixed[site, default: []].append(row)
                    }
                }
            }
        }
        trainingRows = alone
        mixedRows = mixed
    }

    /// The duals with the prices of idle sites raised.
    func raised(_ duals: [Double], at values: [Double]) -> [Double] {
        let sites = formulation.scenario.sites
        let decisions = formulation.decisions
        let idle = idleSites(values, duals)
        var duals = duals
        for site in idle {
            for row in siteRows(site) { duals[row] = 0 }
        }
        for site in idle {
            guard let row = seasonRow(of: site) else { continue }
            duals[row] = cheapestDraws(of: site, at: duals).premium
        }
        // What the site's columns cost with all other rows priced.
        let others = duals
        for site in idle {
            func cost(_ variable: Variable<Megawatt>) -> Double {
                reducedCost(variable, at: others)
            }
            let perPower = cost(cheapestDraws(of: site, at: others).any)
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
            for row in trainingRows[site] ?? [] {
                duals[row] = 0
                duals[row] = cheapestTraining(in: row, at: duals).premium
            }
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
        for site in idleSites(values, duals) {
            for row in siteRows(site) {
                settled.rows[row] =
                    program.rowLower[row] == program.rowUpper[row] ? .fixed : .atUpper
            }
            for variable in [
                decisions.build[site], decisions.capacity[site], decisions.active[site],
                decisions.itPower[site],
            ] + settledDraws(of: site, at: duals, &settled) {
                settled.columns[variable.column] = .basic
            }
            for arc in formulation.arcs(to: site) {
                settled.columns[decisions.serve(arc).column] = .atLower
            }
            for train in formulation.trainings(at: site) {
                settled.columns[train.column] = .atLower
            }
            for row in mixedRows[site] ?? [] { settled.rows[row] = .basic }
            for row in trainingRows[site] ?? [] {
                settled.rows[row] = duals[row] < 0 ? .atUpper : .basic
                guard duals[row] < 0, let train = cheapestTraining(in: row, at: duals).column
                else { continue }
                settled.columns[train] = .basic
            }
        }
        let basics = settled.columns.count { $0 == .basic } + settled.rows.count { $0 == .basic }
        return basics == program.rowCount ? settled : basis
    }

    /// The sources that a site would draw from first.
    private struct CheapestDraws {
        let any: Variable<Megawatt>
        /// Those that a season row bounds and those that it does not, where there is one.
        var seasonal: Variable<Megawatt>?
        var other: Variable<Megawatt>?
        /// What the seasonal one costs above the other, at most nothing.
        var premium = 0.0
    }

    private func cheapestDraws(of site: Int, at duals: [Double]) -> CheapestDraws {
        let draws = formulation.decisions.draws[site].map(\.variable)
        guard draws.count > 1 else { return CheapestDraws(any: draws[0]) }
        func cheapest(_ draws: [Variable<Megawatt>]) -> Variable<Megawatt>? {
            draws.min { reducedCost($0, at: duals) < reducedCost($1, at: duals) }
        }
        var found = CheapestDraws(any: cheapest(draws) ?? draws[0])
        guard let row = seasonRow(of: site) else { return found }
        let bounded = Set(
            program.entryColumn[program.rowStart[row]..<program.rowStart[row + 1]].map(Int.init))
        found.seasonal = cheapest(draws.filter { bounded.contains($0.column) })
        found.other = cheapest(draws.filter { !bounded.contains($0.column) })
        if let seasonal = found.seasonal, let other = found.other {
            found.premium = min(
                0, reducedCost(seasonal, at: duals) - reducedCost(other, at: duals))
        }
        return found
    }

    /// The draws of an idle site that are basic, with the season row's status: it is tight at a price.
    private func settledDraws(
        of site: Int, at duals: [Double], _ basis: inout Basis
    ) -> [Variable<Megawatt>] {
        let cheapest = cheapestDraws(of: site, at: duals)
        guard let row = seasonRow(of: site), let seasonal = cheapest.seasonal,
            let other = cheapest.other
        else { return [cheapest.any] }
        for draw in formulation.decisions.draws[site] {
            basis.columns[draw.variable.column] = .atLower
        }
        guard duals[row] < 0 else {
            basis.rows[row] = .basic
            return [cheapest.any]
        }
        basis.rows[row] = .atUpper
        return [seasonal, other]
    }

    /// The column that a row on training alone keeps from improving most, and the price that does so.
    private func cheapestTraining(
        in row: Int, at duals: [Double]
    ) -> (column: Int?, premium: Double) {
        var least: (column: Int?, premium: Double) = (nil, .infinity)
        for entry in program.rowStart[row]..<program.rowStart[row + 1] {
            let column = Int(program.entryColumn[entry])
            let cost = reducedCost(Variable<Megawatt>(column: column), at: duals)
            let premium = cost / program.entryCoefficient[entry]
            if premium < least.premium { least = (column, premium) }
        }
        return (least.column, min(0, least.premium))
    }

    private func seasonRow(of site: Int) -> Int? { seasonRows[site]?.first }

    private func reducedCost(_ variable: Variable<Megawatt>, at duals: [Double]) -> Double {
        duals.withUnsafeBufferPointer { duals in
            columns.reducedCost(
                of: variable.column, cost: program.objective[variable.column], at: duals
            ).cost
        }
    }

    /// Sites without existing capacity, where nothing is built.
    private func idleSites(_ values: [Double], _ duals: [Double]) -> [Int] {
        let sites = formulation.scenario.sites
        return sites.indices.filter { site in
            sites[site].existing == .zero
                && values[formulation.decisions.capacity[site].column] <= 0
                && !formulation.arcs.isClosed[site] && (seasonRows[site]?.count ?? 0) <= 1
                && (mixedRows[site] ?? []).allSatisfy { duals[$0] == 0 }
        }
    }

    private func siteRows(_ site: Int) -> [Int] {
        [rows.capacity, rows.buildUp, rows.active, rows.power, rows.itPower].map { $0 + site }
            + (seasonRows[site] ?? [])
    }
}
