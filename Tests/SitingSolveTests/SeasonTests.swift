import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Supplies that are there for a part of the year, on cases worked by hand.
///
/// One site of PUE 1.25 with 8 MW of inference, so 10 MW of facility power all year, and a plant that is
/// cheaper than the grid and gives more than is wanted.
@Suite struct SeasonTests {
    private static let summer = Fixtures.season(from: (5, 1), to: (10, 31))
    private static let winter = Fixtures.season(from: (11, 1), to: (3, 31))

    private func supply(
        _ season: Season?, named name: String = "hydro", kind: Supply.Kind = .directLine,
        price: EnergyPrice = 20, factor: Double = 0.4
    ) -> Supply {
        Supply(
            name: name, kind: kind, power: 1000, capacityFactor: factor, season: season,
            price: price, carbon: CarbonIntensity(gramsPerKilowattHour: 24), water: 0,
            location: nil)
    }

    /// A job of 876 MWh, 0.1 mean MW over the year, half as much again for its machines: 0.1875 MW of
    /// facility power.
    private func job(_ from: (Int, Int), _ to: (Int, Int)) throws -> Job {
        Job(
            id: "llm", energy: 876, overhead: 0.5, peak: 100,
            start: try #require(CalendarDate(year: 2026, month: from.0, day: from.1)),
            end: try #require(CalendarDate(year: 2026, month: to.0, day: to.1)))
    }

    private func scenario(
        _ supplies: [Supply], inference: Double = 8, jobs: [Job] = [],
        change: (inout Site) -> Void = { _ in }
    ) -> Scenario {
        let site = Fixtures.site("dam") { site in
            site.pue = 1.25
            site.price = 60
            site.supplies = supplies
            change(&site)
        }
        return Fixtures.scenario(
            sites: [site], markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [inference])], jobs: jobs
        ) { $0.rules = [Rule(name: "green", content: .trainingSupply(fuels: ["hydro", "brook"]))] }
    }

    private func plan(_ scenario: Scenario, rules: [String] = []) throws -> Plan {
        try Placement.plan(scenario, under: Fixtures.policy(.cost, rules: rules))
    }

    /// Mean MW drawn, by source.
    private func draws(_ plan: Plan) throws -> [String: Double] {
        let site = try #require(plan.sites.first)
        return Dictionary(uniqueKeysWithValues: site.supplies.map { ($0.supply, $0.power) })
    }

    private func isClose(_ power: Double?, _ expected: Double) -> Bool {
        power.map { abs($0 - expected) < 1e-6 } ?? false
    }

    @Test("A seasonal plant meets steady load for its season's share, whatever its kind")
    func steadyLoad() throws {
        for kind in Supply.Kind.allCases {
            let draws = try draws(plan(scenario([supply(Self.summer, kind: kind)])))
            #expect(isClose(draws["hydro"], 10 * 184 / 365), "\(kind)")
            #expect(isClose(draws["grid"], 10 * 181 / 365), "\(kind)")
        }
    }

    @Test("Without a season, or with less power than it may give, nothing changes")
    func noSeason() throws {
        #expect(isClose(try draws(plan(scenario([supply(nil)])))["hydro"], 10))
        let small = try draws(plan(scenario([supply(Self.summer, factor: 0.002)])))
        #expect(isClose(small["hydro"], 2))
    }

    @Test("Idle machines are steady load")
    func idle() throws {
        // 8 MW of work stand in 10 MW, of which 2 draw half: 9 MW of IT power.
        let plan = try plan(
            scenario([supply(Self.summer)]) {
                $0.headroom = 0.2
                $0.idleShare = 0.5
            })
        #expect(isClose(try draws(plan)["hydro"], 1.25 * 9 * 184 / 365))
    }

    @Test("A job inside the season is met wholly, one outside not at all, one across by its days")
    func jobs() throws {
        let windows: [((Int, Int), (Int, Int), Double)] = [
            ((6, 1), (8, 31), 1), ((1, 1), (3, 31), 0), ((10, 1), (11, 30), 31.0 / 61),
        ]
        for (from, to, share) in windows {
            let scenario = try scenario(
                [supply(Self.summer)], jobs: [job(from, to)])
            let draws = try draws(plan(scenario))
            #expect(isClose(draws["hydro"], 10 * 184 / 365 + 0.1875 * share), "\(from) to \(to)")
        }
    }

    @Test("A season may run over New Year")
    func acrossNewYear() throws {
        let scenario = try scenario(
            [supply(Self.winter)], jobs: [job((3, 1), (4, 30))])
        #expect(isClose(try draws(plan(scenario))["hydro"], 10 * 151 / 365 + 0.1875 * 31 / 61))
    }

    @Test("Two plants of one season meet no more together than one")
    func sameSeason() throws {
        let both = try draws(
            plan(scenario([supply(Self.summer), supply(Self.summer, named: "brook", price: 30)])))
        #expect(isClose(both["hydro"], 10 * 184 / 365))
        #expect(isClose(both["brook"], 0))
    }

    @Test("Seasons that overlap meet the load of all their days once; those that do not, of each")
    func overlappingSeasons() throws {
        let late = Fixtures.season(from: (8, 1), to: (12, 31))
        let overlapping = try draws(
            plan(scenario([supply(Self.summer), supply(late, named: "brook", price: 30)])))
        #expect(isClose(overlapping["hydro"], 10 * 184 / 365))
        #expect(isClose(overlapping["brook"], 10 * 61 / 365))
        let apart = try draws(
            plan(scenario([supply(Self.summer), supply(Self.winter, named: "brook", price: 30)])))
        #expect(isClose(apart["hydro"], 10 * 184 / 365))
        #expect(isClose(apart["brook"], 10 * 151 / 365))
        #expect(isClose(apart["grid"], 10 * 30 / 365))
    }

    @Test("Training kept to a plant cannot run out of its season, whatever inference draws from it")
    func trainingOutOfSeason() throws {
        let winter = try scenario([supply(Self.summer)], jobs: [job((1, 1), (3, 31))])
        #expect(try plan(winter).status == .optimal)
        let short = try plan(winter, rules: ["green"])
        #expect(short.status == .infeasible)
        #expect(short.diagnosis?.findings.first?.kind == "rule_impossible")
        let inSeason = try scenario([supply(Self.summer)], jobs: [job((5, 1), (10, 31))])
        #expect(try plan(inSeason, rules: ["green"]).status == .optimal)
    }

    @Test("Training out of one plant's season runs on the rule's others, up to what they give")
    func trainingOnOthers() throws {
        let window = try job((10, 1), (11, 30))
        func plan(brook: Double) throws -> Plan {
            try self.plan(
                scenario(
                    [supply(Self.summer), supply(nil, named: "brook", price: 90, factor: brook)],
                    jobs: [window]), rules: ["green"])
        }
        // 30 of 61 days of 0.1875 MW are out of season; the brook is dearer than the grid.
        let needed = 0.1875 * 30 / 61
        #expect(isClose(try draws(plan(brook: 1e-4 + needed / 1000))["brook"], needed))
        #expect(try plan(brook: needed / 1000 * 0.99).status == .infeasible)
    }

    @Test("Under such a rule other seasonal supplies meet steady load alone")
    func otherSupplies() throws {
        // A job in the winter on the brook's power leaves the wind only inference's share of it.
        let scenario = try scenario(
            [
                supply(nil, named: "brook", price: 90, factor: 1),
                supply(Self.winter, named: "wind"),
            ], jobs: [job((1, 1), (3, 31))])
        #expect(isClose(try draws(plan(scenario))["wind"], 10 * 151 / 365 + 0.1875))
        let ruled = try draws(plan(scenario, rules: ["green"]))
        #expect(isClose(ruled["wind"], 10 * 151 / 365))
        #expect(isClose(ruled["brook"], 0.1875))
    }

    @Test("The price of a season says what one MW more out of season would save")
    func price() throws {
        let prices = try plan(scenario([supply(Self.summer)])).prices
        let price = try #require(prices.first { $0.rule == "season(dam,0501_1031)" })
        #expect(price.subject == "one more mean MW from hydro at dam out of season")
        #expect(isClose(price.value, 40 * 8760))
    }
}
