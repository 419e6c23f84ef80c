import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// A scenario under a policy in which everything may be broken at a price: it always has a solution, and one
/// that costs nothing where a placement is possible.
///
/// Which restrictions hold is a matter of prices alone, so that one program answers for every set of them,
/// each time from its last basis.
final class ElasticModel {
    /// What a solve makes of each restriction, by its index.
    struct Terms: Equatable {
        /// For each unit of what is broken, relative to the restriction; a restriction at zero is dropped.
        var prices: [Double]
        /// How far each gives without a price.
        var reliefs: [Relief]
        /// A restriction by which forbidden work counts in MW, not as parts of its markets and jobs.
        var countsWorkOf: Int?

        init(_ count: Int, keeping kept: Set<Int>, at price: Double = 1) {
            prices = (0..<count).map { kept.contains($0) ? price : 0 }
            reliefs = [Relief](repeating: .none, count: count)
        }
    }

    /// How far a restriction gives.
    enum Relief: Equatable {
        case none
        /// By excess column of the restriction, in the column's unit.
        case excess([Double])
        /// A longer round trip or latency, ms.
        case time(Double)
        /// Sites where the rule no longer forbids work.
        case sites(Set<Int>)
        /// Not at all, and less so at other sites than these.
        case preferring(Set<Int>)
    }

    struct Answer {
        let objective: Double
        let values: [Double]
        let duals: [Double]
    }

    /// A solve ended without an answer.
    struct Unanswered: Error {}

    let restrictions: [Restriction]
    let formulation: Formulation
    let deleted: DeletedArcs
    let excess: [ElasticExcess]
    /// The limit of each restriction on time, ms.
    let timeLimits: [Double?]
    private let runner: StageRunner
    let columns: ColumnView
    private(set) var program: LinearModel
    var state: ColumnGeneration.State
    /// The same with markets gathered at a quarter of them, whose prices say where to start.
    let coarse: ElasticModel?
    /// Mean power of each demand, MW; where others are gathered at it, its own.
    let sizes: [Double]
    /// All but the arcs, where those are many.
    let ownColumns: [Int]
    /// The market at which each is gathered in `coarse`.
    let seeds: [Int]
    private(set) var last: (terms: Terms, answer: Answer)?

    /// What is less than this, relative to what it is a part of, is rounding.
    static let tolerance = 1e-7

    /// - Parameter policy: The policy as it is, less rules that are to shape no rows.
    convenience init(
        _ restrictions: [Restriction], scenario: Scenario, policy: Policy, deleted: DeletedArcs,
        runner: StageRunner
    ) throws {
        try self.init(
            restrictions, scenario: scenario, gatheredFrom: scenario, policy: policy,
            deleted: deleted, runner: runner)
    }

    private init(
        _ restrictions: [Restriction], scenario: Scenario, gatheredFrom original: Scenario,
        policy: Policy, deleted: DeletedArcs, runner: StageRunner
    ) throws {
        self.restrictions = restrictions
        self.deleted = deleted
        self.runner = runner
        let arcRules = restrictions.compactMap { restriction -> String? in
            guard case .rule(let rule) = restriction, !rule.limitsSums else { return nil }
            return rule.name
        }
        let formulation = try Formulation(
            scenario: scenario.under(policy).withoutTimeLimits,
            policy: policy.without(rules: arcRules).withoutTimeLimits, arcs: deleted.arcs,
            elasticity: .restrictions,
            families: constraintFamilies.filter { $0 != PeakFamily.self })
        self.formulation = formulation
        program = formulation.program
        columns = ColumnView(of: program)
        excess = restrictions.map { ElasticExcess($0, of: formulation) }
        let services = scenario.under(policy).services
        timeLimits = restrictions.map { restriction in
            switch restriction {
            case .roundTrip(let service): services[service].maxRoundTrip?.value
            case .latency(let service): services[service].maxLatency?.value
            case .rule, .limit, .room: nil
            }
        }
        sizes = formulation.sizes(of: original)
        let markets = scenario.markets.count
        if deleted.arcs.sites.count > runner.settings.wholeArcs, markets >= 8 {
            let gathered = scenario.gathered(at: max(4, markets / 4))
            let first = formulation.decisions.firstServe
            let arcs = first..<(first + deleted.arcs.sites.count)
            state = ColumnGeneration.State(
                columns: (0..<program.columnCount).filter { !arcs.contains($0) })
            seeds = scenario.nearestMarkets(in: gathered)
            coarse = try ElasticModel(
                restrictions, scenario: gathered, gatheredFrom: original, policy: policy,
                deleted: DeletedArcs(
                    scenario: gathered, policy: policy, restrictions: deleted.restrictions),
                runner: runner)
        } else {
            state = ColumnGeneration.State(columns: Array(0..<program.columnCount))
            coarse = nil
            seeds = []
        }
        ownColumns = state.columns
    }

