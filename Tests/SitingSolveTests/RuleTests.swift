import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Rules on sums, on cases worked by hand.
@Suite struct RuleTests {
    /// 10 MW of inference that must run near its market, and 5 MW of training that would rather not.
    private func scenario(_ rule: Rule.Content) -> Scenario {
        Fixtures.scenario(
            sites: [
                Fixtures.site("near", longitude: 1) {
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    $0.price = 80
                    $0.pue = 1.2
                },
                Fixtures.site("far", longitude: 2) {
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    $0.price = 30
                },
                Fixtures.site("dam", longitude: 3) {
                    $0.hardware = Investment(cost: 5e6, lifetimeYears: 5)
                    $0.price = 60
                    $0.pue = 1.25
                    $0.supplies = [
                        Supply(
                            name: "hydro", kind: .directLine, power: 5, capacityFactor: 0.8,
                            price: 50, carbon: CarbonIntensity(gramsPerKilowattHour: 24),
                            water: 0, location: nil)
                    ]
                },
            ],
            markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [10], maxRoundTrip: 20)],
            jobs: [Fixtures.job(energy: 43_800)], roundTrips: [[10, 100, 100]]
        ) { $0.rules = [Rule(name: "rule", content: rule)] }
    }

    private func plan(_ scenario: Scenario) throws -> Plan {
        try Placement.plan(scenario, under: Fixtures.policy(.cost, rules: ["rule"]))
    }

    private func training(_ plan: Plan) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: plan.training.map { ($0.site, $0.energy / 8760) })
    }

    @Test("Without a rule training goes to the cheap site far away")
    func without() throws {
        let free = try Placement.plan(
            scenario(.nearUsers), under: Fixtures.policy(.cost))
        #expect(Set(training(free).keys) == ["far"])
    }

    @Test("Near its users, training runs where inference does, in the same shares")
    func nearUsers() throws {
        let plan = try plan(scenario(.nearUsers))
        let near = try #require(training(plan)["near"])
        #expect(abs(near - 5) < 1e-6)
        for site in plan.sites {
            let totals = try #require(plan.totals)
            let share = site.training / totals.trainingEnergy
            #expect(share <= site.inference / totals.inferenceEnergy + 1e-9)
        }
    }

    @Test("On hydro alone, training takes what the plant gives, and the rest is a diagnosis")
    func trainingSupply() throws {
        // 4 mean MW over PUE 1.25 run 3.2 MW, and 5 are wanted.
        let short = try plan(scenario(.trainingSupply(fuels: ["hydro"])))
        #expect(short.status == .infeasible)
        let finding = try #require(short.diagnosis?.findings.first)
        #expect(finding.kind == "rule_impossible")
        #expect(finding.remedy.contains("direct lines on hydro"))
        var smaller = scenario(.trainingSupply(fuels: ["hydro"]))
        smaller.jobs = [Fixtures.job(energy: 26_280)]
        let enough = try plan(smaller)
        #expect(abs(try #require(training(enough)["dam"]) - 3) < 1e-6)
        let dam = try #require(enough.sites.first { $0.id == "dam" })
        #expect(abs(try #require(dam.supplies.first { $0.supply == "hydro" }).power - 3.75) < 1e-6)
    }

    @Test("A share of grid zones caps sites of one zone together, and no site outside any")
    func gridZone() throws {
        var scenario = scenario(.share(of: .gridZone, maximum: 0.2))
        scenario.sites[1].gridZone = "valley"
        scenario.sites[2].gridZone = "valley"
        // 20 % of 15 MW run in the valley, where power is cheap; the rest of the training joins the
        // inference at `near`, which is in no zone.
        let training = try training(plan(scenario))
        #expect(Set(training.keys) == ["near", "far"])
        #expect(abs(try #require(training["far"]) - 3) < 1e-6)
        #expect(abs(try #require(training["near"]) - 2) < 1e-6)
    }

    @Test("A given placement is kept, whatever it costs")
    func placement() throws {
        let plan = try plan(scenario(.placement(shares: ["near": 0.8, "dam": 0.2])))
        // 15 MW of work: 12 at `near`, 3 at `dam`.
        let work = Dictionary(
            uniqueKeysWithValues: plan.sites.map { ($0.id, ($0.training + $0.inference) / 8760) })
        #expect(abs(try #require(work["near"]) - 12) < 1e-6)
        #expect(abs(try #require(work["dam"]) - 3) < 1e-6)
        #expect(work["far"] == nil)
    }

    @Test("A job's embodied carbon counts by its energy, wherever it runs")
    func jobEmbodied() throws {
        var scenario = scenario(.nearUsers)
        let job = scenario.jobs[0]
        scenario.jobs = [
            Job(
                id: job.id, energy: job.energy, overhead: 0, peak: job.peak, start: job.start,
                end: job.end, embodied: CarbonIntensity(gramsPerKilowattHour: 25))
        ]
        let totals = try #require(try plan(scenario).totals)
        #expect(abs(totals.embodiedEmissions - 5 * 8760 * 0.025) < 1e-6)
    }
}
