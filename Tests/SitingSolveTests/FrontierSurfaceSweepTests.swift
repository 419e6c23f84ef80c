import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// What holds of every trade-off surface: against sweeps of weights, curves and itself.
@Suite struct FrontierSurfaceSweepTests {
    private static let triples: [[Measure]] = [
        SurfaceProbe.traded, [.latency, .cost, .water], [.emissions, .energy, .roundTrip],
    ]

    private func random(_ seed: UInt64) -> Scenario {
        var scenario = Fixtures.random(
            seed: seed, siteCount: 6, marketCount: 5, jobCount: 1, loadScale: 0.5)
        scenario.rules = [
            Rule(name: "spread", content: .share(of: .country, maximum: 0.6))
        ]
        return scenario
    }

    private let spread = Fixtures.policy(.cost, rules: ["spread"])

    /// Shares of three ranges that add up to one, on a grid, the edges of the triangle left out.
    private let grid: [[Double]] = {
        var shares: [[Double]] = []
        for first in 1..<16 {
            for second in 1..<(17 - first) {
                let third = 17 - first - second
                if third > 0 { shares.append([first, second, third].map { Double($0) / 17 }) }
            }
        }
        return shares
    }()

    /// Weights of a unit of each measure whose ranges have such shares.
    private func weights(_ shares: [Double], of found: FrontierSurface) -> [Double] {
        zip(shares, found.ranges).map { $1 > 0 ? $0 / $1 : 0 }
    }

    private func policy(
        _ weights: [Double], of found: FrontierSurface, _ scenario: Scenario,
        limits: [Policy.Limit] = []
    ) -> Policy {
        let pairs = zip(found.measures, weights).map { measure, weight in
            (
                measure,
                1e6 * weight
                    / measure.yearlyWeight(
                        1, requestsPerYear: scenario.requestsPerYear)
            )
        }
        return Policy(
            name: "sweep", objective: .weighted(Dictionary(uniqueKeysWithValues: pairs)),
            limits: limits, rules: ["spread"])
    }

    @Test("No weights of a dense sweep find a plan farther below than stated", arguments: triples)
    func sweep(measures: [Measure]) async throws {
        var compared = 0
        for seed in UInt64(1)...5 {
            let scenario = random(seed)
            for within in [0, 0.03] {
                let found = try await SurfaceProbe.surface(
                    scenario, measures, policy: spread, within: within)
                guard found.status == .optimal, found.points.count > 1 else { continue }
                #expect(found.gap <= max(within, 1e-6), "seed \(seed)")
                let all = grid.map { weights($0, of: found) }
                let optima = try await PlacementSweep.optima(
                    of: scenario, under: all.map { policy($0, of: found, scenario) })
                for (weights, optimum) in zip(all, optima) {
                    let value = try #require(optimum.stages.last?.value) / 1e6
                    let best = found.points.map { dot(weights, $0.values) }.min() ?? .nan
                    #expect(value <= best + 1e-8 * abs(best), "seed \(seed)")
                    // The shares of the weights add up to one, so ranges together count as one.
                    #expect(best - value <= found.gap + 1e-7, "seed \(seed)")
                    compared += 1
                }
            }
        }
        #expect(compared > 400)
    }

    private func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    @Test("No plan is at least as good as a point in all three and better in one")
    func nondominated() async throws {
        var compared = 0
        for seed in UInt64(1)...4 {
            let scenario = random(seed)
            let found = try await SurfaceProbe.surface(scenario, policy: spread, within: 0.02)
            guard found.status == .optimal, found.points.count > 1 else { continue }
            let even = weights([1.0 / 3, 1.0 / 3, 1.0 / 3], of: found)
            for point in found.points {
                let limits = zip(found.measures, point.values).map {
                    Policy.Limit(measure: $0, maximum: $1 * (1 + 1e-9))
                }
                let plan = try Placement.plan(
                    scenario, under: policy(even, of: found, scenario, limits: limits))
                let best = try #require(plan.stages.last?.value) / 1e6
                #expect(dot(even, point.values) - best <= 1e-5, "seed \(seed)")
                compared += 1
            }
        }
        #expect(compared > 20)
    }

