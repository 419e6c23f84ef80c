import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Minimises a policy's objectives in order, then chooses among the ties of the last.
struct LexicographicSolve {
    /// What the stages led to.
    struct Outcome {
        var status: PlanStatus
        var stages: [Stage] = []
        var ties: Ties?
        /// The chosen plan's value of each column.
        var columnValues: [Double] = []
        /// The last stage's program, with the rows that keep earlier stages.
        var program: LinearModel
        /// Solution of the last stage, before ties: its duals are the plan's prices.
        var last: Solution?
        /// The proof of the chosen plan against the last stage.
        var certificate: Certificate?
    }

    private let formulation: Formulation
    private let runner: StageRunner
    private var program: LinearModel
    private var basis: Basis?
    private var keptStages = 0

    init(_ formulation: Formulation, runner: StageRunner) {
        self.formulation = formulation
        self.runner = runner
        program = formulation.program
    }

    func run() throws -> Outcome {
        var copy = self
        return try copy.solveStages()
    }

    /// The program of a stage, from 1, after solving those before it.
    mutating func program(ofStage wanted: Int) throws -> LinearModel {
        let objectives = formulation.objectives
        for objective in objectives.prefix(wanted - 1) {
            try program.minimise(objective.expression, unit: objective.unit)
            let solution = try runner.solve(program, from: basis)
            guard solution.status == .optimal else { break }
            basis = solution.basis
            try keep(objective, at: solution.objective)
        }
        let objective = objectives[wanted - 1]
        try program.minimise(objective.expression, unit: objective.unit)
        return program
    }

    private mutating func solveStages() throws -> Outcome {
        var outcome = Outcome(status: .optimal, program: program)
        let objectives = formulation.objectives
        for (index, objective) in objectives.enumerated() {
            try program.minimise(objective.expression, unit: objective.unit)
            runner.settings.progress?("minimising \(objective.name)")
            let solution = try runner.solve(program, from: basis)
            guard solution.status == .optimal || solution.status == .feasible else {
                return giveUp(outcome, after: solution)
            }
            outcome.stages.append(
                Stage(
                    measure: objective.name, unit: objective.unit, value: solution.objective,
                    bound: solution.bound, tolerance: formulation.policy.tolerance))
            outcome.columnValues = solution.columnValues
            outcome.last = solution
            outcome.program = program
            guard solution.status == .optimal else {
                outcome.status = .feasible
                return outcome
            }
            basis = solution.basis
            if index < objectives.count - 1 { try keep(objective, at: solution.objective) }
        }
        try chooseAmongTies(&outcome)
        return outcome
    }

    /// An earlier stage's plan is still a plan when a limit stops a later one.
    private func giveUp(_ outcome: Outcome, after solution: Solution) -> Outcome {
        var outcome = outcome
        if outcome.stages.isEmpty || solution.status != .stopped {
            outcome.status =
                switch solution.status {
                case .infeasible: .infeasible
                case .unbounded: .unbounded
                case .optimal, .feasible, .stopped: .stopped
                }
        } else {
            outcome.status = .feasible
        }
        return outcome
    }

    /// Adds the row `measure <= value + max(tolerance, 1e-6) |value|`.
    private mutating func keep(_ objective: Objective, at value: Double) throws {
        keptStages += 1
        let block = try program.declareRows("stage_\(keptStages)", in: One.self, over: [])
        let allowance = max(formulation.policy.tolerance, 1e-6) * abs(value)
        try program.addRow(
            block, expression: objective.expression.combined(),
            .atMost(Quantity<One>(value + allowance)))
    }

    /// Moves to the plan that the tie rule likes best among those as good as the last stage's.
    private func chooseAmongTies(_ outcome: inout Outcome) throws {
        guard let last = outcome.last else { return }
        let face = try OptimalFace(of: outcome.program, at: last)
        outcome.ties = .unique
        if face.mayHoldOthers {
            runner.settings.progress?("choosing among equally good plans")
            let tie = TieStage(face: face.program, rule: formulation.tieRule, runner: runner)
            let choice = try tie.choose(from: last)
            let value = outcome.program.objectiveValue(at: choice.columnValues)
            // The face is exact up to its threshold; a choice that costs more is not a tie.
            if abs(value - last.objective) <= 1e-8 * max(1, abs(last.objective)) {
                outcome.ties = choice.ties
                outcome.columnValues = choice.columnValues
            } else {
                outcome.ties = .notExamined
            }
        }
        let certificate = Certificate(
            checking: outcome.program, columnValues: outcome.columnValues,
            rowDuals: last.rowDuals, tolerance: runner.settings.tolerance)
        try certificate.require(of: outcome.program.name)
        outcome.certificate = certificate
    }
}
