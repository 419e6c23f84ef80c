import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Why a plan uses a site or not, and what would change that.
struct SiteExplainer: Sendable {
    private let scenario: Scenario
    private let policy: Policy
    private let solved: SolvedPolicy
    private let settings: SolveSettings

    init(
        _ scenario: Scenario, _ policy: Policy, _ solved: SolvedPolicy, _ settings: SolveSettings
    ) {
        self.scenario = scenario
        self.policy = policy
        self.solved = solved
        self.settings = settings
    }

    func explanation(of index: Int) async throws -> SiteExplanation {
        let site = scenario.sites[index]
        let active = solved.formulation.decisions.active[index]
        let isUsed = solved.outcome.columnValues[active.column] > PlanWriter.leastPower
        let closedBy = solved.formulation.rulesClosing(site: index)
        settings.progress?("solving without \(site.name)")
        let (without, closed) = try await Explainer.onOwnThread(settings) { settings in
            try closing(index, isUsed: isUsed, settings)
        }
        // What a rule forbids no figure brings in.
        let figures =
            closedBy.isEmpty ? SiteFigure.all(of: index, in: scenario, under: solved.held) : []
        settings.progress?("looking for break-evens of \(site.name)")
        let breakEvens = try await Explainer.sideBySide(figures, settings) { figure, settings in
            BreakEven(
                figure: figure.figure, current: figure.current,
                outcome: try outcome(of: figure, isUsed: isUsed, closed: closed, settings))
        }
        return SiteExplanation(
            id: site.id, name: site.name, country: site.country, limit: site.limit.value,
            use: isUsed ? solved.plan.sites.first { $0.id == site.id } : nil, closedBy: closedBy,
            without: without, breakEvens: breakEvens)
    }

    /// How the optimum without the site compares, and its value with the earlier stages held.
    private enum Closed {
        case optimal(Double)
        case impossible
        case unknown
    }

    private func closing(
        _ site: Int, isUsed: Bool, _ settings: SolveSettings
    ) throws -> (SiteExplanation.Without?, Closed) {
        // A plan that does not use the site is the best one without it.
        guard isUsed else { return (nil, .optimal(solved.last.objective)) }
        let content = Rule.Content.closed(sites: Selection(ids: [scenario.sites[site].id]))
        let free = scenario.adding(content, to: policy)
        let answer = try Trial.solve(free.scenario, under: free.policy, settings: settings)
        let difference = answer.trial.flatMap { trial in
            solved.plan.totals.map { RuleCost.Difference(with: trial.totals, without: $0) }
        }
        let without = SiteExplanation.Without(
            status: RuleCost.Status(answer.status),
            worseBy: answer.trial.map { worse($0.value) }, difference: difference)
        guard solved.outcome.stages.count > 1 else { return (without, closed(answer)) }
        let held = scenario.adding(content, to: solved.held)
        return (
            without, closed(try Trial.solve(held.scenario, under: held.policy, settings: settings))
        )
    }

    /// The excess over the plan's last stage, where it is more than rounding.
    private func worse(_ value: Double) -> Double {
        let excess = value - solved.last.objective
        return abs(excess) <= 1e-9 * abs(value) ? 0 : excess
    }

    private func closed(_ answer: Trial.Answer) -> Closed {
        switch answer {
        case .optimal(let trial): .optimal(trial.value)
        case .none(.infeasible): .impossible
        case .none: .unknown
        }
    }

    private func outcome(
        of figure: SiteFigure, isUsed: Bool, closed: Closed, _ settings: SolveSettings
    ) throws -> BreakEven.Outcome {
        let value: Double
        switch closed {
        case .impossible: return .indispensable
        case .unknown: return .notExamined
        case .optimal(let optimum): value = optimum
        }
        let search = BreakEvenSearch(closedValue: value, leastStep: figure.leastStep) { value in
            try point(figure, at: value, settings)
        }
        do {
            return try run(search, figure, isUsed: isUsed)
        } catch is TrialStopped {
            return .notExamined
        }
    }

    private func run(
        _ search: BreakEvenSearch, _ figure: SiteFigure, isUsed: Bool
    ) throws -> BreakEven.Outcome {
        let current = try search.solve(figure.current)
        if current.isInside { return try search.run(from: current, limit: figure.range.upperBound) }
        if isUsed {
            // Other plans are as good without the site: the figure as it is may be the break-even.
            let below = try search.solve(figure.current - search.step(at: figure.current))
            if below.isInside {
                return try search.run(from: below, to: current, limit: figure.range.upperBound)
            }
        }
        let least = try search.solve(figure.range.lowerBound)
        guard least.isInside else { return .neverIn(least.side) }
        return try search.run(from: least, to: current, limit: figure.range.upperBound)
    }

    private func point(
        _ figure: SiteFigure, at value: Double, _ settings: SolveSettings
    ) throws -> BreakEvenSearch.Point {
        let answer = try Trial.solve(
            figure.scenario(scenario, at: value), under: solved.held, settings: settings)
        guard let trial = answer.trial else { throw TrialStopped() }
        let decisions = trial.formulation.decisions
        let side = BreakEven.Side(
            value: value, work: trial.columnValues[decisions.active[figure.site].column],
            capacity: trial.columnValues[decisions.capacity[figure.site].column],
            objective: trial.value)
        return BreakEvenSearch.Point(side: side, slope: figure.slope(of: trial))
    }
}
