import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Trade-off surfaces by hand.
@Suite struct FrontierSurfaceTests {
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
        let found = try await SurfaceProbe.surface(byHand(limit: 20))
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
        let found = try await SurfaceProbe.surface(byHand(limit: 6))
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
        let found = try await SurfaceProbe.surface(scenario)
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
        let found = try await SurfaceProbe.surface(scenario, [.cost, .emissions, .energy])
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
        let found = try await SurfaceProbe.surface(scenario)
        #expect(found.isComplete)
        try #require(found.points.count == 3)
        for power in [[10, 0, 0], [0, 10, 0]] as [[Double]] {
            let cost = 8760 * (20 * power[0] + 60 * power[1])
            let tonnes = 8.760 * (500 * power[0] + 100 * power[1])
            #expect(found.points.contains { isClose($0.values, [cost, tonnes, 10]) })
        }
        #expect(
            found.points.contains {
                isClose($0.values, [8760 * 250, 8.760 * 1100, 90])
            })
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
        let found = try await SurfaceProbe.surface(scenario)
        #expect(found.isComplete)
        #expect(found.gap <= 1e-7)
        #expect(found.points.map { $0.values[2].rounded() } == [10, 510, 20])
        // No mixture comes near: an allowance of a thousandth does without it.
        #expect(try await SurfaceProbe.surface(scenario, within: 1e-3).points.count == 2)
    }

    @Test("Without a placement it says why")
    func infeasible() async throws {
        let found = try await SurfaceProbe.surface(byHand(limit: 2))
        #expect(found.status == .infeasible)
        #expect(found.points.isEmpty && found.facets.isEmpty)
        #expect(found.diagnosis?.findings.isEmpty == false)
    }

    @Test("A limit before the first plan leaves no surface")
    func stopped() async throws {
        let settings = SolveSettings(isCancelled: { true })
        let found = try await SurfaceProbe.surface(byHand(limit: 6), settings: settings)
        #expect(found.status == .stopped)
        #expect(found.points.isEmpty)
    }
}
