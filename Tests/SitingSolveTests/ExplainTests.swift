import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Explanations on cases worked by hand, and against solves of changed scenarios.
@Suite struct ExplainTests {
    /// 10 MW of requests, three sites that differ in their price of power, carbon and distance.
    private func scenario(limit: Power = 100) -> Scenario {
        Fixtures.scenario(
            sites: [("a", 40.0, 100.0), ("b", 60, 20), ("c", 90, 500)].enumerated().map { item in
                Fixtures.site(item.element.0, longitude: Double(item.offset), limit: limit) {
                    site in
                    site.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    site.price = Quantity(item.element.1)
                    site.carbon = CarbonIntensity(gramsPerKilowattHour: item.element.2)
                }
            },
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
            roundTrips: [[50, 20, 10]])
    }

    private func site(
        _ id: String, _ scenario: Scenario, _ policy: Policy
    ) async throws -> SiteExplanation {
        let index = try #require(scenario.sites.firstIndex { $0.id == id })
        let found = try await Explainer(scenario, under: policy).answer(.site(index))
        guard case .site(let site) = found.answer else { throw NoAnswer() }
        return site
    }

    private struct NoAnswer: Error {}

    private func value(of breakEven: BreakEven?) throws -> Double {
        guard case .found(let value, let inside, let outside)? = breakEven?.outcome else {
            throw NoAnswer()
        }
        #expect(inside.work > 0 && outside.work <= 1e-6)
        #expect(inside.value <= value && value <= outside.value)
        #expect(outside.value - inside.value <= 2.01 * max(1e-2, 1e-4 * abs(value)))
        return value
    }

    @Test("A used site falls out where its power costs as much as the next site's")
    func used() async throws {
        let site = try await site("a", scenario(), Fixtures.policy(.cost))
        #expect(site.use?.capacity == 10)
        let saved = try #require(site.without?.worseBy)
        #expect(abs(saved - 8760 * 10 * 20) < 1e-3)
        #expect(site.breakEvens.map(\.figure) == [.powerPrice])
        let price = try value(of: site.breakEvens.first)
        #expect(abs(price - 60) < 1e-6)
    }

    @Test("An unused site comes in where its power costs as little as the used site's")
    func unused() async throws {
        let site = try await site("c", scenario(), Fixtures.policy(.cost))
        #expect(site.use == nil)
        #expect(site.without == nil)
        let price = try value(of: site.breakEvens.first)
        #expect(abs(price - 40) < 1e-6)
    }

    @Test("Carbon and distance break even where a weighted sum does")
    func weighted() async throws {
        let scenario = scenario()
        // A tonne at 100 USD: a costs 40 + 10, b 60 + 2 USD/MWh; a mean MW has 8,760 MWh of 1 Wh.
        let policy = Fixtures.policy(weights: [.cost: 1, .emissions: 100, .roundTrip: 0.1])
        let site = try await site("a", scenario, policy)
        #expect(site.breakEvens.map(\.figure) == BreakEven.Figure.allCases)
        // 0.1 USD for a ms of a million requests is 0.1 USD/MWh a ms.
        let room = (60.0 + 2 + 20 * 0.1) - (40 + 10 + 50 * 0.1)
        let value0 = try value(of: site.breakEvens[0])
        #expect(abs(value0 - (40 + room)) < 1e-6)
        let value1 = try value(of: site.breakEvens[1])
        #expect(abs(value1 - (100 + 10 * room)) < 1e-6)
        let value2 = try value(of: site.breakEvens[2])
        #expect(abs(value2 - 10 * room) < 1e-6)
    }

    @Test("Where no plan does without a site, no value pushes it out")
    func indispensable() async throws {
        let site = try await site("a", scenario(limit: 4), Fixtures.policy(.cost))
        #expect(site.without?.status == .infeasible)
        #expect(site.breakEvens.map(\.outcome) == [.indispensable])
    }

    @Test("Emissions held by an earlier stage keep a site that cheap power can't bring in")
    func earlierStage() async throws {
        let policy = Fixtures.policy(.emissions, .cost)
        let site = try await site("c", scenario(), policy)
        guard case .neverIn(let side)? = site.breakEvens.first?.outcome else { throw NoAnswer() }
        #expect(side.value == 0)
        #expect(side.work <= 1e-6)
        // At the carbon of b it may stand in for it, but its power is dearer.
        #expect(site.breakEvens.map(\.figure) == [.powerPrice, .carbonIntensity])
    }

    @Test("On either side of a break-even, fresh plans have the site and have it not")
    func random() async throws {
        var checked = 0
        for seed in UInt64(1)...25 {
            let scenario = Fixtures.random(seed: seed, siteCount: 5, marketCount: 4, jobCount: 1)
            let policy = Fixtures.policy(weights: [.cost: 1, .emissions: 40, .latency: 0.2])
            for index in [0, 3] {
                checked += try await check(index, scenario, policy, "seed \(seed)").count
            }
        }
        #expect(checked > 10)
    }

