import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Trade-off curves, by hand and against sweeps of weights.
@Suite struct FrontierTests {
    private func frontier(
        _ scenario: Scenario, _ x: Measure = .cost, _ y: Measure = .emissions,
        policy: Policy = Fixtures.policy(.cost), extent: FrontierSearch.Extent = .init(),
        settings: SolveSettings = SolveSettings()
    ) async throws -> Frontier {
        try await FrontierSearch(
            scenario, under: policy, x: x, y: y, extent: extent, settings: settings
        ).frontier()
    }

    /// 10 MW of requests and three sites of 6 MW, the dearer the cleaner.
    private let byHand = Fixtures.scenario(
        sites: [(20, 400), (40, 100), (100, 0)].enumerated().map { index, figures in
            Fixtures.site("s\(index)", longitude: Double(index), limit: 6) {
                $0.price = EnergyPrice(Double(figures.0))
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: Double(figures.1))
            }
        },
        markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])])

    @Test("Three sites by hand: points, exchange rates, segments, knee and other measures")
    func threeSites() async throws {
        let found = try await frontier(byHand)
        #expect(found.status == .optimal)
        #expect(found.isComplete)
        // MW at each site: work moves from the first to the second, then to the third, as room
        // allows.
        let plans: [(Double, Double, Double)] = [(6, 4, 0), (4, 6, 0), (0, 6, 4), (0, 4, 6)]
        let costs = plans.map { 8760 * (20 * $0.0 + 40 * $0.1 + 100 * $0.2) }
        let tonnes = plans.map { 8.760 * (400 * $0.0 + 100 * $0.1) }
        try #require(found.points.count == 4)
        for (index, point) in found.points.enumerated() {
            #expect(abs(point.x - costs[index]) < 1e-3)
            #expect(abs(point.y - tonnes[index]) < 1e-6)
            #expect(abs((point.totals.known(.energy) ?? 0) - 87_600) < 1e-3)
            #expect(point.siteCount == 2)
        }
        // 20 USD for 0.3 t, then 80 for 0.4, then 60 for 0.1.
        let rates = [20 / 0.3, 80 / 0.4, 60 / 0.1]
        for (segment, rate) in zip(found.segments, rates) {
            #expect(abs(segment.rate - rate) < 1e-6)
            #expect(segment.isEdge)
        }
        #expect(found.points.map(\.lowestRate) == [0] + found.segments.map(\.rate))
        #expect(found.points.map(\.highestRate) == found.segments.map(\.rate) + [.infinity])
        // Depths below the line between the ends, by shares of both ranges.
        let shares = (0..<4).map { index in
            1 - (costs[index] - costs[0]) / (costs[3] - costs[0])
                - (tonnes[index] - tonnes[3]) / (tonnes[0] - tonnes[3])
        }
        #expect(found.knee == shares.firstIndex(of: shares.max() ?? 0))
    }

    @Test("One plan with the least of both measures is a curve of one point")
    func onePoint() async throws {
        var scenario = byHand
        scenario.sites[1].price = 10
        scenario.sites[1].carbon = .zero
        scenario.sites[1].limit = 50
        let found = try await frontier(scenario)
        try #require(found.points.count == 1)
        #expect(found.segments.isEmpty)
        #expect(found.isComplete)
        #expect(found.knee == nil)
        #expect(found.points[0].lowestRate == 0)
        #expect(found.points[0].highestRate == .infinity)
        #expect(abs(found.points[0].x - 8760 * 10 * 10) < 1e-3)
    }

    @Test("An end that ties in its own measure has the least of the other")
    func tiedEnds() async throws {
        var scenario = byHand
        // The second is as cheap as the first and cleaner; the third as clean as it, and dearer.
        scenario.sites[1].price = scenario.sites[0].price
        scenario.sites[2].carbon = scenario.sites[1].carbon
        let found = try await frontier(scenario)
        try #require(found.points.count == 2)
        #expect(abs(found.points[0].x - 8760 * 20 * 10) < 1e-3)
        #expect(abs(found.points[0].y - 8.760 * (100 * 6 + 400 * 4)) < 1e-6)
        #expect(abs(found.points[1].x - 8760 * (20 * 6 + 100 * 4)) < 1e-3)
        #expect(abs(found.points[1].y - 8.760 * 100 * 10) < 1e-6)
    }

    @Test("Without a placement it says why")
    func infeasible() async throws {
        var scenario = byHand
        for index in scenario.sites.indices { scenario.sites[index].limit = 2 }
        let found = try await frontier(scenario)
        #expect(found.status == .infeasible)
        #expect(found.points.isEmpty)
        #expect(found.diagnosis?.findings.isEmpty == false)
    }

    @Test("A limit before the first plan leaves no curve")
    func stopped() async throws {
        let settings = SolveSettings(isCancelled: { true })
        let found = try await frontier(byHand, settings: settings)
        #expect(found.status == .stopped)
        #expect(found.points.isEmpty)
    }

    private static let pairs: [(Measure, Measure)] = [
        (.cost, .emissions), (.emissions, .cost), (.cost, .roundTrip), (.latency, .emissions),
        (.water, .energy),
    ]

    private func random(_ seed: UInt64) -> Scenario {
        var scenario = Fixtures.random(
            seed: seed, siteCount: 7, marketCount: 6, jobCount: 1, loadScale: 0.5)
        scenario.rules = [
            Rule(name: "spread", content: .share(of: .country, maximum: 0.6))
        ]
        return scenario
    }

    private let spread = Fixtures.policy(.cost, rules: ["spread"])

    @Test("Curves bend one way only, no point is dominated and the rates rise", arguments: pairs)
    func isConvex(x: Measure, y: Measure) async throws {
        var corners = 0
        for seed in UInt64(1)...25 {
            let found = try await frontier(random(seed), x, y, policy: spread)
            guard found.status == .optimal else { continue }
            #expect(found.isComplete, "seed \(seed)")
            #expect(found.gap < 1e-7, "seed \(seed)")
            for (left, right) in zip(found.points, found.points.dropFirst()) {
                #expect(left.x < right.x && left.y > right.y, "seed \(seed)")
                #expect(left.highestRate == right.lowestRate, "seed \(seed)")
            }
            for point in found.points {
                #expect(point.lowestRate < point.highestRate, "seed \(seed)")
                #expect(point.proof.gap < 1e-6)
            }
            corners += found.points.count
        }
        #expect(corners > 40)
    }

    @Test("The ends are the plans that minimise one measure, then the other", arguments: pairs)
    func ends(x: Measure, y: Measure) async throws {
        for seed in UInt64(1)...25 {
            let scenario = random(seed)
            let found = try await frontier(scenario, x, y, policy: spread)
            guard let first = found.points.first, let last = found.points.last else { continue }
            let least = [x, y].map { Fixtures.policy($0, rules: ["spread"]) }
            for (policy, value) in zip(least, [first.x, last.y]) {
                let plan = try Placement.plan(scenario, under: policy)
                let best = try #require(plan.stages.first?.value)
                #expect(abs(value - best) <= 1e-7 * max(1, abs(best)), "seed \(seed)")
            }
            // With a little of the first measure given up, the second falls along the first edge.
            let room = first.x * 1e-6
            guard let edge = found.segments.first, room < found.points[1].x - first.x else {
                continue
            }
            let limited = Fixtures.policy(y, limits: [x: first.x + room], rules: ["spread"])
            let second = try #require(
                try Placement.plan(scenario, under: limited).stages.first?.value)
            #expect(
                abs(first.y - room / edge.rate - second) <= 1e-7 * max(1, abs(second)),
                "seed \(seed)")
        }
    }

    @Test("No weights of a dense sweep find a plan below the curve or a value above it")
    func sweep() async throws {
        var compared = 0
        for seed in UInt64(1)...8 {
            let scenario = random(seed)
            let found = try await frontier(scenario, policy: spread)
            guard found.status == .optimal, found.points.count > 1 else { continue }
            let (width, height) = found.ranges
            let prices = (0..<200).map { step in
                width / height * Double(step + 1) / Double(200 - step)
            }
            let policies = prices.map {
                Fixtures.policy(weights: [.cost: 1, .emissions: $0], rules: ["spread"])
            }
            let optima = try await PlacementSweep.optima(of: scenario, under: policies)
            for (price, optimum) in zip(prices, optima) {
                let value = try #require(optimum.stages.last?.value)
                let best = found.points.map { $0.x + price * $0.y }.min() ?? .nan
                #expect(abs(value - best) <= 1e-7 * abs(best), "seed \(seed), \(price)")
                compared += 1
            }
        }
        #expect(compared >= 600)
    }

    @Test("Large programs, solved by their columns, have the same curve")
    func byColumns() async throws {
        var settings = SolveSettings()
        settings.wholeArcs = 0
        for seed in UInt64(1)...6 {
            let scenario = Fixtures.random(
                seed: seed, siteCount: 6, marketCount: 12, jobCount: 1, loadScale: 0.3)
            let whole = try await frontier(scenario)
            let columns = try await frontier(scenario, settings: settings)
            #expect(whole.status == columns.status)
            try #require(whole.points.count == columns.points.count, "seed \(seed)")
            for (left, right) in zip(whole.points, columns.points) {
                #expect(abs(left.x - right.x) <= 1e-8 * left.x, "seed \(seed)")
                #expect(abs(left.y - right.y) <= 1e-8 * left.y, "seed \(seed)")
            }
        }
    }

    @Test("A point's weights lead to a plan with its measures")
    func opened() async throws {
        let scenario = random(3)
        for (x, y) in Self.pairs {
            let found = try await frontier(scenario, x, y, policy: spread)
            for point in found.points {
                let plan = try Placement.plan(
                    scenario, under: spread.weighing(point.weights, named: "point"))
                let totals = try #require(plan.totals)
                for measure in Measure.ofWhole {
                    let (left, right) = (totals.known(measure), point.totals.known(measure))
                    let (value, own) = (try #require(left), try #require(right))
                    #expect(abs(value - own) <= 1e-7 * max(1, own), "\(x) \(y) \(measure)")
                }
                #expect(plan.sites.count == point.siteCount)
            }
        }
    }

    @Test("A curve within a gap has fewer points, all of the whole curve, and keeps its word")
    func within() async throws {
        var saved = 0
        for seed in UInt64(1)...25 {
            let scenario = random(seed)
            let whole = try await frontier(scenario, policy: spread)
            guard whole.points.count > 3 else { continue }
            let near = try await frontier(
                scenario, policy: spread, extent: .init(within: 0.02))
            #expect(near.status == .optimal)
            #expect(near.gap <= 0.02)
            saved += whole.points.count - near.points.count
            for point in near.points {
                let isKnown = whole.points.contains {
                    abs($0.x - point.x) <= 1e-8 * point.x && abs($0.y - point.y) <= 1e-8 * point.y
                }
                #expect(isKnown, "seed \(seed)")
            }
            for point in whole.points {
                #expect(depth(of: point, below: near) <= near.gap + 1e-9, "seed \(seed)")
            }
        }
        #expect(saved > 5)
    }

    /// How far a point lies below a curve: the least move of both measures, by shares of their
    /// ranges, that takes it onto a segment's line or beyond.
    private func depth(of point: FrontierPoint, below curve: Frontier) -> Double {
        let (width, height) = curve.ranges
        return zip(curve.points, curve.points.dropFirst()).map { left, right in
            let (down, along) = ((left.y - right.y) / height, (right.x - left.x) / width)
            let drop = down * (left.x - point.x) / width + along * (left.y - point.y) / height
            return drop / (down + along)
        }.min() ?? 0
    }

    @Test("A limit of points is kept, and what is left open is stated")
    func pointLimit() async throws {
        let scenario = random(3)
        let whole = try await frontier(scenario, policy: spread)
        try #require(whole.points.count > 4)
        let few = try await frontier(scenario, policy: spread, extent: .init(pointLimit: 4))
        #expect(few.points.count == 4)
        #expect(few.status == .optimal)
        #expect(!few.isComplete)
        #expect(few.gap > 1e-7)
    }

    @Test("The same search gives the same curve, bit for bit")
    func deterministic() async throws {
        for seed in UInt64(1)...5 {
            let first = try await frontier(random(seed), policy: spread)
            let second = try await frontier(random(seed), policy: spread)
            #expect(first == second)
        }
    }
}
