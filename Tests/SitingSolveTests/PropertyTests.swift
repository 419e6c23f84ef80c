import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// What must hold of any scenario.
@Suite struct PropertyTests {
    private static let seeds = Array(UInt64(1)...40)

    private func scenario(_ seed: UInt64) -> Scenario {
        Fixtures.random(seed: seed, siteCount: 6, marketCount: 5, jobCount: 2)
    }

    private func value(_ scenario: Scenario, _ policy: Policy) throws -> Double? {
        let plan = try Placement.plan(scenario, under: policy)
        return plan.status == .optimal ? plan.stages.last?.value : nil
    }

    private func isClose(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return abs(left - right) <= 1e-7 * max(1, abs(left))
    }

    @Test("The order of sites, markets and jobs changes nothing")
    func orderIsIrrelevant() throws {
        for seed in Self.seeds {
            let original = scenario(seed)
            var turned = original
            turned.sites.reverse()
            turned.markets.reverse()
            turned.jobs.reverse()
            turned.services = original.services.map { service in
                Service(
                    id: service.id, itWattHoursPerRequest: service.itWattHoursPerRequest,
                    requestsPerDay: service.requestsPerDay.reversed(),
                    peakToMean: service.peakToMean, maxRoundTrip: service.maxRoundTrip,
                    egressKilobytesPerRequest: service.egressKilobytesPerRequest)
            }
            turned.roundTrips = RoundTrips(
                marketCount: 5, siteCount: 6,
                milliseconds: original.roundTrips.milliseconds.reversed(),
                sources: original.roundTrips.sources.reversed())
            for measure in [Measure.cost, .emissions, .latency, .water] {
                let policy = Fixtures.policy(measure)
                #expect(
                    isClose(try value(original, policy), try value(turned, policy)),
                    "seed \(seed), \(measure)")
            }
        }
    }

    @Test("Raising a site's limit never makes a single objective worse")
    func limitsOnlyHurt() throws {
        var compared = 0
        for seed in Self.seeds {
            let original = scenario(seed)
            var roomier = original
            roomier.sites[Int(seed) % 6].limit += 5
            for measure in [Measure.cost, .emissions, .latency] {
                guard let before = try value(original, Fixtures.policy(measure)) else { continue }
                let after = try #require(try value(roomier, Fixtures.policy(measure)))
                #expect(after <= before + 1e-7 * max(1, abs(before)), "seed \(seed)")
                compared += 1
            }
        }
        #expect(compared > 20)
    }

    @Test("Dropping a rule never makes a single objective worse")
    func rulesOnlyHurt() throws {
        var compared = 0
        for seed in Self.seeds {
            var ruled = scenario(seed)
            ruled.rules = [
                Rule(
                    name: "home",
                    content: .residency(
                        services: nil, jobs: ["j0"], markets: Selection(countries: ["FR"]),
                        sites: Selection(countries: ["FR", "IS"]))),
                Rule(name: "spread", content: .share(of: .country, maximum: 0.55)),
                Rule(name: "closed", content: .closed(sites: Selection(ids: ["s3"]))),
            ]
            for dropped in ruled.rules.map(\.name) {
                let all = Fixtures.policy(.cost, rules: ruled.rules.map(\.name))
                let fewer = Fixtures.policy(
                    .cost, rules: ruled.rules.map(\.name).filter { $0 != dropped })
                guard let strict = try value(ruled, all) else { continue }
                let loose = try #require(try value(ruled, fewer))
                #expect(loose <= strict + 1e-7 * strict, "seed \(seed), without \(dropped)")
                compared += 1
            }
        }
        #expect(compared > 20)
    }

    @Test("Scaling every price scales the cheapest plan's cost")
    func costScales() throws {
        for seed in Self.seeds {
            let original = scenario(seed)
            for factor in [1e-4, 3, 1e4] {
                var scaled = original
                for index in scaled.sites.indices { scaled.sites[index].scaleCosts(by: factor) }
                scaled.waterPrice = factor * original.waterPrice
                scaled.carbonPrice = factor * original.carbonPrice
                let before = try value(original, Fixtures.policy(.cost))
                let after = try value(scaled, Fixtures.policy(.cost))
                #expect(isClose(before.map { $0 * factor }, after), "seed \(seed), x\(factor)")
            }
        }
    }

    @Test("No plan does better in a measure than the plan that minimises it")
    func eachPolicyLeadsItsMeasure() throws {
        for seed in Self.seeds {
            let scenario = scenario(seed)
            let plans = try [Measure.cost, .emissions, .latency, .energy, .water].map {
                ($0, try Placement.plan(scenario, under: Fixtures.policy($0)))
            }
            for (measure, best) in plans {
                guard let least = best.stages.first?.value else { continue }
                for (_, other) in plans {
                    let value = try #require(other.totals?.value(of: measure))
                    #expect(value >= least - 1e-6 * max(1, abs(least)), "seed \(seed), \(measure)")
                }
            }
        }
    }

    @Test("A plan's rows add up to its totals and serve every request")
    func rowsAddUp() throws {
        for seed in Self.seeds {
            let scenario = scenario(seed)
            let plan = try Placement.plan(scenario, under: Fixtures.policy(.cost))
            guard let totals = plan.totals else { continue }
            func agree(_ left: Double, _ right: Double) -> Bool {
                abs(left - right) <= 1e-7 * max(1, abs(right))
            }
            #expect(agree(plan.sites.reduce(0) { $0 + $1.cost }, totals.cost))
            #expect(agree(plan.sites.reduce(0) { $0 + $1.emissions }, totals.emissions))
            #expect(agree(plan.sites.reduce(0) { $0 + $1.energy }, totals.energy))
            #expect(agree(plan.sites.reduce(0) { $0 + $1.water }, totals.water))
            #expect(agree(plan.sites.reduce(0) { $0 + $1.capacity }, totals.capacity))
            #expect(agree(totals.costParts.reduce(0) { $0 + $1.cost }, totals.cost))
            let load = scenario.markets.indices.reduce(0.0) {
                $0 + scenario.services[0].load(market: $1).value
            }
            #expect(agree(plan.inference.reduce(0) { $0 + $1.power }, load))
            let energy = scenario.jobs.reduce(0) { $0 + $1.energy.value }
            #expect(agree(plan.training.reduce(0) { $0 + $1.energy }, energy))
        }
    }

    @Test("The same scenario gives the same plan, bit for bit")
    func deterministic() throws {
        for seed in Self.seeds.prefix(10) {
            let policy = Fixtures.policy(.cost, .emissions, tolerance: 0.02)
            let first = try Placement.plan(scenario(seed), under: policy)
            let second = try Placement.plan(scenario(seed), under: policy)
            #expect(first == second)
        }
    }
}

extension Site {
    fileprivate mutating func scaleCosts(by factor: Double) {
        shell.cost = factor * shell.cost
        hardware.cost = factor * hardware.cost
        connection.cost = factor * connection.cost
        fixed = factor * fixed
        demandCharge = factor * demandCharge
        egress = factor * egress
        price = price.map { factor * $0 }
    }
}