    @Test("So they have where the figure counts in a limit alone")
    func limited() async throws {
        var checked: [BreakEven.Figure] = []
        for seed in UInt64(1)...25 {
            let scenario = Fixtures.random(seed: seed, siteCount: 5, marketCount: 4, jobCount: 1)
            let ends = try [Fixtures.policy(.cost), Fixtures.policy(.emissions)].compactMap {
                try Placement.plan(scenario, under: $0).totals?.emissions
            }
            guard ends.count == 2, ends[0] > 1.05 * ends[1] else { continue }
            let policy = Fixtures.policy(.cost, limits: [.emissions: (ends[0] + ends[1]) / 2])
            for index in scenario.sites.indices {
                checked += try await check(index, scenario, policy, "seed \(seed)")
            }
        }
        #expect(checked.count { $0 == .carbonIntensity } > 10)
        #expect(checked.count { $0 == .powerPrice } > 10)
    }

    /// Solves on either side of what was found for a site; gives the figures of which that was.
    private func check(
        _ index: Int, _ scenario: Scenario, _ policy: Policy, _ place: String
    ) async throws -> [BreakEven.Figure] {
        let found = try await Explainer(scenario, under: policy).answer(.site(index))
        guard case .site(let site)? = found.answer else { return [] }
        var checked: [BreakEven.Figure] = []
        for breakEven in site.breakEvens {
            guard breakEven.figure != .roundTripSurcharge,
                case .found(let value, _, _) = breakEven.outcome
            else { continue }
            for (factor, isIn) in [(0.998, true), (1.002, false)] {
                var changed = scenario
                switch breakEven.figure {
                case .powerPrice: changed.sites[index].price = EnergyPrice(value * factor)
                case .carbonIntensity:
                    changed.sites[index].carbon = CarbonIntensity(
                        gramsPerKilowattHour: value * factor)
                case .roundTripSurcharge: break
                }
                let plan = try Placement.plan(changed, under: policy)
                let work =
                    plan.sites.first { $0.id == site.id }
                    .map { $0.training + $0.inference } ?? 0
                #expect((work > 1e-2) == isIn, "\(place) \(site.id) \(breakEven) \(factor)")
            }
            checked.append(breakEven.figure)
        }
        return checked
    }

    @Test("A first MW elsewhere costs its reduced cost, and all of it what a plan there costs")
    func market() async throws {
        let found = try await Explainer(scenario(), under: Fixtures.policy(.cost))
            .answer(.market(0, service: nil))
        guard case .work(let works)? = found.answer, let work = works.first else {
            throw NoAnswer()
        }
        #expect(work.places.map(\.site) == ["a"])
        #expect(work.alternatives.map(\.site) == ["b", "c"])
        let first = try #require(work.alternatives.first)
        #expect(abs(first.firstMegawatt - 8760 * 20) < 1e-3)
        let whole = try #require(first.whole)
        #expect(abs(whole - 8760 * 10 * 20) < 1e-3)
        #expect(abs(work.marginalCost - (8760 * 40 + 1e6)) < 1e-3)
        #expect(work.nearer.map(\.site) == ["c", "b"])
    }

    @Test("What keeps a nearer site out is named")
    func obstacles() async throws {
        var scenario = scenario()
        scenario.rules = [Rule(name: "shut", content: .closed(sites: Selection(ids: ["b"])))]
        let policy = Fixtures.policy(.cost, rules: ["shut"])
        let found = try await Explainer(scenario, under: policy).answer(.market(0, service: 0))
        guard case .work(let works)? = found.answer, let work = works.first else {
            throw NoAnswer()
        }
        #expect(work.nearer.map(\.obstacles) == [[], [.rule("shut")]])
        #expect(work.exclusions == [.init(obstacle: .rule("shut"), siteCount: 1)])
        let site = try await site("b", scenario, policy)
        #expect(site.closedBy == ["shut"])
        #expect(site.breakEvens.isEmpty)
    }

    @Test("The price of a share holds from where it stops binding to where the next site is full")
    func shareRange() async throws {
        var scenario = scenario(limit: 100)
        scenario.sites[1].limit = 5
        scenario.rules = [Rule(name: "spread", content: .share(of: .site, maximum: 0.6))]
        let policy = Fixtures.policy(.cost, rules: ["spread"])
        let found = try await Explainer(scenario, under: policy).answer(.rule("spread"))
        guard case .rule(let rule)? = found.answer else { throw NoAnswer() }
        // a has 6 of 10 MW and b 4; a MW moved from b to a saves 8,760 x 20 USD.
        let range = try #require(rule.range)
        let looser = try #require(range.looser)
        let tighter = try #require(range.tighter)
        #expect(abs(looser.price - 10 * 8760 * 20) < 1)
        #expect(looser.end == 1)
        #expect(abs(tighter.price - 10 * 8760 * 20) < 1)
        // At half each b is full, and c takes what a may not.
        #expect(abs(tighter.end - 0.5) < 1e-4)
        #expect(tighter.reason == .bend)
        #expect(rule.prices.count == 1)
        #expect(abs((rule.cost.difference?.measures[.cost] ?? 0) - 8760 * 4 * 20) < 1e-3)
    }

    @Test("A limit on a ratio is priced, and has no range: the optimum is no line in it")
    func ratioHasNoRange() async throws {
        let burden = Measure.largest(Burden(.energy, of: .site, scale: .perBuilt))
        let policy = Fixtures.policy(.cost, limits: [burden: 0.5 * 8760])
        let found = try await Explainer(scenario(limit: 100), under: policy)
            .answer(.rule(burden.limitKey))
        guard case .rule(let rule)? = found.answer else { throw NoAnswer() }
        #expect(rule.range == nil)
        let difference = try #require(rule.cost.difference)
        #expect(difference.measures[.cost] != nil)
    }
}
