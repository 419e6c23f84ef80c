import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// How much IT capacity is missing when the limits of all positions are used up.
struct CapacityShortage {
    private let formulation: Formulation
    private let slack: Decisions.Slack
    /// IT power that the missing work would need at its peak, headroom apart.
    let expression: LinearExpression<Megawatt>
    /// IT power that all work would need.
    let needed: Double

    init(_ formulation: Formulation, slack: Decisions.Slack) {
        self.formulation = formulation
        self.slack = slack
        let scenario = formulation.scenario
        var sum = LinearExpression<Megawatt>()
        var all = 0.0
        for (demand, unserved) in zip(formulation.arcs.demands, slack.unserved) {
            let peak = scenario.services[demand.service].peakToMean
            sum.add(peak, unserved)
            all += peak * demand.load.value
        }
        for (job, untrained) in zip(scenario.jobs, slack.untrained) {
            let running = (1 + job.overhead) * (Period.hours / job.window)
            sum.add(running, untrained)
            all += running * job.meanOverYear.value
        }
        expression = sum
        needed = max(all, 1e-9)
    }

    /// The least shortage, proved on all arcs by those that matter.
    func solve(_ runner: StageRunner) throws -> Solution {
        var program = formulation.program
        try program.minimise(expression)
        let columns = ColumnView(of: program)
        let idle = IdleSitePrices(formulation, program: program, columns: columns)
        let groups = formulation.arcs.demands.map(formulation.columns)
        let generation = ColumnGeneration(
            program: program, columns: columns, groups: groups,
            groupRows: program.rowBlock(named: DemandFamily.name)?.range ?? 0..<0, runner: runner,
            adjust: idle.raised, settle: idle.settled)
        var state = ColumnGeneration.State(columns: Array(0..<program.columnCount))
        if formulation.arcs.sites.count > runner.settings.wholeArcs {
            let first = formulation.decisions.firstServe
            let arcs = first..<(first + formulation.arcs.sites.count)
            state.columns = state.columns.filter { !arcs.contains($0) }
        }
        guard let solution = try generation.solve(&state) else { throw ElasticModel.Unanswered() }
        return solution
    }

    func finding(_ solution: Solution) -> Diagnosis.Finding {
        let scenario = formulation.scenario
        let missing = ReadableFigure.text(solution.objective, roundingUp: true)
        // Where nothing may be built, what exists is all there is.
        let limit = formulation.positions.reduce(0) { sum, position in
            let open = position.sites.filter { !formulation.arcs.isClosed[$0] }
            let most = open.isEmpty ? 0 : position.limit.value
            return sum
                + max(most, position.sites.reduce(0) { $0 + scenario.sites[$1].existing.value })
        }
        var short: [(name: String, power: Double)] = []
        for (demand, unserved) in zip(formulation.arcs.demands, slack.unserved) {
            let service = scenario.services[demand.service]
            let power = solution.columnValues[unserved.column] * service.peakToMean
            short.append(("\(scenario.markets[demand.market].name) (\(service.id))", power))
        }
        for (job, untrained) in zip(scenario.jobs, slack.untrained) {
            let running = (1 + job.overhead) * (Period.hours / job.window)
            short.append((job.id, solution.columnValues[untrained.column] * running))
        }
        let worst = short.filter { $0.power > 1e-6 }.sorted { $0.power > $1.power }.prefix(3)
        let names = worst.map { "\($0.name) \(ReadableFigure.text($0.power)) MW" }
        return Diagnosis.Finding(
            kind: "capacity_short",
            message: "\(missing) MW of IT power is short within reach at peak:"
                + " work needs \(ReadableFigure.text(needed)) MW plus headroom, open positions"
                + " together allow \(ReadableFigure.text(limit)) MW; short at most for "
                + names.joined(separator: ", "),
            remedy: "raise limit_mw, add sites within reach, or lower the load",
            location: formulation.policy.location)
    }
}
