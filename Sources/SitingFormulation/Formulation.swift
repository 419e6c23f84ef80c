public import LinearProgramming
import Quantities
public import Siting

/// A scenario under one policy, written as a linear program without its objective.
public struct Formulation: Sendable {
    public let scenario: Scenario
    public private(set) var policy: Policy
    public let arcs: Arcs
    public let positions: [Position]
    public let decisions: Decisions
    public let measures: Measures
    /// Every row and column, with nothing to minimise yet.
    public private(set) var program: LinearModel

    /// The place of each site's position in `positions`.
    let positionOfSite: [Int]
    /// Arcs of all demands by site, for rows that gather a site's work.
    let arcsBySite: [[Int32]]
    /// The demand of each arc.
    let demandOfArc: [Int32]
    /// The place of each job's column in `decisions.train`, by site: pairs of job and place.
    let jobsBySite: [[(job: Int, place: Int)]]

    /// - Parameters:
    ///   - elasticity: Adds columns by which work or restrictions may give way.
    ///   - families: Which rows to write; all, but for tests of one family.
    public init(
        scenario: Scenario, policy: Policy, arcs: Arcs? = nil,
        elasticity: Decisions.Elasticity = .none,
        families: [any ConstraintFamily.Type] = constraintFamilies
    ) throws(ModelError) {
        let scenario = scenario.under(policy)
        let arcs = arcs ?? Arcs(scenario: scenario, policy: policy)
        var program = LinearModel(name: scenario.name + ", " + policy.name)
        self.scenario = scenario
        self.policy = policy
        self.arcs = arcs
        let positions = Position.grouping(scenario.sites)
        self.positions = positions
        var places = [Int](repeating: 0, count: scenario.sites.count)
        for (place, position) in positions.enumerated() {
            for site in position.sites { places[site] = place }
        }
        positionOfSite = places
        decisions = try Decisions(
            addingTo: &program, scenario: scenario, arcs: arcs, policy: policy,
            elasticity: elasticity)
        measures = Measures(scenario: scenario, arcs: arcs, decisions: decisions)
        demandOfArc = Self.demands(of: arcs)
        arcsBySite = Self.group(arcs, siteCount: scenario.sites.count)
        jobsBySite = Self.group(arcs.jobSites, siteCount: scenario.sites.count)
        self.program = program
        for family in families { try family.addRows(to: &program, for: self) }
        self.program = program
    }

    /// The same rows under a policy that differs in objective, tolerance or the size of its limits alone.
    ///
    /// - Returns: `nil` where rules, round trips or the measures limited differ: other rows are needed.
    public func changed(to policy: Policy) throws(ModelError) -> Formulation? {
        guard decisions.slack == nil, policy.rules == self.policy.rules,
            policy.maxRoundTrips == self.policy.maxRoundTrips,
            policy.limits.map(\.measure) == self.policy.limits.map(\.measure),
            policy.burdens == self.policy.burdens,
            policy.ratioLimits == self.policy.ratioLimits
        else { return nil }
        var changed = self
        changed.policy = policy
        guard policy.limits != self.policy.limits,
            let rows = program.rowBlock(named: MeasureLimitFamily.name)?.range
        else { return changed }
        for (row, limit) in zip(rows, policy.limits) {
            let constant = measures.expression(of: limit.measure).constant.value
            try changed.program.restrictRow(row, from: -.infinity, to: limit.rowMaximum - constant)
        }
        return changed
    }

    /// The family that a row belongs to and its index tuple.
    public func family(ofRow row: Int) -> (family: any ConstraintFamily.Type, tuple: [Int])? {
        guard let block = program.rowBlocks.first(where: { $0.range.contains(row) }),
            let family = constraintFamilies.first(where: { $0.name == block.name })
        else { return nil }
        return (family, block.tuple(row - block.first).map(Int.init))
    }

    private static func demands(of arcs: Arcs) -> [Int32] {
        var result = [Int32](repeating: 0, count: arcs.sites.count)
        for (index, demand) in arcs.demands.enumerated() {
            for arc in demand.arcs { result[arc] = Int32(index) }
        }
        return result
    }

    private static func group(_ arcs: Arcs, siteCount: Int) -> [[Int32]] {
        var result = [[Int32]](repeating: [], count: siteCount)
        for (arc, site) in arcs.sites.enumerated() { result[Int(site)].append(Int32(arc)) }
        return result
    }

    private static func group(
        _ jobSites: [[Int]], siteCount: Int
    ) -> [[(job: Int, place: Int)]] {
        var result = [[(job: Int, place: Int)]](repeating: [], count: siteCount)
        for (job, sites) in jobSites.enumerated() {
            for (place, site) in sites.enumerated() { result[site].append((job, place)) }
        }
        return result
    }
}
