import GLPK
public import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// A stage that later ones build on has no optimum, so that their programs can't be written.
public struct StageNotSolved: Error, Sendable, CustomStringConvertible {
    /// From 1.
    public let stage: Int
    public let status: SolveStatus

    public var description: String {
        "stage \(stage) has no optimum that later ones could keep: it is \(status.rawValue)"
    }
}

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
        /// Columns of which the last stage was solved, rising; all but few of a large program are at zero.
        var columns: [Int] = []
        /// The proof of the plan against the last stage; `nil` where not every stage was solved to its end.
        var certificate: Certificate?
    }

    private let formulation: Formulation
    private let runner: StageRunner
    private let solver: StageSolver

    init(_ formulation: Formulation, runner: StageRunner) throws {
        self.init(try StageSolver(formulation, runner: runner), runner: runner)
    }

    /// - Parameter solver: One that has kept no stage yet.
    init(_ solver: StageSolver, runner: StageRunner) {
        formulation = solver.formulation
        self.runner = runner
        self.solver = solver
    }

    /// The program of a stage, from 1, after solving those before it.
    func program(ofStage wanted: Int) throws -> LinearModel {
        for stage in 0..<(wanted - 1) {
            let solution = try solver.solve(stage)
            guard solution.status == .optimal else {
                throw StageNotSolved(stage: stage + 1, status: solution.status)
            }
            try runner.prove(solver.program, solution)
            try solver.keep(stage, at: solution.objective)
        }
        var program = solver.program
        let objective = formulation.objectives[wanted - 1]
        try program.minimise(objective.expression, unit: objective.unit)
        return program
    }

    func run() throws -> Outcome {
        var outcome = try solveStages()
        if outcome.certificate != nil { try chooseAmongTies(&outcome) }
        return outcome
    }

    /// All stages, without a choice among the ties of the last.
    func solveStages() throws -> Outcome {
        var outcome = Outcome(status: .optimal, program: solver.program)
        let objectives = formulation.objectives
        for (index, objective) in objectives.enumerated() {
            runner.settings.progress?("minimising \(objective.name)")
            let solution = try solver.solve(index)
            guard solution.status == .optimal || solution.status == .feasible else {
                return giveUp(outcome, after: solution)
            }
            let certificate = try runner.prove(solver.program, solution)
            outcome.stages.append(
                Stage(
                    measure: objective.name, unit: objective.unit, value: solution.objective,
                    bound: certificate.dualObjective, tolerance: formulation.policy.tolerance))
            outcome.columnValues = solution.columnValues
            outcome.last = solution
            outcome.program = solver.program
            outcome.columns = solver.columnsInUse
            guard solution.status == .optimal else {
                outcome.status = .feasible
                return outcome
            }
            if let stage = outcome.stages.last, stage.gap > runner.settings.gap {
                outcome.status = .feasible
            }
            guard index == objectives.count - 1 else {
                try solver.keep(index, at: solution.objective)
                continue
            }
            outcome.certificate = certificate
        }
        return outcome
    }

    /// An earlier stage's plan is still a plan when a limit stops a later one.
    private func giveUp(_ outcome: Outcome, after solution: Solution) -> Outcome {
        var outcome = outcome
        // Later stages keep a plan that the first one proved possible: anything else is numerical.
        if outcome.stages.isEmpty {
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

    /// Moves to the plan that the tie rule likes best among those as good as the last stage's.
    private func chooseAmongTies(_ outcome: inout Outcome) throws {
        guard let last = outcome.last else { return }
        let face = try OptimalFace(of: outcome.program, at: last)
        outcome.ties = .unique
        if face.mayHoldOthers {
            runner.settings.progress?("choosing among equally good plans")
            // What is proved stays proved: a tie stage that breaks down leaves the plan as it is.
            let choice =
                (try? TieStage(
                    face: face.program, rule: formulation.tieRule, basis: last.basis, runner: runner
                ).choose(from: last))
                ?? TieStage.Choice(columnValues: last.columnValues, ties: .notExamined)
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
