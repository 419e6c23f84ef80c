import Fixtures
import LinearProgramming
import Quantities
import Siting
import SitingSolve
import Testing

/// The plan found by the columns that matter against that of the whole program.
@Suite struct ColumnGenerationTests {
    private func plans(
        _ scenario: Scenario, _ policy: Policy
    ) throws -> (generated: Plan, whole: Plan) {
        var few = SolveSettings()
        few.wholeArcs = 0
        var whole = SolveSettings()
        whole.wholeArcs = .max
        return (
            try Placement.plan(scenario, under: policy, settings: few),
            try Placement.plan(scenario, under: policy, settings: whole)
        )
    }

    private func isClose(_ left: Double, _ right: Double) -> Bool {
        abs(left - right) <= 1e-9 * max(1, abs(right))
    }

    /// Random scenarios with what makes models awkward, by seed: a market without demand, a site that is paid
    /// to draw power, plants behind the meter all year or in a season, capacity that stands already, a
    /// second service.
    private func awkward(_ seed: UInt64) -> Scenario {
        var scenario = Fixtures.random(
            seed: seed, siteCount: 6, marketCount: 16, jobCount: Int(seed % 3), loadScale: 0.4)
        if seed % 3 == 0 {
            scenario.services.append(
                Fixtures.service("second", loads: scenario.markets.map { _ in 0.2 }))
        }
        if seed % 5 == 0 { scenario.services[0].requestsPerDay[3] = 0 }
        if seed % 7 == 0 { scenario.sites[1].price = -20 }
        if seed % 11 == 0 { scenario.sites[2].existing = 3 }
        if seed % 13 == 0 {
            scenario.sites[0].supplies = [
                Supply(
                    name: "hydro", kind: .directLine, fuel: nil, power: 4, capacityFactor: 0.5,
                    price: 10, carbon: CarbonIntensity(gramsPerKilowattHour: 24), water: 0,
                    location: nil)
            ]
        }
        if seed % 3 == 1 {
            let first = Int(seed / 3 % 12)
            for site in [1, 3, 4] {
                scenario.sites[site].supplies = [
                    Supply(
                        name: "river", kind: site == 3 ? .contract : .directLine, power: 10,
                        capacityFactor: 0.4,
                        season: Fixtures.season(
                            from: (first + 1, 1), to: ((first + 5) % 12 + 1, 28)),
                        price: 15, carbon: CarbonIntensity(gramsPerKilowattHour: 24), water: 0,
                        location: nil)
                ]
            }
        }
        return scenario
    }

    private static let policies = [
        Fixtures.policy(.cost), Fixtures.policy(.emissions, .cost, tolerance: 0.02),
        Fixtures.policy(.latency, .cost, tolerance: 0.05),
        Fixtures.policy(weights: [.cost: 1, .emissions: 50, .latency: 0.1]),
    ]

    @Test(
        "1,000 random scenarios have the whole program's optimum at every stage, impossible ones too"
    )
    func sameOptimum() throws {
        var infeasible = 0
        for seed in UInt64(1)...1000 {
            let (generated, whole) = try plans(awkward(seed), Self.policies[Int(seed % 4)])
            #expect(generated.status == whole.status, "seed \(seed)")
            if whole.status == .infeasible { infeasible += 1 }
            for (left, right) in zip(generated.stages, whole.stages) {
                // A later stage inherits what an earlier one may differ by in its last digits.
                #expect(isClose(left.value, right.value), "seed \(seed), \(right.measure)")
            }
        }
        #expect(infeasible > 40)
        #expect(infeasible < 800)
    }

    private static let burdens = [
        Fixtures.policy(.largest(Burden(.emissions, of: .site)), .cost, tolerance: 0.01),
        Fixtures.policy(.largest(Burden(.energy, of: .country, scale: .perLimit)), .cost),
        Fixtures.policy(
            weights: [
                .cost: 1, .largest(Burden(.cost, of: .site)): 0.5,
                .largest(Burden(.emissions, of: .country)): 80,
            ]),
    ]

    @Test("So have 300 under policies that judge by burdens")
    func sameBurdens() throws {
        var optimal = 0
        for seed in UInt64(2001)...2300 {
            let (generated, whole) = try plans(awkward(seed), Self.burdens[Int(seed % 3)])
            #expect(generated.status == whole.status, "seed \(seed)")
            if whole.status == .optimal { optimal += 1 }
            for (left, right) in zip(generated.stages, whole.stages) {
                #expect(isClose(left.value, right.value), "seed \(seed), \(right.measure)")
            }
        }
        #expect(optimal > 60)
    }

    @Test("After the tie stage it is the whole program's plan")
    func samePlan() throws {
        var compared = 0
        for seed in UInt64(1001)...1200 {
            // Of later stages the earlier ones' last digits decide.
            let (generated, whole) = try plans(awkward(seed), Self.policies[Int(seed % 2) * 3])
            guard whole.status == .optimal else { continue }
            compared += 1
            #expect(generated.ties == whole.ties, "seed \(seed)")
            let left = Dictionary(uniqueKeysWithValues: generated.sites.map { ($0.id, $0) })
            for site in whole.sites where site.capacity > 1e-3 {
                let other = try #require(left[site.id], "seed \(seed), \(site.id)")
                #expect(abs(site.capacity - other.capacity) < 1e-5, "seed \(seed), \(site.id)")
                #expect(abs(site.inference - other.inference) < 0.1, "seed \(seed), \(site.id)")
            }
        }
        #expect(compared > 50)
    }

    @Test("An arc withheld from the whole program is missed by the proof")
    func withheldArcIsRefused() throws {
        let scenario = Fixtures.scenario(
            sites: [40.0, 60, 80].enumerated().map { item in
                Fixtures.site("s\(item.offset)", longitude: Double(item.offset), limit: 6) {
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    $0.price = Quantity(item.element)
                }
            },
            markets: [Fixtures.market("a"), Fixtures.market("b")],
            services: [Fixtures.service(loads: [5, 5])])
        let whole = try Placement.program(of: scenario, under: Fixtures.policy(.cost))
        // Solve without an arc that the optimum uses, then show that answer to the whole.
        let serve = try #require(whole.columnBlock(named: "serve"))
        let first = try #require(whole.rowBlock(named: "demand")).first
        let (best, _) = try SolveProbe.optimum(of: whole)
        let used = try #require(
            serve.range.first { column in
                best[column] > 0.01
                    && (whole.rowStart[first]..<whole.rowStart[first + 1])
                        .contains { Int(whole.entryColumn[$0]) == column }
            })
        let kept = (0..<whole.columnCount).filter { $0 != used }
        let lacking = whole.restricted(to: kept, shortfallRows: 0..<0, shortfallCost: 0)
        let (values, duals) = try SolveProbe.optimum(of: lacking)
        var claimed = [Double](repeating: 0, count: whole.columnCount)
        for (place, column) in kept.enumerated() { claimed[column] = values[place] }
        let certificate = Certificate(
            checking: whole, columnValues: claimed, rowDuals: duals)
        #expect(!certificate.holds())
        #expect(certificate.dualResidual > 1e-6)
        #expect(certificate.dualPlace.contains(whole.columnName(used)))
    }
}
