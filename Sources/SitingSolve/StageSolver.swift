import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Solves the objectives of one formulation one after the other, each within what the earlier ones leave.
///
/// Large programs are solved coarse to fine: the prices of a scenario with its markets gathered at a quarter
/// of them say which arcs of the whole are worth starting from.
final class StageSolver {
    let formulation: Formulation
    /// The whole program, with the rows that keep earlier stages and the objective of the last solve.
    private(set) var program: LinearModel

    private let runner: StageRunner
    private let coarse: StageSolver?
    private let isEstimate: Bool
    private var state: ColumnGeneration.State
    /// Columns that the last solve used, rising: the others are at zero.
    var columnsInUse: [Int] { state.columns }
    private var keptStages = 0

    /// Arcs to start from for each demand.
    private static let startingArcs = 4

    convenience init(_ formulation: Formulation, runner: StageRunner) throws {
        try self.init(formulation, runner: runner, isEstimate: false)
    }

    private init(_ formulation: Formulation, runner: StageRunner, isEstimate: Bool) throws {
        self.formulation = formulation
        self.runner = runner
        self.isEstimate = isEstimate
        program = formulation.program
        let arcs = formulation.arcs.sites.count
        let markets = formulation.scenario.markets.count
        if arcs > runner.settings.wholeArcs, markets >= 8 {
            let scenario = formulation.scenario.gathered(at: max(4, markets / 4))
            coarse = try StageSolver(
                Formulation(scenario: scenario, policy: formulation.policy), runner: runner,
                isEstimate: true)
            let first = formulation.decisions.firstServe
            state = ColumnGeneration.State(
                columns: (0..<program.columnCount).filter {
                    !(first..<(first + arcs)).contains($0)
                })
        } else {
            coarse = nil
            state = ColumnGeneration.State(columns: Array(0..<program.columnCount))
        }
    }

    /// Minimises the policy's objective of this number, from 0.
    ///
    /// - Returns: A solution of the whole program. What it claims to be optimal is not yet proved.
    func solve(_ stage: Int) throws -> Solution {
        let objective = formulation.objectives[stage]
        try program.minimise(objective.expression, unit: objective.unit)
        if coarse != nil || isEstimate {
            let generation = self.generation
            if let coarse {
                try start(stage, from: coarse, generation)
            } else if state.basis == nil,
                let basis = StartingBasis(formulation: formulation, program: program)
                    .withoutLimits()
            {
                state.take(basis, isDualFeasible: true)
            }
            if let solution = try generation.solve(&state, acceptsShortfall: isEstimate) {
                return solution
            }
            runner.settings.progress?("solving the whole program: \(objective.name)")
        }
        let solution = try runner.solve(program, from: state.basis, isProved: false)
        if let basis = solution.basis { state.take(basis) }
        return solution
    }

    /// Adds the row `measure <= value + max(tolerance, 1e-6) |value|` for a stage just solved.
    func keep(_ stage: Int, at value: Double) throws {
        keptStages += 1
        let block = try program.declareRows("stage_\(keptStages)", in: One.self, over: [])
        let allowance = max(formulation.policy.tolerance, 1e-6) * abs(value)
        try program.addRow(
            block, expression: formulation.objectives[stage].expression.combined(),
            .atMost(Quantity<One>(value + allowance)))
        state.basis?.rows.append(.basic)
    }

    /// Takes arcs, and at first a basis, from an estimate of the stage.
    private func start(
        _ stage: Int, from coarse: StageSolver, _ generation: ColumnGeneration
    ) throws {
        let prices = try coarse.prices(stage).map(sitePrices)
        let costs = program.reducedCosts(
            at: prices ?? [Double](repeating: 0, count: program.rowCount)
        ).costs
        state.columns = ColumnGeneration.merged(
            state.columns, generation.best(Self.startingArcs, by: costs))
        guard prices != nil, let basis = coarse.state.basis else { return }
        let start = StartingBasis(formulation: formulation, program: program)
        let extended = start.extending(
            basis, of: coarse.formulation, program: coarse.program, costs: costs)
        if let extended { state.take(extended, isDualFeasible: true) }
    }

    /// Solves an estimate and keeps it for the next stage; `nil` where it has no solution.
    private func prices(_ stage: Int) throws -> (duals: [Double], blocks: [Block])? {
        guard isEstimate else { return nil }
        let solution = try solve(stage)
        guard solution.status == .optimal else { return nil }
        let blocks = program.rowBlocks
        if stage < formulation.objectives.count - 1 { try keep(stage, at: solution.objective) }
        return (solution.rowDuals, blocks)
    }

    /// The estimate's prices for the rows of this program that both have; none for demands.
    private func sitePrices(_ estimate: (duals: [Double], blocks: [Block])) -> [Double] {
        var result = [Double](repeating: 0, count: program.rowCount)
        for block in program.rowBlocks where block.name != DemandFamily.name {
            guard let other = estimate.blocks.first(where: { $0.name == block.name }),
                other.count == block.count
            else { continue }
            for member in 0..<block.count {
                result[block.first + member] = estimate.duals[other.first + member]
            }
        }
        return result
    }

    private var generation: ColumnGeneration {
        let idle = IdleSitePrices(formulation, program: program)
        let rows = program.rowBlock(named: DemandFamily.name)?.range ?? 0..<0
        return ColumnGeneration(
            program: program,
            groups: formulation.arcs.demands.map(formulation.columns), groupRows: rows,
            runner: runner, adjust: idle.raised, settle: idle.settled)
    }
}
