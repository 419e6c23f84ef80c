import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Trade-off surfaces, by hand, against sweeps of weights, and against curves.
@Suite struct FrontierSurfaceTests {
    private static let traded: [Measure] = [.cost, .emissions, .roundTrip]

    private func surface(
        _ scenario: Scenario, _ measures: [Measure] = traded,
        policy: Policy = Fixtures.policy(.cost), within: Double = 0, pointLimit: Int? = nil,
        settings: SolveSettings = SolveSettings()
    ) async throws -> FrontierSurface {
        try await FrontierSurfaceSearch(
            scenario, under: policy, measures: measures,
            extent: .init(within: within, pointLimit: pointLimit), settings: settings
        ).surface()
    }

    /// 10 MW of requests and three sites: a cheap one, a clean one and one close by.
    private func byHand(limit: Power) -> Scenario {
        Fixtures.scenario(
            sites: [(20, 400), (60, 100), (100, 300)].enumerated().map { index, figures in
                Fixtures.site("s\(index)", longitude: Double(index), limit: limit) {
                    $0.price = EnergyPrice(Double(figures.0))
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: Double(figures.1))
                }
            },
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
            roundTrips: [[50, 80, 5]])
    }

    /// Cost, emissions and mean round trip of a plan by hand, from the MW at each site.
    private func values(_ power: [Double]) -> [Double] {
        let (a, b, c) = (power[0], power[1], power[2])
        return [
            8760 * (20 * a + 60 * b + 100 * c), 8.760 * (400 * a + 100 * b + 300 * c),
            (50 * a + 80 * b + 5 * c) / 10,
        ]
    }

    private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
        zip(left, right).allSatisfy { abs($0 - $1) <= 1e-8 * max(1, abs($1)) }
    }

    @Test("Three sites with room for all: a triangle, its corners, exchange rates and ends")
    func triangle() async throws {
        let found = try await surface(byHand(limit: 20))
        #expect(found.status == .optimal)
        #expect(found.isComplete)
        try #require(found.points.count == 3)
        let corners: [[Double]] = [[10, 0, 0], [0, 10, 0], [0, 0, 10]]
        for (place, power) in corners.enumerated() {
            #expect(isClose(found.points[place].values, values(power)))
            #expect(found.points[place].siteCount == 1)
            #expect(found.points[place].isFoundAgain)
        }
        #expect(found.ends == [0, 1, 2])
        #expect(found.knee == nil)
        let closed = found.facets.filter(\.open.isEmpty)
        try #require(closed.count == 1)
        #expect(closed[0].points == [0, 1, 2])
        // Perpendicular to both sides: 16,500 USD/MWh, 4,200 g/kWh and 20,000 ms.
        let rates = try #require(closed[0].rates)
        #expect(abs(rates.second - 4200 * 1000 / 16500.0) < 1e-3)
        #expect(abs(rates.third - 20000 * 87600 / 16500.0) < 1)
        // Around it a wall on each side, and two at each corner or fewer.
        #expect(found.facets.filter { $0.open.count == 1 }.count >= 3)
    }

    @Test("Three sites with room for six: a hexagon in one plane, all of its corners")
    func hexagon() async throws {
        let found = try await surface(byHand(limit: 6))
        #expect(found.isComplete)
        let plans: [[Double]] = [
            [6, 4, 0], [6, 0, 4], [4, 6, 0], [0, 6, 4], [4, 0, 6], [0, 4, 6],
        ]
        #expect(found.points.count == plans.count)
        for plan in plans {
            #expect(
                found.points.contains { isClose($0.values, values(plan)) }, "\(plan)")
        }
        let closed = found.facets.filter(\.open.isEmpty)
        #expect(closed.count == 4)
        for facet in closed {
            let rates = try #require(facet.rates)
            #expect(abs(rates.second - 4200 * 1000 / 16500.0) < 1e-2)
        }
    }

    @Test("One plan with the least of all three is a surface of one point")
    func onePoint() async throws {
        var scenario = byHand(limit: 20)
        scenario.sites[2].price = 10
        scenario.sites[2].carbon = .zero
        let found = try await surface(scenario)
        try #require(found.points.count == 1)
        #expect(found.isComplete)
        #expect(found.facets.count == 3)
        #expect(isClose(found.points[0].values, [8760 * 100, 0, 5]))
    }

    @Test("A third measure without a choice leaves the curve of the other two")
    func flatMeasure() async throws {
        // All plans use the same energy.
        let scenario = byHand(limit: 6)
        let curve = try await FrontierSearch(
            scenario, under: Fixtures.policy(.cost), x: .cost, y: .emissions
        ).frontier()
        let found = try await surface(scenario, [.cost, .emissions, .energy])
        #expect(found.isComplete)
        try #require(found.points.count == curve.points.count)
        for (left, right) in zip(found.points, curve.points) {
            #expect(isClose(Array(left.values.prefix(2)), [right.x, right.y]))
        }
    }

    @Test("A measure that all three ends have the least of may still be traded")
    func hiddenMeasure() async throws {
        // The fourth site is nearly as cheap and as clean as each of the others, but far away.
        var scenario = byHand(limit: 20)
        scenario.sites[0].carbon = CarbonIntensity(gramsPerKilowattHour: 500)
        scenario.sites[2] = Fixtures.site("s2", longitude: 2, limit: 20) {
            $0.price = 25
            $0.carbon = CarbonIntensity(gramsPerKilowattHour: 110)
        }
        scenario.roundTrips = RoundTrips(
            marketCount: 1, siteCount: 3, milliseconds: [10, 10, 90],
            sources: [.stated, .stated, .stated])
        let found = try await surface(scenario)
        #expect(found.isComplete)
        try #require(found.points.count == 3)
        for power in [[10, 0, 0], [0, 10, 0]] as [[Double]] {
            let cost = 8760 * (20 * power[0] + 60 * power[1])
            let tonnes = 8.760 * (500 * power[0] + 100 * power[1])
            #expect(found.points.contains { isClose($0.values, [cost, tonnes, 10]) })
        }
        #expect(
            found.points.contains { isClose($0.values, [8760 * 250, 8.760 * 1100, 90]) })
    }

    @Test("What gains next to nothing for much of another measure is found all the same")
    func faintGain() async throws {
        // The third site gains 25 millionths of both ranges for 50 of the third; the fourth is as
        // good as that in two measures, and worse in the third.
        var scenario = byHand(limit: 20)
        scenario.sites = [(20, 500), (60, 100), (39.999, 299.99), (39.999, 299.99)].enumerated()
            .map { index, figures in
                Fixtures.site("s\(index)", longitude: Double(index), limit: 20) {
                    $0.price = EnergyPrice(figures.0)
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: figures.1)
                }
            }
        scenario.roundTrips = RoundTrips(
            marketCount: 1, siteCount: 4, milliseconds: [10, 20, 510, 600],
            sources: [.stated, .stated, .stated, .stated])
        let found = try await surface(scenario)
        #expect(found.isComplete)
        #expect(found.gap <= 1e-7)
        #expect(found.points.map { $0.values[2].rounded() } == [10, 510, 20])
        // No mixture comes near: an allowance of a thousandth does without it.
        #expect(try await surface(scenario, within: 1e-3).points.count == 2)
    }

    @Test("Without a placement it says why")
    func infeasible() async throws {
        let found = try await surface(byHand(limit: 2))
        #expect(found.status == .infeasible)
        #expect(found.points.isEmpty && found.facets.isEmpty)
        #expect(found.diagnosis?.findings.isEmpty == false)
    }

    @Test("A limit before the first plan leaves no surface")
    func stopped() async throws {
        let settings = SolveSettings(isCancelled: { true })
        let found = try await surface(byHand(limit: 6), settings: settings)
        #expect(found.status == .stopped)
        #expect(found.points.isEmpty)
    }

    private static let triples: [[Measure]] = [
        traded, [.latency, .cost, .water], [.emissions, .energy, .roundTrip],
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
                let found = try await surface(
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
            let found = try await surface(scenario, policy: spread, within: 0.02)
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
            let found = try await surface(scenario, policy: spread)
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
            let whole = try await surface(scenario, policy: spread)
            guard whole.points.count > 4 else { continue }
            let near = try await surface(scenario, policy: spread, within: 0.05)
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
                let found = try await surface(scenario, policy: spread, within: within)
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
        let whole = try await surface(random(3), policy: spread)
        try #require(whole.points.count > 6)
        let few = try await surface(random(3), policy: spread, pointLimit: 5)
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
            let whole = try await surface(scenario, within: 0.05)
            let columns = try await surface(scenario, within: 0.05, settings: settings)
            #expect(whole.status == columns.status)
            #expect(columns.gap <= 0.05)
            for index in Self.traded.indices where !whole.points.isEmpty {
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
            let first = try await surface(random(seed), policy: spread, within: 0.02)
            let second = try await surface(random(seed), policy: spread, within: 0.02)
            #expect(first == second)
        }
    }
}
