import GLPK
import LinearProgramming
import Quantities
public import Siting
import SitingFormulation

/// Finds plans within a tolerance of the best that use other sites, and the sites that all of them need.
///
/// Modelling to generate alternatives by Hop-Skip-Jump (Brill, Chang and Hopkins, 1982): each plan minimises
/// the capacity, as a share of limits, at all sites used so far; of the plans that do, it is the best by the
/// policy's own last stage. Earlier stages stay held.
public struct AlternativesSearch: Sendable {
    private let scenario: Scenario
    private let policy: Policy
    private let within: Double
    private let count: Int
    private let settings: SolveSettings

    /// Sites in all plans that are tried to be emptied.
    private static let mostCore = 20

    /// - Parameters:
    ///   - within: How much worse the last stage may get, as a share of its value less the hardware in it:
    ///     that costs the same wherever it stands.
    ///   - count: Plans beside the best.
    public init(
        _ scenario: Scenario, under policy: Policy, within: Double, count: Int,
        settings: SolveSettings = SolveSettings()
    ) {
        self.scenario = scenario
        self.policy = policy
        self.within = within
        self.count = count
        self.settings = settings.limitedTogether()
    }

    /// The plans, with the best one alone where it is not proved best.
    ///
    /// - Throws: `CertificateRefused` when a plan does not stand up to recomputation, and what the solver
    ///   throws when it breaks down.
    public func alternatives() async throws -> Alternatives {
        try await Explainer.onOwnThread(settings) { settings in
            let (plan, solved) = try SolvedPolicy.solve(
                scenario, under: policy, settings: settings)
            guard let solved else {
                return Alternatives(best: plan, within: within, base: .nan, limit: .nan)
            }
            return try search(solved, settings)
        }
    }

    private func search(_ solved: SolvedPolicy, _ settings: SolveSettings) throws -> Alternatives {
        let value = solved.last.objective
        let hardware = solved.plan.totals.map { $0.cost - $0.controllableCost } ?? 0
        let base = abs(value - solved.formulation.weight(of: .cost) * hardware)
        let limit = value + within * base
        var found = Alternatives(best: solved.plan, within: within, base: base, limit: limit)
        var program = try NearOptimalProgram(
            solved, limit: limit, runner: StageRunner(settings: settings))
        var used = Set(indices(of: solved.plan.sites))
        var seen: Set<Set<Int>> = [used]
        while found.members.count < count {
            settings.progress?("looking for alternative \(found.members.count + 1)")
            guard let member = try next(after: used, in: &program, solved) else {
                found.ending = .stopped
                break
            }
            let sites = Set(indices(of: member.sites))
            guard seen.insert(sites).inserted else {
                found.ending = .exhausted
                break
            }
            used.formUnion(sites)
            found.members.append(member)
        }
        try classify(&found, in: &program, settings)
        return found
    }

    /// The best of the plans that have least at the sites used so far.
    private func next(
        after used: Set<Int>, in program: inout NearOptimalProgram, _ solved: SolvedPolicy
    ) throws -> Alternatives.Member? {
        let distance = occupancy(of: used, in: solved.formulation)
        guard let (farthest, _) = try program.minimise(distance, unit: "1") else { return nil }
        let most = farthest.objective + 1e-9 * max(1, abs(farthest.objective))
        var nearest = try program.keeping(distance, atMost: most)
        let unit = solved.formulation.objectives.last?.unit ?? "1"
        guard
            let (solution, certificate) = try nearest.minimise(nearest.objective, unit: unit)
        else { return nil }
        let writer = PlanWriter(solved.formulation, runner: StageRunner(settings: settings))
        return member(
            solution, proof: writer.proof(certificate, program: nearest.size), solved)
    }

    /// Capacity at some sites, each as a share of its limit.
    private func occupancy(
        of sites: Set<Int>, in formulation: Formulation
    ) -> LinearExpression<One> {
        var sum = LinearExpression<One>()
        for site in sites.sorted() {
            let limit = max(formulation.scenario.sites[site].limit.value, 1e-6)
            sum.add(Quantity<Per<One, Megawatt>>(1 / limit), formulation.decisions.capacity[site])
        }
        return sum
    }

    private func member(
        _ solution: Solution, proof: Proof, _ solved: SolvedPolicy
    ) -> Alternatives.Member {
        let formulation = solved.formulation
        let values = solution.columnValues
        let totals = TotalsWriter(formulation, values: values).totals([])
        let sites = SiteWriter(formulation, values: values).sites(prices: [], named: [])
        let best = Dictionary(uniqueKeysWithValues: solved.plan.sites.map { ($0.id, $0.capacity) })
        let own = Dictionary(uniqueKeysWithValues: sites.map { ($0.id, $0.capacity) })
        let kept = best.reduce(0) { $0 + min($1.value, own[$1.key] ?? 0) }
        let all = best.values.reduce(0, +)
        return Alternatives.Member(
            totals: totals, value: solution.objective, sites: sites,
            difference: RuleCost.Difference(with: totals, without: solved.plan.totals ?? totals),
            added: sites.map(\.id).filter { best[$0] == nil },
            dropped: solved.plan.sites.map(\.id).filter { own[$0] == nil },
            movedShare: all > 0 ? min(1, max(0, 1 - kept / all)) : 0, proof: proof)
    }

    /// Which sites every plan needs, which are a choice, and which are in no plan found.
    private func classify(
        _ found: inout Alternatives, in program: inout NearOptimalProgram,
        _ settings: SolveSettings
    ) throws {
        let plans = [found.best.sites] + found.members.map(\.sites)
        var counts: [String: Int] = [:]
        for id in plans.joined().map(\.id) { counts[id, default: 0] += 1 }
        let always = found.best.sites.filter { counts[$0.id] == plans.count }
        for (number, site) in always.enumerated() {
            settings.progress?("emptying \(site.name)")
            found.core.append(
                try core(site, isSolved: number < Self.mostCore, in: &program))
        }
        let isCore = Set(found.core.filter { $0.isMust || $0.least == nil }.map(\.site))
        found.choices = scenario.sites.filter { counts[$0.id] != nil && !isCore.contains($0.id) }
            .map { .init(site: $0.id, name: $0.name, planCount: counts[$0.id] ?? 0) }
            .sorted {
                $0.planCount == $1.planCount ? $0.site < $1.site : $0.planCount > $1.planCount
            }
        found.unused = scenario.sites.map(\.id).filter { counts[$0] == nil }
    }

    /// The least capacity that a site has in any plan within the tolerance.
    private func core(
        _ site: SitePlan, isSolved: Bool, in program: inout NearOptimalProgram
    ) throws -> Alternatives.Core {
        guard isSolved, let index = scenario.sites.firstIndex(where: { $0.id == site.id }),
            let (solution, certificate) = try program.minimise(
                program.formulation.decisions.capacity[index].alone, unit: Megawatt.symbol)
        else { return .init(site: site.id, name: site.name, least: nil, bound: nil) }
        return .init(
            site: site.id, name: site.name, least: max(0, solution.objective),
            bound: max(0, certificate.dualObjective))
    }

    private func indices(of sites: [SitePlan]) -> [Int] {
        let ids = Set(sites.map(\.id))
        return scenario.sites.indices.filter { ids.contains(scenario.sites[$0].id) }
    }
}

extension Variable<Megawatt> {
    /// Its number of MW as an objective.
    fileprivate var alone: LinearExpression<One> {
        var expression = LinearExpression<Megawatt>()
        expression.add(1, self)
        return expression.bare
    }
}
