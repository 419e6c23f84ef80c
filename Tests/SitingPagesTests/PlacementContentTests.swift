import Foundation
import Siting
import Testing

@testable import SitingPages

@Suite("What placement pages say")
struct PlacementContentTests {
    /// Blanks at which no line ends are blanks.
    private func plain(_ html: HTML?) throws -> String {
        try #require(html).markup.replacing("\u{A0}", with: " ")
    }

    @Test("a tile has the value, the change from the baseline in words, and the baseline's value")
    func tiles() throws {
        let html = try plain(PlacementTiles(report: PageFixtures.report()).html)
        #expect(
            html.contains(
                "<dt>Emissions, CO2e</dt><dd class=\"amount\">410 kt<small> a year</small></dd>"
                    + "<dd>−18 % against nearest (500 kt)</dd>"))
        #expect(html.contains("<dd>+82 % against nearest (22 ms)</dd>"))
        #expect(html.contains("<dd>the same as nearest (900,000 m³)</dd>"))
        #expect(html.contains("Compared with the plan of the policy nearest."))
    }

    @Test("a total of which a part is not known says so")
    func coverage() throws {
        let html = try plain(PlacementTiles(report: PageFixtures.report()).html)
        #expect(html.contains("known for 75 % of energy; the rest counts as nothing"))
    }

    @Test("a baseline that the policy does not allow says what it breaks")
    func breaches() throws {
        let report = PageFixtures.report { report in
            let breach = Breach(rule: "spread", kind: "share", amount: 12.1)
            report.comparison = Comparison(
                scenario: "World", file: "world.yaml", columns: report.comparison.columns,
                baseline: 1,
                regrets: [
                    Regret(plan: "nearest", policy: "cheapest", stages: [], breaches: [breach])
                ], savings: [])
        }
        let html = try plain(PlacementTiles(report: report).html)
        #expect(html.contains("does not allow it: it breaks spread by 12.1 MW."))
    }

    @Test("a figure that no plan has is no row")
    func withoutRow() throws {
        let report = PageFixtures.report { report in
            for index in report.comparison.columns.indices {
                report.comparison.columns[index].plan.totals?.inferenceEnergy = 0
            }
        }
        let table = PolicyTable(comparison: report.comparison, chosen: 0)
        let html = try #require(table.part).html.markup
        #expect(!html.contains("Mean round trip"))
        #expect(html.contains(">Facility energy<"))
    }

    @Test("a plan that is its own baseline is compared with nothing")
    func ownBaseline() throws {
        let report = PageFixtures.report { $0.chosen = 1 }
        let html = try plain(PlacementTiles(report: report).html)
        #expect(!html.contains("against"))
        #expect(!html.contains("Compared with"))
    }

    @Test("the lowest figure of a row says so, and only where plans differ")
    func lowest() throws {
        let report = PageFixtures.report()
        let html = try #require(PolicyTable(comparison: report.comparison, chosen: 0).part).html
            .markup
        let rows = html.components(separatedBy: "<tr>")
        let cost = try #require(rows.first { $0.contains(">Cost<") })
        #expect(
            cost.contains(
                "<strong>1.00</strong><span class=\"lowest\"> lowest</span>"
                    + "<span class=\"bar\" style=\"inline-size:4.80rem\" aria-hidden=\"true\">"))
        let water = try #require(rows.first { $0.contains(">Water<") })
        #expect(!water.contains("lowest"))
    }

    @Test("a site's reasons follow from its figures, those of the candidates, and whom it serves")
    func reasons() throws {
        let html = try plain(SiteReasons(report: PageFixtures.report()).part?.html)
        #expect(
            html.contains(
                "<strong>Keflavík</strong> (IS). Grid power costs $42/MWh, below the median, and has "
                    + "28 g/kWh, below the median. It does 69 % of all work: 60 % of inference and "
                    + "100 % of training. Its requests travel 50 ms on average; nearness is not why, "
                    + "as other sites in use are 20 ms from them."))
        #expect(
            html.contains(
                "<strong>Paris</strong> (FR). Grid power costs $95/MWh, above the median, and has "
                    + "56 g/kWh, at the median. It does 31 % of all work, all of it inference. Its "
                    + "requests travel 25 ms on average; the nearest other sites in use would take "
                    + "70 ms."))
        #expect(
            html.contains(
                "Medians are those of grid power over the 3 candidate sites: $61/MWh and 56 g/kWh.")
        )
    }

    @Test("a market's round trip is the mean over its requests")
    func traffic() {
        let report = PageFixtures.report()
        var plan = report.plan
        plan.inference = [
            InferenceRow(
                service: "chat", market: "m0", site: "kef", power: 10, roundTrip: 50,
                roundTripSource: .stated),
            InferenceRow(
                service: "chat", market: "m0", site: "par", power: 30, roundTrip: 20,
                roundTripSource: .stated),
        ]
        let traffic = PlanTraffic(plan: plan, scenario: report.scenario)
        #expect(traffic.markets == [.init(index: 0, roundTrip: 27.5)])
        // 10 MW for 8,760 h at 1 Wh each.
        #expect(traffic.flows.first?.requests == 87_600e6)
    }

    @Test("figures have the same names in every report, and none without a placement")
    func figures() {
        let names = PlacementFigures.all(of: PageFixtures.report(), land: []).map(\.name)
        #expect(names == ["world-map", "frontier", "capacity", "round-trips"])
        #expect(PlacementFigures.all(of: PageFixtures.infeasible(), land: []).isEmpty)
    }
}
