import GLPK
import LinearProgramming
public import Siting
import SitingFormulation

/// A scenario under one policy held in memory, to be solved again as the policy changes: what sweeps,
/// trade-off curves and sliders stand on.
///
/// Where policies differ in objective, tolerance or the size of limits alone, rows and columns stay as they
/// are, and each solve goes on from the columns and the basis of the last. Use it on one thread at a time.
public final class PlacementModel {
    private let scenario: Scenario
    private let settings: SolveSettings
    private var formulation: Formulation
    /// Made when first needed.
    private var solver: StageSolver?

    /// - Parameter settings: Their limit of time is that of each answer.
    public convenience init(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings = SolveSettings()
    ) throws {
        self.init(
            scenario, try Formulation(scenario: scenario, policy: policy), settings: settings)
    }

    /// - Parameter formulation: Of the scenario, under any policy.
    init(_ scenario: Scenario, _ formulation: Formulation, settings: SolveSettings) {
        self.scenario = scenario
        self.settings = settings
        self.formulation = formulation
    }

    /// Columns of the program: every allowed arc is one.
    public var columnCount: Int { formulation.program.columnCount }
    /// Pairs of a market's service and a site that limits and rules allow.
    public var arcCount: Int { formulation.arcs.sites.count }

    /// Goes on under another policy of the scenario, keeping what can be kept.
    public func change(to policy: Policy) throws {
        if let changed = try formulation.changed(to: policy) {
            formulation = changed
            try solver?.change(to: policy)
        } else {
            formulation = try Formulation(scenario: scenario, policy: policy)
            solver = nil
        }
    }

    /// The policy's optimum, proved: its measures, without prices.
    ///
    /// - Parameter choosesAmongTies: Whether measures that the policy leaves open are those of its plan,
    ///   which the tie rule chooses, and not those of any plan that is as good.
    public func optimum(choosesAmongTies: Bool = false) throws -> Optimum {
        let runner = StageRunner(settings: settings)
        guard Diagnoser.obstacles(of: formulation).isEmpty else {
            return Optimum(status: .infeasible)
        }
        let solve = try LexicographicSolve(stages(runner), runner: runner)
        let outcome = try choosesAmongTies ? solve.run(examinesTies: false) : solve.solveStages()
        var optimum = Optimum(status: outcome.status, stages: outcome.stages)
        guard let certificate = outcome.certificate else { return optimum }
        optimum.proof = PlanWriter(formulation, runner: runner).proof(
            certificate, program: outcome.program)
        optimum.totals = TotalsWriter(formulation, values: outcome.columnValues).totals([])
        optimum.capacities = formulation.decisions.capacity.map { outcome.columnValues[$0.column] }
        return optimum
    }

    /// The policy's plan, chosen among ties, proved and priced; if there is none, it says why.
    public func plan() throws -> Plan {
        let runner = StageRunner(settings: settings)
        let writer = PlanWriter(formulation, runner: runner)
        guard Diagnoser.obstacles(of: formulation).isEmpty else {
            return writer.infeasible(try Diagnoser(formulation, runner: runner).diagnosis())
        }
        let size = formulation.program
        settings.progress?(
            "\(scenario.name), \(formulation.policy.name): \(size.columnCount) columns,"
                + " \(size.rowCount) rows")
        let outcome = try LexicographicSolve(stages(runner), runner: runner).run()
        switch outcome.status {
        case .infeasible:
            let diagnoser = Diagnoser(formulation, models: solver?.elastic, runner: runner)
            return writer.infeasible(try diagnoser.diagnosis())
        case .unbounded, .stopped: return writer.without(outcome.status)
        case .optimal, .feasible: return try writer.plan(outcome)
        }
    }

    /// Whether a placement is possible; if none is, what stands in the way and what would help.
    public func possibility() throws -> Possibility {
        do {
            let runner = StageRunner(settings: settings)
            let diagnosis = try Diagnoser(formulation, runner: runner).examined()
            return diagnosis.map(Possibility.impossible) ?? .possible
        } catch is ElasticModel.Unanswered {
            return .undecided
        }
    }

    /// The solver with no stage kept yet.
    private func stages(_ runner: StageRunner) throws -> StageSolver {
        if let solver {
            solver.restart(runner)
            return solver
        }
        let fresh = try StageSolver(formulation, runner: runner)
        solver = fresh
        return fresh
    }
}

/// Whether a scenario has a placement under a policy.
public enum Possibility: Sendable, Equatable {
    case possible
    case impossible(Diagnosis)
    /// A limit came first.
    case undecided
}

/// The optimum of a policy without what a plan adds for people.
public struct Optimum: Sendable, Equatable {
    public var status: PlanStatus
    public var stages: [Stage] = []
    /// `nil` unless every stage was solved to its end. Percentiles of round trips are not computed.
    public var totals: Totals?
    /// IT power standing, MW, by site of the scenario; empty where there is no plan.
    public var capacities: [Double] = []
    public var proof: Proof?
}
