import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Solves the objectives of one formulation one after the other, each within what the earlier ones leave.
///
/// Large programs are solved coarse to fine: the optimum of a scenario with its markets gathered at a quarter
/// of them says which arcs of the whole are worth starting from, and from which basis.
final class StageSolver {
    private(set) var formulation: Formulation
    /// The whole program, with the rows that keep earlier stages and the objective of the last solve.
    private(set) var program: LinearModel
    /// The program by column; made when first needed, and anew when it has another row.
    private var columnView: ColumnView?

    /// What chooses among ties, the same under every policy.
    private(set) lazy var tieRule = formulation.tieRule

    private var runner: StageRunner
    private let coarse: StageSolver?
    private let isEstimate: Bool
    private var state: ColumnGeneration.State
    /// Columns that the last solve used, rising: the others are at zero.
    var columnsInUse: [Int] { state.columns }
    private var keptStages = 0
    /// Whether the last solve left work undone or had no answer: a placement may be impossible.
    private var isShort = false
    /// Made where a placement may be impossible.
    private(set) var elastic: ElasticModels?

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
            // A basis before the first stage is that of the last answer, and near.
            if stage > 0 || state.basis == nil { try start(stage, generation) }
            if stage == 0, coarse?.isShort == true, try isImpossible() {
                return Solution(status: .infeasible)
            }
            if let solution = try generation.solve(&state, acceptsShortfall: isEstimate) {
                isShort = isEstimate && leavesWork(solution)
                return solution
            }
            isShort = true
            // An estimate is not worth what its whole program can take.
            if isEstimate { return Solution(status: .stopped) }
            if stage == 0, try isImpossible() { return Solution(status: .infeasible) }
            runner.settings.progress?("solving the whole program: \(objective.name)")
        }
        let solution = try runner.solve(
            program, from: state.basis, isDualFeasible: state.isDualFeasible, isProved: false)
        state.isDualFeasible = false
        if let basis = solution.basis { state.take(basis) }
        return solution
    }

    /// Whether a placement is proved impossible, by less than solving the whole program; asked of the whole
    /// alone, and once.
    private func isImpossible() throws -> Bool {
        guard !isEstimate, elastic == nil else { return false }
        let models = ElasticModels(
            scenario: formulation.scenario, policy: formulation.policy, runner: runner)
        elastic = models
        do {
            return try ConflictSearch(models: models).isImpossible()
        } catch is ElasticModel.Unanswered {
            return false
        }
    }

    private func leavesWork(_ solution: Solution) -> Bool {
        formulation.arcs.demands.contains { demand in
            let served = formulation.columns(of: demand).reduce(0) {
                $0 + solution.columnValues[$1]
            }
            return served < demand.load.value * (1 - 1e-7)
        }
    }

    /// Lets go of the stages that were kept, for another answer within the limits of `runner`.
    func restart(_ runner: StageRunner) {
        self.runner = runner
        (isShort, elastic) = (false, nil)
        coarse?.restart(runner)
        guard keptStages > 0 else { return }
        keptStages = 0
        columnView = nil
        program = formulation.program
        state.basis = nil
    }

    /// Goes on under a policy that differs in objective, tolerance or the size of its limits alone.
    ///
    /// Columns stay in use, and so does the basis where it keeps one side of the simplex method: it is still
    /// feasible where only the objective changed, and its prices are still right where only limits did.
    func change(to policy: Policy) throws {
        guard let changed = try formulation.changed(to: policy) else { return }
        let old = formulation.policy
        let isSameObjective = policy.objective == old.objective
        let isNear =
            keptStages == 0 && changed.objectives.count == 1
            && policy.objective.isLike(old.objective)
            && (policy.limits == old.limits || isSameObjective)
        if !isNear { state.basis = nil }
        state.isDualFeasible = isNear && isSameObjective
        if keptStages > 0 { columnView = nil }
        keptStages = 0
        formulation = changed
        program = changed.program
        (isShort, elastic) = (false, nil)
        try coarse?.change(to: policy)
    }

    /// Adds the row `measure <= value + max(tolerance, 1e-6) |value|` for a stage just solved.
    func keep(_ stage: Int, at value: Double) throws {
        keptStages += 1
        let block = try program.declareRows("stage_\(keptStages)", in: One.self, over: [])
        let allowance = max(formulation.policy.tolerance, 1e-6) * abs(value)
        try program.addRow(
            block, expression: formulation.objectives[stage].expression.combined(),
            .atMost(Quantity<One>(value + allowance)))
        columnView = nil
        state.basis?.rows.append(.basic)
    }

    /// Takes arcs and a basis from an estimate of the stage; the estimate of all takes one of its own.
    private func start(_ stage: Int, _ generation: ColumnGeneration) throws {
        let start = StartingBasis(
            formulation: formulation, program: program, columns: generation.columns)
        guard let coarse else {
            guard state.basis == nil, let basis = start.withoutLimits() else { return }
            state.take(basis, isDualFeasible: true)
            return
        }
        let prices = try coarse.prices(stage).map(sitePrices)
        let best = generation.best(
            Self.startingArcs, at: prices ?? [Double](repeating: 0, count: program.rowCount))
        state.columns = ColumnGeneration.merged(state.columns, best.flatMap { $0 })
        guard prices != nil, let basis = coarse.state.basis else { return }
        let extended = start.extending(
            basis, of: coarse.formulation, program: coarse.program,
            best: best.map(\.first))
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
        let columns = columnView ?? ColumnView(of: program)
        columnView = columns
        let idle = IdleSitePrices(formulation, program: program, columns: columns)
        let rows = program.rowBlock(named: DemandFamily.name)?.range ?? 0..<0
        return ColumnGeneration(
            program: program, columns: columns,
            groups: formulation.arcs.demands.map(formulation.columns), groupRows: rows,
            runner: runner, adjust: idle.raised, settle: idle.settled)
    }
}

extension Policy.Objective {
    /// Whether the optimum of one is likely to be near that of the other.
    fileprivate func isLike(_ other: Policy.Objective) -> Bool {
        switch (self, other) {
        case (.inOrder(let left), .inOrder(let right)): left == right
        case (.weighted(let left), .weighted(let right)): Set(left.keys) == Set(right.keys)
        case (.inOrder, .weighted), (.weighted, .inOrder): false
        }
    }
}
