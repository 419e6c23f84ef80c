import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// The simple methods, on cases worked by hand.
@Suite struct BaselineTests {
    private func plan(
        _ method: BaselineMethod, _ scenario: Scenario,
        _ policy: Policy = Fixtures.policy(.cost), weights: ScoreWeights = ScoreWeights()
    ) throws -> Plan {
        try BaselinePlanner(scenario, under: policy).plan(method, weights: weights)
    }

    /// Mean MW of requests, by market and site.
    private func served(_ plan: Plan) -> [String: Double] {
        Dictionary(plan.inference.map { ("\($0.market)-\($0.site)", $0.power) }) { $0 + $1 }
    }

    private func isClose(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) <= 1e-9 * max(1, abs(right)) } ?? false
    }

    /// Near, dear and dirty; far, cheap and middling; farther and clean.
    private func three(limit: Power = 100, maxRoundTrip: Latency? = nil) -> Scenario {
        func site(_ id: String, _ longitude: Double, price: Double, carbon: Double) -> Site {
            Fixtures.site(id, longitude: longitude, limit: limit) {
                $0.price = EnergyPrice(price)
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: carbon)
            }
        }
        return Fixtures.scenario(
            sites: [
                site("near", 1, price: 100, carbon: 500), site("far", 2, price: 20, carbon: 300),
                site("clean", 3, price: 60, carbon: 20),
            ],
            markets: [Fixtures.market("large"), Fixtures.market("small")],
            services: [Fixtures.service(loads: [6, 4], maxRoundTrip: maxRoundTrip)],
            roundTrips: [[10, 50, 90], [20, 40, 80]])
    }

    @Test(
        "nearest_site fills the nearest site with the largest demand first, then the next nearest")
    func nearest() throws {
        let plan = try plan(.nearestSite, three(limit: 8))
        #expect(plan.status == .feasible)
        #expect(served(plan) == ["large-near": 6, "small-near": 2, "small-far": 2])
        #expect(plan.sites.map(\.id) == ["near", "far"])
        #expect(plan.sites.map(\.capacity) == [8, 2])
    }

    @Test("greedy_carbon goes to the cleanest grid within the limit of the round trip")
    func carbon() throws {
        #expect(
            served(try plan(.greedyCarbon, three())) == ["large-clean": 6, "small-clean": 4])
        // 85 ms let only the small market reach the clean site.
        let limited = try plan(.greedyCarbon, three(maxRoundTrip: 85))
        #expect(served(limited) == ["large-far": 6, "small-clean": 4])
    }

    @Test("weighted_score adds up price, carbon and mean round trip, each from 0 to 1, as weighted")
    func score() throws {
        // Means over requests: near 14 ms, far 46, clean 86. Scores: near (1 + 1 + 0) / 3,
        // far (0 + 0.583 + 0.444) / 3, clean (0.5 + 0 + 1) / 3.
        #expect(try plan(.weightedScore, three()).sites.map(\.id) == ["far"])
        let carbon = ScoreWeights(price: 0, carbon: 1, roundTrip: 0)
        #expect(try plan(.weightedScore, three(), weights: carbon).sites.map(\.id) == ["clean"])
        let time = ScoreWeights(price: 1, carbon: 1, roundTrip: 9)
        #expect(try plan(.weightedScore, three(), weights: time).sites.map(\.id) == ["near"])
    }

    @Test("Capacity holds peaks, running jobs with their machines, and headroom; no more is built")
    func sizing() throws {
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("a") {
                    $0.headroom = 0.2
                    $0.pue = 1.5
                    $0.idleShare = 0.5
                    $0.existing = 10
                }
            ],
            markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [10], peakToMean: 1.5)],
            jobs: [Fixtures.job(energy: 8760, overhead: 0.5, lastDay: 73)])
        let plan = try plan(.nearestSite, scenario)
        let site = try #require(plan.sites.first)
        // Peak 1.5 x 10 and 1.5 x 1 MW x 5 while it runs; 22.5 / 0.8.
        #expect(isClose(site.capacity, 28.125))
        #expect(isClose(site.built, 18.125))
        // Active 10 + 1.5, idle half of the rest, times PUE.
        #expect(isClose(site.energy, 1.5 * (11.5 + 0.5 * 16.625) * 8760))
        #expect(isClose(plan.training.first?.energy, 8760))
    }

    @Test("Jobs are placed last: a job does not take the only site that a market reaches")
    func jobsLast() throws {
        var scenario = three(limit: 10, maxRoundTrip: 30)
        scenario.jobs = [Fixtures.job(energy: 175_200)]
        let plan = try plan(.nearestSite, scenario)
        #expect(served(plan) == ["large-near": 6, "small-near": 4])
        #expect(plan.training.map(\.site) == ["far", "clean"])
    }

    @Test(
        "The cheapest supply is drawn first, up to what it gives, then the grid; dearer ones never")
    func supplies() throws {
        func supply(_ name: String, _ price: EnergyPrice, _ power: Power) -> Supply {
            Supply(
                name: name, kind: .directLine, power: power, capacityFactor: 0.5, price: price,
                carbon: .zero, water: .zero, location: nil)
        }
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("a") {
                    $0.price = 50
                    $0.supplies = [
                        supply("wind", 40, 6), supply("hydro", 30, 8), supply("sun", 60, 90),
                    ]
                }
            ],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])])
        let site = try #require(try plan(.nearestSite, scenario).sites.first)
        let draws = Dictionary(site.supplies.map { ($0.supply, $0.power) }) { $0 + $1 }
        #expect(draws == ["grid": 3, "hydro": 4, "wind": 3, "sun": 0])
    }

    @Test("Sites at one position share its limit")
    func positions() throws {
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("a", longitude: 1, limit: 8),
                Fixtures.site("b", longitude: 1, limit: 8),
                Fixtures.site("c", longitude: 2),
            ],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [20])],
            roundTrips: [[1, 2, 3]])
        #expect(served(try plan(.nearestSite, scenario)) == ["m-a": 8, "m-c": 12])
    }

    @Test("What finds no room makes it infeasible, and the finding names market, amount and why")
    func noRoom() throws {
        let plan = try plan(.nearestSite, three(limit: 8, maxRoundTrip: 30))
        #expect(plan.status == .infeasible)
        let finding = try #require(plan.diagnosis?.findings.first)
        #expect(finding.kind == "no_room_left")
        #expect(
            finding.message.contains("nearest_site finds no room for 2 MW of chat in small (FR)"))
        #expect(finding.message.contains("the 1 site within its limits and rules"))
        let unreachable = try self.plan(.nearestSite, three(maxRoundTrip: 5))
        #expect(unreachable.diagnosis?.findings.first?.kind == "unreachable_market")
    }

    @Test("Rules on pairs of work and site are kept, rules on sums and limits on measures are not")
    func rules() throws {
        var scenario = three()
        scenario.rules = [
            Rule(name: "shut", content: .closed(sites: Selection(ids: ["clean"]))),
            Rule(name: "spread", content: .share(of: .site, maximum: 0.5)),
        ]
        let policy = Fixtures.policy(.cost, limits: [.emissions: 1], rules: ["shut", "spread"])
        let plan = try plan(.greedyCarbon, scenario, policy)
        #expect(plan.sites.map(\.id) == ["far"])
        #expect(plan.warnings.first?.contains("greedy_carbon") == true)
        let stage = try #require(plan.stages.first)
        #expect(isClose(plan.totals?.cost, stage.value))
        #expect(stage.bound == -.infinity)
    }

    @Test("No method beats the optimum in any measure, and each plan's rows add up")
    func neverBetter() throws {
        var compared = 0
        for seed in UInt64(1)...40 {
            let scenario = Fixtures.random(seed: seed, siteCount: 6, marketCount: 5, jobCount: 2)
            for measure in Measure.ofWhole {
                let policy = Fixtures.policy(measure)
                let best = try Placement.plan(scenario, under: policy)
                for method in BaselineMethod.allCases {
                    let plan = try plan(method, scenario, policy)
                    guard plan.status == .feasible, let totals = plan.totals else { continue }
                    compared += 1
                    let optimum = try #require(best.stages.first?.value)
                    let value = totals.value(of: measure)
                    #expect(value >= optimum - 1e-6 * max(1, abs(optimum)), "seed \(seed)")
                    #expect(isClose(plan.sites.reduce(0) { $0 + $1.cost }, totals.cost))
                    let load = scenario.markets.indices.reduce(0.0) {
                        $0 + scenario.services[0].load(market: $1).value
                    }
                    #expect(isClose(plan.inference.reduce(0) { $0 + $1.power }, load))
                }
            }
        }
        #expect(compared > 100)
    }
}
