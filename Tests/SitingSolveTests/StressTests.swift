import Fixtures
import Quantities
import Siting
import SitingSolve
import Synchronization
import Testing

/// Plans on figures that are off, by hand and by what must hold of any.
@Suite struct StressTests {
    private func stress(
        _ scenario: Scenario, under policy: Policy = Fixtures.policy(.cost), _ noise: FigureNoise,
        samples: Int = 40, seed: Int = 1, atOnce: Int? = nil,
        settings: SolveSettings = SolveSettings()
    ) async throws -> Stress {
        try await StressTest(
            scenario, under: policy, noise: noise, samples: samples, seed: seed, atOnce: atOnce,
            settings: settings
        ).run()
    }

    private let noise = FigureNoise(carbon: 0.3, price: 0.3, roundTrip: 0.2)

    private let policies = [
        Fixtures.policy(.cost), Fixtures.policy(.emissions, .cost, tolerance: 0.05),
        Fixtures.policy(weights: [.cost: 1, .emissions: 200, .latency: 0.5]),
        Fixtures.policy(.cost, limits: [.roundTrip: 70], rules: ["spread"]),
    ]

    private func random(_ seed: UInt64) -> Scenario {
        var scenario = Fixtures.random(
            seed: seed, siteCount: 6, marketCount: 5, jobCount: 1, loadScale: 0.4)
        scenario.rules = [Rule(name: "spread", content: .share(of: .country, maximum: 0.7))]
        return scenario
    }

    /// 10 MW of training at one of some sites of these prices, each in a grid of its own.
    private func auction(_ prices: [Double]) -> Scenario {
        Fixtures.scenario(
            sites: prices.enumerated().map { index, price in
                Fixtures.site("s\(index)", longitude: Double(index)) {
                    $0.price = EnergyPrice(price)
                }
            }, jobs: [Fixtures.job(energy: 87_600)])
    }

    @Test("A seed gives the same samples again, and another seed others")
    func seeds() async throws {
        let first = try await stress(random(2), noise, samples: 10)
        #expect(try await stress(random(2), noise, samples: 10) == first)
        try #require(first.samples.count == 10)
        let other = try await stress(random(2), noise, samples: 10, seed: 2)
        #expect(other.samples.map(\.totals) != first.samples.map(\.totals))
        let fewer = try await stress(random(2), noise, samples: 4)
        #expect(fewer.samples == Array(first.samples.prefix(4)))
    }

    @Test("Results do not depend on how many samples are solved at once")
    func atOnce() async throws {
        for policy in policies {
            let alone = try await stress(random(2), under: policy, noise, samples: 12, atOnce: 1)
            let many = try await stress(random(2), under: policy, noise, samples: 12, atOnce: 7)
            #expect(alone == many)
            #expect(alone.samples.count == 12)
        }
    }

    @Test("Without noise the plan stays best and every site survives")
    func withoutNoise() async throws {
        var optimal = 0
        for seed in UInt64(1)...12 {
            for policy in policies {
                let found = try await stress(
                    random(seed), under: policy, FigureNoise(), samples: 2)
                guard found.plan.status == .optimal else { continue }
                optimal += 1
                #expect(found.isComplete)
                #expect(found.stillBestCount == 2, "seed \(seed)")
                #expect(found.sites.allSatisfy { $0.isChosen && $0.sampleCount == 2 })
                #expect(found.steps.allSatisfy { $0.otherCount == 0 && $0.sampleCount == 2 })
                #expect(found.breakingStep == nil)
                let value = try #require(found.plan.totals?.cost)
                let cost = try #require(found.spread(of: .cost))
                #expect(abs(cost.least - value) <= 1e-9 * value)
            }
        }
        #expect(optimal > 15)
    }