    @Test("Seen from a third measure that counts for nothing, a surface is a curve")
    func curves() async throws {
        var compared = 0
        for seed in UInt64(1)...5 {
            let scenario = random(seed)
            let found = try await SurfaceProbe.surface(scenario, policy: spread)
            guard found.status == .optimal else { continue }
            #expect(found.isComplete, "seed \(seed)")
            for (x, y) in [(0, 1), (0, 2), (1, 2)] {
                let curve = try await FrontierSearch(
                    scenario, under: spread, x: found.measures[x], y: found.measures[y]
                ).frontier()
                for point in curve.points {
                    let isLast = point.highestRate == .infinity
                    let rate =
                        isLast
                        ? max(1, 2 * point.lowestRate)
                        : (point.lowestRate + point.highestRate) / 2
                    let best = found.points.map { $0.values[x] + rate * $0.values[y] }.min() ?? .nan
                    let own = point.x + rate * point.y
                    #expect(abs(best - own) <= 1e-6 * abs(own), "seed \(seed) \(x) \(y)")
                    compared += 1
                }
            }
        }
        #expect(compared > 30)
    }

    @Test("A surface within a gap has fewer points, and keeps its word on all of the whole one")
    func within() async throws {
        var saved = 0
        for seed in UInt64(1)...5 {
            let scenario = random(seed)
            let whole = try await SurfaceProbe.surface(scenario, policy: spread)
            guard whole.points.count > 4 else { continue }
            let near = try await SurfaceProbe.surface(scenario, policy: spread, within: 0.05)
            #expect(near.gap <= 0.05)
            saved += whole.points.count - near.points.count
            for facet in near.facets {
                let weights = near.measures.map { measure in
                    measure.yearlyWeight(
                        facet.weights[measure] ?? 0, requestsPerYear: scenario.requestsPerYear)
                }
                let level = dot(weights, near.points[facet.points[0]].values)
                let reach = dot(weights, near.ranges)
                for point in whole.points {
                    let depth = (level - dot(weights, point.values)) / reach
                    #expect(depth <= facet.gap + 1e-6, "seed \(seed)")
                }
            }
        }
        #expect(saved > 5)
    }

    @Test("A point's weights lead to a plan with its measures")
    func opened() async throws {
        var opened = 0
        for seed in UInt64(1)...3 {
            let scenario = random(seed)
            for within in [0, 0.03] {
                let found = try await SurfaceProbe.surface(scenario, policy: spread, within: within)
                for point in found.points where point.isFoundAgain {
                    let plan = try Placement.plan(
                        scenario, under: spread.weighing(point.weights, named: "point"))
                    let totals = try #require(plan.totals)
                    let values = found.measures.map { totals.known($0) ?? .nan }
                    for (own, value) in zip(point.values, values) {
                        #expect(abs(value - own) <= 1e-6 * max(1, own), "seed \(seed)")
                    }
                    #expect(plan.sites.count == point.siteCount)
                    opened += 1
                }
                let lost = found.points.count { !$0.isFoundAgain }
                #expect(lost * 10 <= found.points.count, "seed \(seed)")
            }
        }
        #expect(opened > 20)
    }

    @Test("A limit of points is kept, and what is left open is stated")
    func pointLimit() async throws {
        let whole = try await SurfaceProbe.surface(random(3), policy: spread)
        try #require(whole.points.count > 6)
        let few = try await SurfaceProbe.surface(random(3), policy: spread, pointLimit: 5)
        #expect(few.points.count <= 5)
        #expect(few.status == .optimal)
        #expect(!few.isComplete)
        #expect(few.gap > 1e-6)
    }

    @Test("Large programs, solved by their columns, have the same surface")
    func byColumns() async throws {
        var settings = SolveSettings()
        settings.wholeArcs = 0
        for seed in UInt64(1)...3 {
            let scenario = Fixtures.random(
                seed: seed, siteCount: 5, marketCount: 10, jobCount: 1, loadScale: 0.3)
            let whole = try await SurfaceProbe.surface(scenario, within: 0.05)
            let columns = try await SurfaceProbe.surface(scenario, within: 0.05, settings: settings)
            #expect(whole.status == columns.status)
            #expect(columns.gap <= 0.05)
            for index in SurfaceProbe.traded.indices where !whole.points.isEmpty {
                let least = [whole, columns].map { surface in
                    surface.points[surface.ends[index]].values[index]
                }
                #expect(abs(least[0] - least[1]) <= 1e-6 * abs(least[0]), "seed \(seed)")
            }
        }
    }

    @Test("The same search gives the same surface, bit for bit")
    func deterministic() async throws {
        for seed in UInt64(1)...2 {
            let first = try await SurfaceProbe.surface(random(seed), policy: spread, within: 0.02)
            let second = try await SurfaceProbe.surface(random(seed), policy: spread, within: 0.02)
            #expect(first == second)
        }
    }
}