    /// Minimises what is broken.
    ///
    /// - Throws: `Unanswered` where a limit came first.
    func solve(_ terms: Terms) throws -> Answer {
        if let last, last.terms == terms { return last.answer }
        try apply(terms)
        let idle = IdleSitePrices(formulation, program: program, columns: columns)
        let generation = ColumnGeneration(
            program: program, columns: columns,
            groups: formulation.arcs.demands.map(formulation.columns),
            groupRows: program.rowBlock(named: DemandFamily.name)?.range ?? 0..<0,
            runner: runner, adjust: idle.raised, settle: idle.settled)
        try start(generation, terms)
        guard let solution = try generation.solve(&state) else { throw Unanswered() }
        let answer = Answer(
            objective: solution.objective, values: solution.columnValues,
            duals: solution.rowDuals)
        last = (terms, answer)
        return answer
    }

    /// Sets what each restriction costs and how far it gives.
    func apply(_ terms: Terms) throws {
        for (row, upper) in zip(0..., formulation.program.rowUpper)
        where program.rowUpper[row] != upper {
            try program.restrictRow(row, from: program.rowLower[row], to: upper)
        }
        var costs = LinearExpression<One>()
        for (index, excess) in excess.enumerated() {
            for item in excess.columns where terms.prices[index] > 0 {
                costs.add(terms.prices[index] / item.yardstick, Variable(column: item.column))
            }
            guard case .excess(let amounts) = terms.reliefs[index] else { continue }
            for (item, amount) in zip(excess.columns, amounts) where amount > 0 {
                for (row, coefficient) in item.rows {
                    try program.restrictRow(
                        row, from: program.rowLower[row],
                        to: program.rowUpper[row] - coefficient * amount)
                }
            }
        }
        let arcs = ElasticArcs(self, terms)
        arcs.forEach { costs.add($0.price, Variable(column: $0.column)) }
        try program.minimise(costs)
    }
}

extension Formulation {
    /// The mean power of each demand in another scenario of the same services, MW.
    fileprivate func sizes(of original: Scenario) -> [Double] {
        let places = Dictionary(
            original.markets.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return arcs.demands.map { demand in
            let place = places[scenario.markets[demand.market].id] ?? demand.market
            let size = original.services[demand.service].load(market: place).value
            return size > 0 ? size : demand.load.value
        }
    }

    func roundTrip(_ demand: Arcs.Demand, _ arc: Int) -> Double {
        scenario.roundTrips[demand.market, Int(arcs.sites[arc])].value
    }
}

extension Scenario {
    fileprivate var withoutTimeLimits: Scenario {
        var scenario = self
        for index in services.indices {
            scenario.services[index].maxRoundTrip = nil
            scenario.services[index].maxLatency = nil
        }
        return scenario
    }
}

extension Policy {
    fileprivate var withoutTimeLimits: Policy {
        Policy(
            name: name, objective: objective, tolerance: tolerance, limits: limits, rules: rules,
            location: location)
    }
}
