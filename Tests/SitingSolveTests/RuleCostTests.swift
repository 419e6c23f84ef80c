import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// What rules cost, on a scenario worked by hand.
@Suite struct RuleCostTests {
    /// 10 MW of French requests: dear and near in France, cheap and far in Iceland.
    private func scenario(limitAtHome: Power = 100) -> Scenario {
        Fixtures.scenario(
            sites: [
                Fixtures.site("paris", longitude: 1, limit: limitAtHome) {
                    $0.price = 80
                    $0.pue = 1.5
                    $0.wue = 2
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: 50)
                    $0.hardware = Investment(cost: 6e6, lifetimeYears: 5)
                },
                Fixtures.site("keflavik", longitude: 2, country: "IS") {
                    $0.price = 30
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100)
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                },
            ],
            markets: [Fixtures.market("lyon")],
            services: [Fixtures.service(loads: [10], trips: 3)], roundTrips: [[10, 40]]
        ) {
            $0.rules = [
                Rule(name: "anywhere", content: .share(of: .site, maximum: 1)),
                Rule(
                    name: "french",
                    content: .residency(
                        services: nil, jobs: [], markets: .everything,
                        sites: Selection(countries: ["FR"]))),
            ]
        }
    }

    private func costs(
        _ scenario: Scenario, _ policy: Policy, _ settings: SolveSettings = SolveSettings()
    ) async throws -> [RuleCost] {
        let plan = try Placement.plan(scenario, under: policy)
        return await RuleCosts(scenario, under: policy, settings: settings).costs(of: plan)
    }

    private let policy = Fixtures.policy(.cost, rules: ["french", "anywhere"])

    @Test("A rule costs what its plan has more of than the plan without it, and saves the rest")
    func residency() async throws {
        let costs = try await costs(scenario(), policy)
        #expect(costs.map(\.rule) == ["french", "anywhere"])
        let french = try #require(costs.first)
        #expect(french.kind == "residency")
        #expect(french.status == .optimal)
        let difference = try #require(french.difference)
        // In Paris 15 MW are drawn at 80 USD, 50 g and 2 L; in Keflavík 10 at 30 USD and 100 g.
        let power = 8760 * (15 * 80.0 - 10 * 30)
        let expected: [Measure: Double] = [
            .cost: power + 10 * 0.2e6, .emissions: 8760 * (15 * 0.05 - 10 * 0.1),
            .latency: 3 * (10 - 40), .roundTrip: 10 - 40, .energy: 8760 * 5, .water: 8760 * 20,
        ]
        for measure in Measure.ofWhole {
            let value = try #require(difference.measures[measure])
            let wanted = try #require(expected[measure])
            #expect(abs(value - wanted) <= 1e-9 * abs(wanted), "\(measure)")
        }
        #expect(abs(difference.controllableCost - power) <= 1e-9 * power)
    }

    @Test("A rule that does not bind costs nothing, to the last digit")
    func idleRule() async throws {
        let idle = try #require(try await costs(scenario(), policy).last)
        #expect(idle.rule == "anywhere")
        #expect(idle.status == .optimal)
        let difference = try #require(idle.difference)
        #expect(difference.controllableCost == 0)
        #expect(difference.measures.count == Measure.ofWhole.count)
        #expect(difference.measures.values.allSatisfy { $0 == 0 })
    }

    @Test("Where nothing fits, the rule without which there is a plan is found")
    func infeasible() async throws {
        let costs = try await costs(scenario(limitAtHome: 4), policy)
        #expect(costs.map(\.rule) == ["french", "anywhere"])
        #expect(costs.map(\.status) == [.optimal, .infeasible])
        #expect(costs.allSatisfy { $0.difference == nil })
    }

    @Test("Nothing is computed when no time is left or the plan is not proved best")
    func notComputed() async throws {
        let late = try await costs(scenario(), policy, SolveSettings(timeLimit: .nanoseconds(1)))
        #expect(late.map(\.status) == [.notComputed, .notComputed])
        let stopped = try await costs(scenario(), policy, SolveSettings(isCancelled: { true }))
        #expect(stopped.map(\.status) == [.notComputed, .notComputed])
        var plan = try Placement.plan(scenario(), under: policy)
        plan.status = .feasible
        let open = await RuleCosts(scenario(), under: policy).costs(of: plan)
        #expect(open.map(\.status) == [.notComputed, .notComputed])
        #expect(open.allSatisfy { $0.difference == nil })
    }

    @Test("A plan has them where they are asked for, and is the same for the rest")
    func planCarriesThem() async throws {
        let bare = try Placement.plan(scenario(), under: policy)
        var full = try await Placement.plan(scenario(), under: policy, withRuleCosts: true)
        #expect(full.ruleCosts == (try await costs(scenario(), policy)))
        #expect(full.ruleCosts.count == 2)
        full.ruleCosts = []
        #expect(full == bare)
        let without = try await Placement.plan(scenario(), under: policy, withRuleCosts: false)
        #expect(without == bare)
    }

    @Test("Many rules side by side come in the policy's order, each with its own cost")
    func manyRules() async throws {
        // Six sites, each 10 USD dearer than the one before; all but the last are closed by rules.
        let sites = (1...6).map { number in
            Fixtures.site("s\(number)", longitude: Double(number)) {
                $0.price = EnergyPrice(10 * Double(number))
            }
        }
        let scenario = Fixtures.scenario(
            sites: sites, markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [10])]
        ) {
            $0.rules = (1...5).map { number in
                Rule(
                    name: "r\(number)", content: .closed(sites: Selection(ids: ["s\(number)"])))
            }
        }
        let names = ["r3", "r1", "r5", "r2", "r4"]
        let costs = try await costs(scenario, Fixtures.policy(.cost, rules: names))
        #expect(costs.map(\.rule) == names)
        let found = costs.map { $0.difference?.measures[.cost] ?? .nan }
        for (cost, saved) in zip(found, [30.0, 50, 10, 40, 20]) {
            #expect(abs(cost - 87_600 * saved) < 1e-3)
        }
    }

    @Test("What is not known, and times without requests, have no difference")
    func unknown() {
        let with = Totals(cost: 7, emissions: 3, coverage: [.emissions: 0])
        let without = Totals(cost: 5, emissions: 2)
        let difference = RuleCost.Difference(with: with, without: without)
        #expect(difference.measures == [.cost: 2, .energy: 0, .water: 0])
    }
}