    @Test("No plan that is allowed does better than a sample's best one")
    func regretIsNeverNegative() async throws {
        var positive = 0
        var breaking = 0
        for seed in UInt64(1)...12 {
            for policy in policies {
                let found = try await stress(random(seed), under: policy, noise, samples: 6)
                for sample in found.solved {
                    breaking += sample.breaches.isEmpty ? 0 : 1
                    #expect(sample.outcomes.count == found.plan.stages.count)
                    for outcome in sample.outcomes where sample.breaches.isEmpty {
                        if let regret = outcome.regret {
                            #expect(regret >= 0)
                            positive += regret > 0 ? 1 : 0
                        }
                        guard outcome == sample.outcomes.first else { continue }
                        let value = try #require(outcome.value)
                        #expect(value >= outcome.optimum - 1e-6 * abs(outcome.optimum))
                    }
                }
                #expect(
                    found.stillBestCount + found.worseCount + found.breakingCount
                        + found.withoutPlanCount + found.failedCount == found.samples.count)
                #expect(found.failedCount == 0)
            }
        }
        #expect(positive > 50)
        #expect(breaking > 5)
    }

    @Test("Two sites by hand: the dearer one takes over where its draw makes it the cheaper")
    func twoSites() async throws {
        let scenario = auction([50, 60])
        let noise = FigureNoise(price: 0.4)
        let found = try await stress(scenario, noise, samples: 100)
        #expect(found.plan.sites.map(\.id) == ["s0"])
        var others = 0
        for sample in found.samples {
            let drawn = scenario.perturbed(by: noise, seed: 1, sample: sample.number).sites
            let prices = drawn.map { $0.price?.value ?? 0 }
            let cheapest = prices[1] < prices[0] ? "s1" : "s0"
            #expect(sample.sites.map(\.id) == [cheapest])
            #expect(sample.sites.allSatisfy { abs($0.capacity - 10) < 1e-9 })
            let regret = try #require(sample.outcomes.first?.regret)
            #expect(abs(regret - 87_600 * max(0, prices[0] - prices[1])) < 1e-3)
            others += cheapest == "s1" ? 1 : 0
        }
        // 60 (1 + 0.4 b) < 50 (1 + 0.4 a) in (11 - 2.5)^2 / 240 = 30 % of draws.
        #expect((15...45).contains(others))
        #expect(found.stillBestCount == 100 - others && found.worseCount == others)
        #expect(found.sites.map(\.sampleCount) == [100 - others, others])
    }

    @Test("By hand: below a noise of one in eleven the sites can't change, and the step is found")
    func breakingNoise() async throws {
        // 50 (1 + w) < 60 (1 - w) for w < 1/11; twenty rivals make a change likely beyond.
        let scenario = auction([50] + [Double](repeating: 60, count: 20))
        let noise = FigureNoise(price: 0.4)
        let found = try await stress(scenario, noise, samples: 60)
        var expected: [Int] = []
        for scale in StressStep.scales {
            let part = noise.scaled(by: scale)
            expected.append(
                (1...StressStep.mostSamples).count { number in
                    let drawn = scenario.perturbed(by: part, seed: 1, sample: number).sites
                    let prices = drawn.map { $0.price?.value ?? 0 }
                    return prices[0] > prices.dropFirst().reduce(.infinity) { min($0, $1) }
                })
        }
        #expect(found.steps.map(\.scale) == StressStep.scales)
        #expect(found.steps.map(\.otherCount) == expected)
        // 2.5 % and 5 %.
        #expect(expected.prefix(2) == [0, 0])
        #expect(expected[4] > 30)
        let first = expected.firstIndex { 2 * $0 > StressStep.mostSamples }
        #expect(found.breakingStep?.scale == first.map { StressStep.scales[$0] })
        #expect(found.isComplete)
    }

    @Test("A round trip beyond the limit breaks the plan, which then has no regret")
    func brokenRoundTrip() async throws {
        let sites = [(20.0, "near"), (10.0, "far")].enumerated().map { index, figures in
            Fixtures.site(figures.1, longitude: Double(index)) {
                $0.price = EnergyPrice(figures.0)
            }
        }
        let scenario = Fixtures.scenario(
            sites: sites, markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [3], maxRoundTrip: 100)], roundTrips: [[50, 96]])
        let noise = FigureNoise(roundTrip: 0.1)
        let found = try await stress(scenario, noise)
        #expect(found.plan.sites.map(\.id) == ["far"])
        for sample in found.samples {
            let drawn = scenario.perturbed(by: noise, seed: 1, sample: sample.number)
            let isBroken = drawn.roundTrips[0, 1].value > 100
            #expect(sample.sites.map(\.id) == [isBroken ? "near" : "far"])
            #expect(sample.breaches.map(\.rule) == (isBroken ? ["max_rtt_ms"] : []))
            #expect(sample.outcomes.map(\.regret) == [isBroken ? nil : 0])
            #expect(abs((sample.outcomes.first?.value ?? 0) - 8760 * 3 * 10) < 1e-3)
        }
        let broken = try #require(found.broken.first)
        #expect(broken.sampleCount == found.breakingCount)
        #expect((1..<40).contains(broken.sampleCount))
        #expect(abs(broken.most - 3) < 1e-9)

        var alone = scenario
        alone.sites.removeFirst()
        alone.roundTrips = RoundTrips(
            marketCount: 1, siteCount: 1, milliseconds: [96], sources: [.stated])
        let only = try await stress(alone, noise)
        #expect(only.withoutPlanCount > 0)
        #expect(only.solved.count + only.withoutPlanCount == 40)
    }

    @Test("A limit on a measure that the noise exceeds is broken too")
    func brokenLimit() async throws {
        var scenario = auction([50, 60])
        scenario.sites[0].carbon = CarbonIntensity(gramsPerKilowattHour: 100)
        let noise = FigureNoise(carbon: 0.2)
        let found = try await stress(
            scenario, under: Fixtures.policy(.cost, limits: [.emissions: 8_760 * 1.1]), noise)
        for sample in found.samples {
            let site = scenario.perturbed(by: noise, seed: 1, sample: sample.number).sites[0]
            let isBroken = (site.carbon?.gramsPerKilowattHour ?? 0) > 110
            #expect(sample.breaches.map(\.rule) == (isBroken ? ["emissions_t_per_year"] : []))
        }
        #expect((1..<40).contains(found.breakingCount))
    }

    @Test("What is done when a limit comes is told, and how much that is")
    func stopped() async throws {
        let done = Count()
        var settings = SolveSettings(isCancelled: { done.value >= 3 })
        settings.headway = { _ in done.advance() }
        let found = try await stress(
            auction([50, 60]), FigureNoise(price: 0.4), atOnce: 1, settings: settings)
        #expect(found.samples.map(\.number) == [1, 2, 3])
        #expect(!found.isComplete)
        #expect(found.steps.isEmpty)
        #expect(found.sampleCount == 40)
    }

    @Test("Without a plan nothing is drawn")
    func infeasible() async throws {
        var scenario = auction([50])
        scenario.sites[0].limit = 2
        let found = try await stress(scenario, noise)
        #expect(found.plan.status == .infeasible)
        #expect(found.samples.isEmpty && found.steps.isEmpty && found.sites.isEmpty)
    }
}

