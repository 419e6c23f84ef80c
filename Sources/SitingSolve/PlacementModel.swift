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

    /// The policy's optimum, proved: its measures, without a choice among ties and without prices.
    public func optimum() throws -> Optimum {
        let runner = StageRunner(settings: settings)
        guard Diagnoser.obstacles(of: formulation).isEmpty else {
            return Optimum(status: .infeasible)
        }
        let outcome = try LexicographicSolve(stages(runner), runner: runner).solveStages()
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
        let obstacles = Diagnoser.obstacles(of: formulation)
        guard obstacles.isEmpty else {
            return writer.infeasible(Diagnosis(findings: obstacles))
        }
        let size = formulation.program
        settings.progress?(
            "\(scenario.name), \(formulation.policy.name): \(size.columnCount) columns,"
                + " \(size.rowCount) rows")
        let outcome = try LexicographicSolve(stages(runner), runner: runner).run()
        switch outcome.status {
        case .infeasible:
            return writer.infeasible(try Diagnoser(formulation, runner: runner).diagnosis())
        case .unbounded, .stopped: return writer.without(outcome.status)
        case .optimal, .feasible: return try writer.plan(outcome)
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
