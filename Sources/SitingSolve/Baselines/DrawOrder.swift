import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// A site's sources of power from the cheapest on: each gives what it can before the next is asked.
struct DrawOrder {
    private let formulation: Formulation
    private let sources: [Decisions.Draw]
    private let grid: Decisions.Draw?
    /// Rows that limit what supplies give: their output, and their seasons.
    private let limits: [Int]

    init(_ formulation: Formulation, site: Int) {
        self.formulation = formulation
        let figures = formulation.scenario.sites[site]
        func price(_ draw: Decisions.Draw) -> Double {
            let supply = draw.supply.map { figures.supplies[$0].price }
            return (supply ?? figures.price ?? .zero).value
        }
        let draws = formulation.decisions.draws[site]
        grid = draws.first { $0.supply == nil }
        let gridPrice = grid.map(price) ?? 0
        // What is dearer than the grid is never asked, as the grid has no limit.
        sources = draws.filter { $0.supply != nil && price($0) <= gridPrice }
            .sorted { left, right in
                price(left) == price(right)
                    ? left.source < right.source : price(left) < price(right)
            }
        limits = sources.isEmpty ? [] : Self.limits(of: site, in: formulation)
    }

    private static func limits(of site: Int, in formulation: Formulation) -> [Int] {
        [SupplyFamily.name, SeasonFamily.name].flatMap { name -> [Int] in
            guard let block = formulation.program.rowBlock(named: name) else { return [] }
            return block.range.filter { Int(block.tuple($0 - block.first).first ?? -1) == site }
        }
    }

    /// Draws so much mean facility power, MW, at values of all other columns.
    func draw(_ power: Double, into values: inout [Double]) {
        var left = power
        for source in sources where left > 0 {
            let column = source.variable.column
            let given = min(left, limits.reduce(left) { min($0, room($1, column, values)) })
            guard given > 0 else { continue }
            values[column] = given
            left -= given
        }
        if let grid { values[grid.variable.column] = left }
    }

    /// How much a limit lets a column rise; without end where the column has no part in it.
    private func room(_ row: Int, _ column: Int, _ values: [Double]) -> Double {
        let program = formulation.program
        let entries = program.rowStart[row]..<program.rowStart[row + 1]
        guard let entry = entries.first(where: { program.entryColumn[$0] == Int32(column) }),
            program.entryCoefficient[entry] > 0
        else { return .infinity }
        let slack = program.rowUpper[row] - program.activity(ofRow: row, at: values)
        return max(0, slack / program.entryCoefficient[entry])
    }
}
