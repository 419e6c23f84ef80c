import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Where requests and jobs run, and what they would cost elsewhere.
struct WorkExplainer: Sendable {
    private let scenario: Scenario
    private let solved: SolvedPolicy
    private let settings: SolveSettings
    private let extra: ExtraCosts

    private static let mostAlternatives = 5
    private static let mostNearer = 5

    init(_ scenario: Scenario, _ solved: SolvedPolicy, _ settings: SolveSettings) {
        self.scenario = scenario
        self.solved = solved
        self.settings = settings
        extra = ExtraCosts(solved)
    }

    /// One a service that the market asks for.
    func explanations(ofMarket market: Int, service: Int?) async throws -> [WorkExplanation] {
        let demands = solved.formulation.arcs.demands.enumerated().filter { item in
            item.element.market == market && service.map { $0 == item.element.service } ?? true
        }
        var found: [WorkExplanation] = []
        for (index, demand) in demands {
            found.append(try await explanation(of: demand, number: index))
        }
        return found
    }

    func explanation(ofJob job: Int) async throws -> WorkExplanation {
        let formulation = solved.formulation
        let options = zip(formulation.arcs.jobSites[job], formulation.decisions.train[job]).map {
            Option(site: $0, column: $1.column)
        }
        let row = formulation.program.rowBlock(named: TrainingFamily.name).map { $0.first + job }
        let obstacles = formulation.obstacles(job: job)
        let work = Work(
            subject: .job(scenario.jobs[job].id), load: scenario.jobs[job].meanOverYear.value,
            // The row counts MWh a year.
            marginalCost: row.map { extra.duals[$0] * Period.hours.value } ?? 0, options: options,
            obstacles: obstacles, trips: nil)
        return try await explanation(of: work) { site in
            .residency(
                services: [], jobs: [scenario.jobs[job].id], markets: .everything,
                sites: Selection(ids: [scenario.sites[site].id]))
        }
    }

    private func explanation(
        of demand: Arcs.Demand, number: Int
    ) async throws -> WorkExplanation {
        let formulation = solved.formulation
        let service = scenario.services[demand.service].id
        let market = scenario.markets[demand.market]
        let options = demand.arcs.map { arc in
            Option(
                site: Int(formulation.arcs.sites[arc]),
                column: formulation.decisions.serve(arc).column)
        }
        let row = formulation.program.rowBlock(named: DemandFamily.name).map { $0.first + number }
        let work = Work(
            subject: .requests(service: service, market: market.id, marketName: market.name),
            load: demand.load.value, marginalCost: row.map { extra.duals[$0] } ?? 0,
            options: options,
            obstacles: formulation.obstacles(service: demand.service, market: demand.market),
            trips: scenario.sites.indices.map { scenario.roundTrips[demand.market, $0].value })
        return try await explanation(of: work) { site in
            .residency(
                services: [service], jobs: [], markets: Selection(ids: [market.id]),
                sites: Selection(ids: [scenario.sites[site].id]))
        }
    }

    /// A site that may do the work, and the column that has it.
    private struct Option {
        let site: Int
        let column: Int
    }

    private struct Work {
        let subject: WorkExplanation.Subject
        let load: Double
        let marginalCost: Double
        let options: [Option]
        /// By site.
        let obstacles: [[WorkObstacle]]
        /// By site; `nil` for jobs.
        let trips: [Double]?
    }

    /// - Parameter keeping: The rule that keeps all of the work at a site.
    private func explanation(
        of work: Work, keeping: @escaping @Sendable (Int) -> Rule.Content
    ) async throws -> WorkExplanation {
        let values = solved.outcome.columnValues
        let least = min(PlanWriter.leastPower, work.load * 1e-6)
        let used = work.options.filter { values[$0.column] > least }
            .sorted { values[$0.column] > values[$1.column] }
        let cheapest = cheapest(of: work, besides: used)
        settings.progress?("solving with all of it at \(cheapest.count) other sites")
        let wholes = try await Explainer.sideBySide(cheapest.map(\.site), settings) {
            try whole(keeping($0), $1)
        }
        let alternatives = zip(cheapest, wholes).map { option, whole in
            WorkExplanation.Alternative(
                site: scenario.sites[option.site].id, name: scenario.sites[option.site].name,
                roundTrip: work.trips?[option.site], firstMegawatt: extra.costs[option.column],
                whole: whole)
        }
        return WorkExplanation(
            subject: work.subject, load: work.load, marginalCost: work.marginalCost,
            places: used.map { option in
                WorkExplanation.Place(
                    site: scenario.sites[option.site].id, name: scenario.sites[option.site].name,
                    power: values[option.column], roundTrip: work.trips?[option.site])
            },
            alternatives: alternatives, nearer: nearer(of: work, than: used.map(\.site)),
            siteCount: scenario.sites.count, allowedCount: work.options.count,
            exclusions: exclusions(work.obstacles))
    }

    /// Allowed sites that do none of it, one a position, least extra cost first.
    private func cheapest(of work: Work, besides used: [Option]) -> [Option] {
        let usedSites = Set(used.map(\.site))
        var position = [Int](repeating: 0, count: scenario.sites.count)
        for (index, group) in solved.formulation.positions.enumerated() {
            for site in group.sites { position[site] = index }
        }
        var seen: Set<Int> = []
        let ordered = work.options.filter { !usedSites.contains($0.site) }.sorted { left, right in
            let order = (extra.costs[left.column], extra.costs[right.column])
            return order.0 == order.1 ? left.site < right.site : order.0 < order.1
        }
        let first = ordered.filter { seen.insert(position[$0.site]).inserted }
        return Array(first.prefix(Self.mostAlternatives))
    }

    /// How much worse the last stage gets with all of the work at one site; `nil` where it does not fit.
    private func whole(_ content: Rule.Content, _ settings: SolveSettings) throws -> Double? {
        let kept = scenario.adding(content, to: solved.held)
        let answer = try Trial.solve(kept.scenario, under: kept.policy, settings: settings)
        guard let trial = answer.trial else { return nil }
        let excess = trial.value - solved.last.objective
        return abs(excess) <= 1e-9 * abs(trial.value) ? 0 : excess
    }

    private func nearer(of work: Work, than used: [Int]) -> [WorkExplanation.Nearer] {
        guard let trips = work.trips, let nearest = used.map({ trips[$0] }).min() else { return [] }
        let columns = Dictionary(uniqueKeysWithValues: work.options.map { ($0.site, $0.column) })
        let sites = scenario.sites.indices.filter { trips[$0] < nearest }.sorted {
            trips[$0] == trips[$1] ? $0 < $1 : trips[$0] < trips[$1]
        }
        return sites.prefix(Self.mostNearer).map { site in
            WorkExplanation.Nearer(
                site: scenario.sites[site].id, name: scenario.sites[site].name,
                roundTrip: trips[site], obstacles: work.obstacles[site],
                firstMegawatt: columns[site].map { extra.costs[$0] })
        }
    }

    private func exclusions(_ obstacles: [[WorkObstacle]]) -> [WorkExplanation.Exclusion] {
        var counts: [WorkObstacle: Int] = [:]
        var order: [WorkObstacle] = []
        for obstacle in obstacles.flatMap({ $0 }) {
            if counts[obstacle] == nil { order.append(obstacle) }
            counts[obstacle, default: 0] += 1
        }
        return order.map { .init(obstacle: $0, siteCount: counts[$0] ?? 0) }
    }
}
