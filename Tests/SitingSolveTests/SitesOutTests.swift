import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// The best sites that a plan does not use, on cases worked by hand and against break-evens.
@Suite struct SitesOutTests {
    private func scenario(
        prices: [Double], change: (inout [Site]) -> Void = { _ in }
    ) -> Scenario {
        var sites = prices.enumerated().map { index, price in
            Fixtures.site("s\(index)", longitude: Double(index)) { site in
                site.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                site.price = Quantity(price)
            }
        }
        change(&sites)
        return Fixtures.scenario(
            sites: sites, markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])]
        )
    }

    private func sitesOut(
        _ scenario: Scenario, _ policy: Policy = Fixtures.policy(.cost), count: Int = 10
    ) async throws -> [SiteOut] {
        try await Explainer(scenario, under: policy).bestSitesOut(count: count)
    }

    @Test("Those that would cost least to use come first, each with what a MW there would cost")
    func order() async throws {
        let out = try await sitesOut(scenario(prices: [70, 40, 90, 60]))
        #expect(out.map(\.explanation.id) == ["s3", "s0", "s2"])
        for (site, excess) in zip(out, [20.0, 30, 50]) {
            #expect(abs(site.firstMegawatt - 8760 * excess) < 1e-6 * 8760 * excess)
        }
    }

    @Test("No more are explained than asked for")
    func count() async throws {
        #expect(try await sitesOut(scenario(prices: [70, 40, 90, 60]), count: 1).count == 1)
        #expect(try await sitesOut(scenario(prices: [70, 40]), count: 0).isEmpty)
    }

    @Test("Rows at a used position and sites that may do no work are no candidates")
    func excluded() async throws {
        var scenario = scenario(prices: [40, 45, 50, 55, 60]) { sites in
            // Beside the cheapest; the next two are one position.
            sites[1].coordinate = sites[0].coordinate
            sites[3].coordinate = sites[2].coordinate
        }
        scenario.rules = [Rule(name: "shut", content: .closed(sites: Selection(ids: ["s2"])))]
        let out = try await sitesOut(scenario, Fixtures.policy(.cost, rules: ["shut"]))
        #expect(out.map(\.explanation.id) == ["s3", "s4"])
    }

    @Test(
        "The first MW costs what lies between the price of power and the break-even",
        arguments: [[31.5, 47, 52.25], [80, 20.75, 33], [55, 54, 53]])
    func breakEven(prices: [Double]) async throws {
        let scenario = scenario(prices: prices) { sites in
            sites[0].pue = 1.25
            sites[2].headroom = 0.2
            sites[2].idleShare = 0.3
        }
        for site in try await sitesOut(scenario) {
            let found = try #require(site.explanation.breakEvens.first)
            guard case .found(let value, _, _) = found.outcome else { continue }
            let index = try #require(scenario.sites.firstIndex { $0.id == site.explanation.id })
            // Facility energy of a MW at work, with what its headroom draws.
            let model = scenario.sites[index]
            let idle = model.idleShare * (1 / (1 - model.headroom) - 1)
            let energy = 8760 * model.pue * (1 + idle)
            let cost = (found.current - value) * energy
            #expect(abs(cost - site.firstMegawatt) < 1e-3 * site.firstMegawatt)
        }
    }

    @Test("A policy without a plan has none")
    func infeasible() async throws {
        let scenario = scenario(prices: [40, 50]) { sites in
            for index in sites.indices { sites[index].limit = 2 }
        }
        #expect(try await sitesOut(scenario).isEmpty)
    }
}