/// How often something happened.
private final class Count: Sendable {
    private let number = Atomic(0)

    var value: Int { number.load(ordering: .relaxed) }

    func advance() { number.add(1, ordering: .relaxed) }
}

/// Figures as samples draw them.
@Suite struct NoiseTests {
    private let scenario = Fixtures.scenario(
        sites: (0..<6).map { index in
            Fixtures.site("s\(index)", longitude: Double(index / 2)) {
                $0.gridZone = index < 3 ? "north" : index < 5 ? "south" : nil
                $0.price = 100
                $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100)
            }
        },
        markets: ["FR", "FR", "IS"].enumerated().map {
            Fixtures.market("m\($0)", longitude: Double($0), country: $1)
        })

    private let noise = FigureNoise(carbon: 0.2, price: 0.3, roundTrip: 0.1)

    private func factors(_ scenario: Scenario, sample: Int) -> (carbon: [Double], price: [Double]) {
        let drawn = scenario.perturbed(by: noise, seed: 5, sample: sample).sites
        return (
            drawn.map { ($0.carbon?.gramsPerKilowattHour ?? 0) / 100 },
            drawn.map { ($0.price?.value ?? 0) / 100 }
        )
    }

    @Test("Sites of a grid zone share their factors, and others have their own")
    func zones() {
        let (carbon, price) = factors(scenario, sample: 1)
        #expect(Set(carbon[0...2]).count == 1 && Set(carbon[3...4]).count == 1)
        #expect(Set(carbon).count == 3 && Set(price).count == 3)
        #expect(carbon != price)
    }

    @Test("Round trips share a factor by the market's country and the site's position")
    func roundTrips() {
        let drawn = scenario.perturbed(by: noise, seed: 5, sample: 1).roundTrips
        #expect(drawn[0, 0] == drawn[0, 1] && drawn[0, 0] == drawn[1, 0])
        #expect(Set(drawn.milliseconds).count == 6)
        #expect(drawn.sources == scenario.roundTrips.sources)
    }

    @Test("What else the scenario holds does not change a draw")
    func independent() {
        var fewer = scenario
        fewer.sites.removeSubrange(1...3)
        fewer.roundTrips = RoundTrips(
            marketCount: 3, siteCount: 3, milliseconds: [Double](repeating: 10, count: 9),
            sources: [RoundTripSource](repeating: .stated, count: 9))
        let all = factors(scenario, sample: 3)
        let some = factors(fewer, sample: 3)
        #expect(some.carbon == [all.carbon[0], all.carbon[4], all.carbon[5]])
        #expect(some.price == [all.price[0], all.price[4], all.price[5]])
    }

    @Test("Factors lie evenly within the noise around one, and a part of the noise scales them")
    func even() {
        let values = (1...4000).map { factors(scenario, sample: $0).carbon[0] }
        #expect(values.allSatisfy { (0.8...1.2).contains($0) })
        let mean = values.reduce(0, +) / 4000
        // Four standard errors of 4,000 even draws.
        #expect(abs(mean - 1) < 4 * 0.2 / 3.0.squareRoot() / 4000.0.squareRoot())
        for quarter in 0..<4 {
            let range = 0.8 + 0.1 * Double(quarter)..<0.9 + 0.1 * Double(quarter)
            #expect((870...1130).contains(values.count { range.contains($0) }))
        }
        let half = scenario.perturbed(by: noise.scaled(by: 0.5), seed: 5, sample: 1).sites[0]
        let factor = (half.carbon?.gramsPerKilowattHour ?? 0) / 100
        #expect(abs(factor - 1 - (values[0] - 1) / 2) < 1e-12)
    }

    @Test("Without noise the scenario is what it was")
    func unchanged() {
        #expect(scenario.perturbed(by: FigureNoise(), seed: 5, sample: 1) == scenario)
    }
}
