import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Policies side by side: plans, regret and what they break.
@Suite struct CompareTests {
    private func named(_ name: String, _ policy: Policy) -> Policy {
        Policy(
            name: name, objective: policy.objective, tolerance: policy.tolerance,
            limits: policy.limits, rules: policy.rules, maxRoundTrips: policy.maxRoundTrips)
    }

    /// 10 MW of French requests: cheap and dirty near Paris, dear and clean in Iceland.
    private func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        Fixtures.scenario(
            sites: [
                Fixtures.site("paris", longitude: 1) {
                    $0.price = 20
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: 300)
                },
                Fixtures.site("keflavik", longitude: 2, country: "IS") {
                    $0.price = 50
                    $0.carbon = CarbonIntensity(gramsPerKilowattHour: 30)
                },
            ],
            markets: [Fixtures.market("lyon")], services: [Fixtures.service(loads: [10])],
            roundTrips: [[10, 40]], change: change)
    }

    private func compared(
        _ scenario: Scenario, _ policies: [Policy], methods: [BaselineMethod] = []
    ) async throws -> Comparison {
        try await PolicyComparison(scenario, policies: policies, methods: methods).run()
    }

    @Test("Regret is what a plan has more of than the policy's optimum, stage by stage")
    func regret() async throws {
        let cheap = named("cheap", Fixtures.policy(.cost))
        let green = named("green", Fixtures.policy(.emissions, .cost))
        let comparison = try await compared(scenario(), [cheap, green])
        #expect(
            comparison.regrets.map { "\($0.plan) \($0.policy)" } == ["cheap green", "green cheap"])
        let ofCheap = try #require(comparison.regrets.first)
        let changes = ofCheap.stages.compactMap(\.regret)
        // 87,600 MWh at 270 g/kWh more and 30 USD less; the later stage may give up a millionth.
        #expect(abs(changes[0].absolute - 23_652) < 1e-6)
        #expect(abs((changes[0].relative ?? 0) - 9) < 1e-9)
        #expect(abs(changes[1].absolute + 2_628_000) < 3)
        #expect(ofCheap.breaches.isEmpty)
        let change = try #require(comparison.change(of: .cost, in: 1))
        #expect(abs((change.relative ?? 0) - 1.5) < 3e-6)
        #expect(comparison.moves(to: 1).map(\.id) == ["keflavik", "paris"])
        #expect(comparison.moves(to: 1).map { ($0.change * 100).rounded() / 100 } == [10, -10])
    }

    @Test(
        "What a plan breaks of another policy is told rule by rule, and by how much",
        arguments: [
            (.closed(sites: Selection(ids: ["paris"])), 10),
            (
                .residency(
                    services: nil, jobs: [], markets: .everything,
                    sites: Selection(countries: ["IS"])),
                10
            ),
            (.access(operatorCountries: ["US"], sites: Selection(countries: ["IS"])), 0),
            (.share(of: .country, maximum: 0.6), 4),
            (.placement(shares: ["paris": 0.25, "keflavik": 0.75]), 7.5),
            (.nearUsers, 0),
        ] as [(Rule.Content, Double)])
    func breaches(_ content: Rule.Content, _ amount: Double) async throws {
        let scenario = scenario { $0.rules = [Rule(name: "rule", content: content)] }
        let comparison = try await compared(
            scenario,
            [
                named("cheap", Fixtures.policy(.cost)),
                named("ruled", Fixtures.policy(.cost, rules: ["rule"])),
            ])
        let regret = try #require(comparison.regrets.first { $0.plan == "cheap" })
        #expect(regret.breaches.map(\.rule) == (amount > 0 ? ["rule"] : []))
        #expect(abs((regret.breaches.first?.amount ?? 0) - amount) < 1e-6)
        #expect(regret.breaches.allSatisfy { $0.unit == "MW" && $0.kind == content.kind })
    }

    @Test("Training out of place is counted: away from users, and off the plants of a rule")
    func training() async throws {
        let scenario = scenario {
            $0.jobs = [Fixtures.job(energy: 17_520, overhead: 0.5)]
            $0.sites[0].supplies = [
                Supply(
                    name: "hydro", kind: .directLine, power: 1, capacityFactor: 1, price: 10,
                    carbon: .zero, water: .zero, location: nil)
            ]
            $0.sites[1].price = 10
            $0.services[0].maxRoundTrip = 20
            $0.rules = [
                Rule(name: "near", content: .nearUsers),
                Rule(name: "dam", content: .trainingSupply(fuels: ["hydro"])),
                Rule(name: "home", content: .closed(sites: Selection(ids: ["keflavik"]))),
            ]
        }
        let policies = [
            named("cheap", Fixtures.policy(.cost)),
            named("near", Fixtures.policy(.cost, rules: ["near"])),
            named("dam", Fixtures.policy(.cost, rules: ["dam"])),
            named("home", Fixtures.policy(.cost, rules: ["home"])),
        ]
        let comparison = try await compared(scenario, policies)
        func broken(_ plan: String, _ policy: String) -> [Double] {
            comparison.regrets.first { $0.plan == plan && $0.policy == policy }?
                .breaches.map(\.amount) ?? []
        }
        // Cheapest trains 2 MW and their machines in Iceland, from its grid.
        #expect(comparison.columns[0].plan.training.map(\.site) == ["keflavik"])
        #expect(broken("cheap", "home").map { ($0 * 1e6).rounded() / 1e6 } == [3])
        let near = try #require(broken("cheap", "near").first)
        #expect(abs(near - 3 * (1 - 3 / 13)) < 1e-6)
        // At home all run in Paris; 1 of the 3 MW comes from the dam.
        #expect(broken("home", "dam").map { ($0 * 1e6).rounded() / 1e6 } == [2])
    }

    @Test("Limits on measures and on round trips are checked from totals and rows")
    func limits() async throws {
        let slow = Policy(
            name: "near", objective: .inOrder([.cost]), maxRoundTrips: ["chat": 20])
        let comparison = try await compared(
            scenario(),
            [
                named("green", Fixtures.policy(.emissions)), slow,
                named("capped", Fixtures.policy(.cost, limits: [.emissions: 10_000])),
            ])
        func broken(_ plan: String, _ policy: String) -> [String] {
            comparison.regrets.first { $0.plan == plan && $0.policy == policy }?.breaches
                .map { "\($0.rule) \($0.amount.rounded()) \($0.unit)" } ?? []
        }
        #expect(broken("green", "near") == ["max_rtt_ms 10.0 MW"])
        #expect(broken("near", "capped") == ["emissions_t_per_year 16280.0 t/year"])
        #expect(broken("green", "capped").isEmpty)
    }

    @Test("Side by side, each plan is the one it is alone; it breaks nothing of its own policy")
    func sameAsAlone() async throws {
        var optimal = 0
        for seed in UInt64(1)...12 {
            var scenario = Fixtures.random(seed: seed, siteCount: 6, marketCount: 5, jobCount: 2)
            scenario.rules = [
                Rule(name: "spread", content: .share(of: .country, maximum: 0.7)),
                Rule(name: "closed", content: .closed(sites: Selection(ids: ["s3"]))),
                Rule(name: "near", content: .nearUsers),
            ]
            let first = [
                named("a", Fixtures.policy(.cost, rules: ["spread"])),
                named("b", Fixtures.policy(.emissions, .cost, tolerance: 0.02, rules: ["closed"])),
                named("c", Fixtures.policy(.latency, .cost, rules: ["near", "closed"])),
            ]
            // The same policies under other names: their plans are judged by their own rules.
            let policies = first + first.map { named($0.name + "2", $0) }
            let comparison = try await compared(scenario, policies)
            for (column, policy) in zip(comparison.columns, policies) {
                #expect(column.plan == (try Placement.plan(scenario, under: policy)))
                if column.plan.status == .optimal { optimal += 1 }
            }
            for regret in comparison.regrets where regret.policy == regret.plan + "2" {
                #expect(regret.breaches.isEmpty, "seed \(seed), \(regret.plan)")
            }
        }
        #expect(optimal > 20)
    }

    @Test("A plan that breaks nothing of a policy does not beat its first optimum")
    func allowedPlansAreNoBetter() async throws {
        var compared = 0
        for seed in UInt64(1)...30 {
            var scenario = Fixtures.random(seed: seed, siteCount: 6, marketCount: 5, jobCount: 1)
            scenario.rules = [Rule(name: "spread", content: .share(of: .country, maximum: 0.6))]
            let comparison = try await self.compared(
                scenario,
                [
                    named("a", Fixtures.policy(.cost, rules: ["spread"])),
                    named("b", Fixtures.policy(.emissions)),
                    named("c", Fixtures.policy(weights: [.cost: 1, .latency: 0.5, .water: 3])),
                ], methods: BaselineMethod.allCases)
            for regret in comparison.regrets where regret.breaches.isEmpty {
                guard let stage = regret.stages.first, let value = stage.value else { continue }
                compared += 1
                #expect(value >= stage.optimum - 1e-6 * max(1, abs(stage.optimum)), "seed \(seed)")
            }
            for saving in comparison.savings where saving.breaches.isEmpty {
                #expect((saving.change?.absolute ?? 0) <= 1e-6 * abs(saving.optimum ?? 1))
            }
        }
        #expect(compared > 100)
    }

    @Test("An infeasible policy is a column without figures, and nothing is compared with it")
    func infeasible() async throws {
        let scenario = scenario {
            $0.rules = [Rule(name: "shut", content: .closed(sites: .everything))]
        }
        let comparison = try await compared(
            scenario,
            [
                named("shut", Fixtures.policy(.cost, rules: ["shut"])),
                named("open", Fixtures.policy(.cost)),
            ], methods: [.nearestSite])
        #expect(comparison.columns.map(\.plan.status) == [.infeasible, .optimal, .infeasible])
        #expect(ComparedFigure.allCases.allSatisfy { comparison.change(of: $0, in: 1) == nil })
        #expect(comparison.moves(to: 1).isEmpty)
        let regret = try #require(comparison.regrets.first)
        #expect(regret.policy == "shut")
        #expect(regret.stages.isEmpty)
        #expect(regret.breaches.map(\.amount) == [10])
        #expect(comparison.savings.map { $0.value == nil } == [true, false])
    }
}
