import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// What a placement report is filled with.
@Suite struct ReportSearchTests {
    private let run = Run(program: "sitewise test", command: ["sitewise", "report"])

    private func scenario(limit: Power = 100) -> Scenario {
        Fixtures.scenario(
            sites: [("a", 40.0, 100.0), ("b", 60, 20), ("c", 90, 500)].enumerated().map { item in
                Fixtures.site(item.element.0, longitude: Double(item.offset), limit: limit) {
                    site in
                    site.price = Quantity(item.element.1)
                    site.carbon = CarbonIntensity(gramsPerKilowattHour: item.element.2)
                }
            },
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
            roundTrips: [[50, 20, 10]]
        ) { scenario in
            scenario.rules = [Rule(name: "shut", content: .closed(sites: Selection(ids: ["a"])))]
            scenario.policies = [
                Policy(name: "cheap", objective: .inOrder([.cost]), rules: []),
                Policy(name: "ruled", objective: .inOrder([.cost]), rules: ["shut"]),
            ]
        }
    }

    private func report(
        _ scenario: Scenario, chosen: Int = 0, within: Double? = 0, sitesOut: Int = 2
    ) async throws -> PlacementReport {
        try await ReportSearch(
            scenario, policies: scenario.policies, chosen: chosen, methods: [.nearestSite]
        ).report(
            baseline: 2,
            extent: .init(x: .cost, y: .emissions, within: within, sitesOut: sitesOut), run: run)
    }

    @Test(
        "It has all plans, what the chosen one's rules cost, its curve and the sites it leaves out")
    func whole() async throws {
        let report = try await report(scenario(), chosen: 1)
        #expect(report.comparison.columns.map(\.name) == ["cheap", "ruled", "nearest_site"])
        #expect(report.plan.policy == "ruled")
        #expect(report.baseline == report.comparison.columns[2].plan)
        #expect(report.plan.ruleCosts.map(\.rule) == ["shut"])
        #expect(report.comparison.columns[0].plan.ruleCosts.isEmpty)
        // Without a, b has the least of both measures.
        #expect(report.frontier?.points.count == 1)
        #expect(report.bestSitesOut.map(\.explanation.id) == ["c"])
        #expect(report.run == run)
    }

    @Test("Its curve is that of the frontier search, through the chosen plan")
    func curve() async throws {
        let scenario = scenario()
        let report = try await report(scenario)
        let alone = try await FrontierSearch(
            scenario, under: scenario.policies[0], x: .cost, y: .emissions
        ).frontier()
        #expect(report.frontier == alone)
        #expect(alone.points.count == 2)
        let cost = try #require(report.plan.totals?.cost)
        #expect(abs(try #require(alone.points.first).x - cost) <= 1e-9 * cost)
    }

    @Test("No curve where none is asked for or a measure means nothing")
    func noCurve() async throws {
        #expect(try await report(scenario(), within: nil).curve == .notAsked)
        var unknown = scenario()
        unknown.sites[2].carbon = nil
        guard case .meaningless(let reason) = try await report(unknown).curve else {
            Issue.record("emissions of an unknown grid were traded")
            return
        }
        #expect(reason.contains("1 of 3 sites have no carbon"))
    }

    @Test("A policy without a plan gives a report that says why")
    func infeasible() async throws {
        let report = try await report(scenario(limit: 2))
        #expect(report.plan.status == .infeasible)
        #expect(report.plan.diagnosis?.findings.isEmpty == false)
        #expect(report.curve == .notAsked)
        #expect(report.bestSitesOut.isEmpty)
    }
}
