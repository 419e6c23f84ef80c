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
            let proved = try runner.proved(solver.program, solution).solution
            try solver.keep(stage, at: proved.objective)
        }
        var program = solver.program
        let objective = formulation.objectives[wanted - 1]
        try program.minimise(objective.expression, unit: objective.unit)
        return program
    }

    /// All stages, and the plan that the tie rule chooses.
    ///
    /// - Parameter examinesTies: Whether to find out if there are other plans as good.
    func run(examinesTies: Bool = true) throws -> Outcome {
        var outcome = try solveStages(provesLast: false)
        guard let last = outcome.last, outcome.status == .optimal else { return outcome }
        try chooseAmongTies(&outcome, after: last, examines: examinesTies)
        try proveChoice(&outcome, after: last, examines: examinesTies)
        return outcome
    }

    /// All stages, without a choice among the ties of the last.
    func solveStages() throws -> Outcome { try solveStages(provesLast: true) }

    /// - Parameter provesLast: Whether to prove an optimum of the last stage, too: a plan that is then chosen
    ///   among ties is proved by the same prices.
    private func solveStages(provesLast: Bool) throws -> Outcome {
        var outcome = Outcome(status: .optimal, program: solver.program)
        let objectives = formulation.objectives
        for (index, objective) in objectives.enumerated() {
            runner.settings.progress?("minimising \(objective.name)")
            let answer = try solver.solve(index)
            guard answer.status == .optimal || answer.status == .feasible else {
                return giveUp(outcome, after: answer)
            }
            let isLast = index == objectives.count - 1
            outcome.stages.append(
                Stage(
                    measure: objective.name, unit: objective.unit, value: answer.objective,
                    bound: answer.bound, tolerance: formulation.policy.tolerance))
            if isLast, answer.status == .optimal, !provesLast {
                take(answer, into: &outcome)
                return outcome
            }
            let (solution, certificate) = try runner.proved(solver.program, answer)
            take(solution, into: &outcome)
            settle(&outcome, by: certificate)
            guard solution.status == .optimal else {
                outcome.status = .feasible
                return outcome
            }
            if isLast {
                outcome.certificate = certificate
            } else {
                try solver.keep(index, at: solution.objective)
            }
        }
        return outcome
    }

    private func take(_ solution: Solution, into outcome: inout Outcome) {
        outcome.columnValues = solution.columnValues
        outcome.last = solution
        outcome.program = solver.program
        outcome.columns = solver.columnsInUse
    }

    /// The value of the last stage so far and the bound that is proved of it.
    private func settle(_ outcome: inout Outcome, by certificate: Certificate) {
        guard let last = outcome.last, let stage = outcome.stages.last else { return }
        let settled = Stage(
            measure: stage.measure, unit: stage.unit, value: last.objective,
            bound: certificate.dualObjective, tolerance: stage.tolerance)
        outcome.stages[outcome.stages.count - 1] = settled
        if settled.gap > runner.settings.gap { outcome.status = .feasible }
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
    private func chooseAmongTies(
        _ outcome: inout Outcome, after last: Solution, examines: Bool
    ) throws {
        let face = try OptimalFace(of: outcome.program, at: last)
        outcome.ties = .unique
        guard face.mayHoldOthers else { return }
        runner.settings.progress?("choosing among equally good plans")
        // A tie stage that breaks down leaves the plan as it is.
        let choice =
            (try? TieStage(
                face: face.program, rule: solver.tieRule, basis: last.basis, runner: runner
            ).choose(from: last, examines: examines))
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

    /// Proves the chosen plan by the last stage's prices; where rounding spoils that, the last stage's own
    /// and one chosen anew.
    private func proveChoice(
        _ outcome: inout Outcome, after last: Solution, examines: Bool
    ) throws {
        if let certificate = certificate(of: outcome, by: last) {
            outcome.certificate = certificate
        } else {
            let proved = try runner.proved(outcome.program, last)
            take(proved.solution, into: &outcome)
            outcome.certificate = proved.certificate
            var anew = outcome
            try chooseAmongTies(&anew, after: proved.solution, examines: examines)
            if let certificate = certificate(of: anew, by: proved.solution) {
                outcome = anew
                outcome.certificate = certificate
            } else {
                outcome.ties = .notExamined
            }
        }
        if let certificate = outcome.certificate { settle(&outcome, by: certificate) }
    }

    /// The proof of an outcome's plan by the prices of a solution; `nil` where it does not hold.
    private func certificate(of outcome: Outcome, by solution: Solution) -> Certificate? {
        let certificate = Certificate(
            checking: outcome.program, columnValues: outcome.columnValues,
            rowDuals: solution.rowDuals, tolerance: runner.settings.tolerance)
        return certificate.holds() ? certificate : nil
    }
}
