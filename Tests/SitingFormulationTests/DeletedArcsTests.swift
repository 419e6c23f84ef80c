import Fixtures
import Quantities
import Siting
import SitingFormulation
import Testing

@Suite struct DeletedArcsTests {
    private static let rules = [
        Rule(
            name: "home",
            content: .residency(
                services: nil, jobs: ["j0"], markets: Selection(countries: ["FR"]),
                sites: Selection(countries: ["FR", "IS"]))),
        Rule(name: "shut", content: .closed(sites: Selection(ids: ["s1"]))),
        Rule(
            name: "export",
            content: .access(operatorCountries: ["US"], sites: Selection(countries: ["US"]))),
    ]

    @Test("A pair is allowed just where no restriction deletes it", arguments: 1...20)
    func masks(seed: Int) {
        var scenario = Fixtures.random(
            seed: UInt64(seed), siteCount: 6, marketCount: 5, jobCount: 2)
        scenario.rules = Self.rules
        scenario.services[0].maxLatency = 80
        let policy = Fixtures.policy(.cost, rules: scenario.rules.map(\.name))
        let restrictions =
            scenario.rules.map(DeletedArcs.Restriction.rule)
            + [.roundTrip(service: 0), .latency(service: 0)]
        let deleted = DeletedArcs(
            scenario: scenario, policy: policy, restrictions: restrictions)
        let allowed = Arcs(scenario: scenario, policy: policy)
        #expect(deleted.arcs.demands.count == allowed.demands.count)
        for (all, some) in zip(deleted.arcs.demands, allowed.demands) {
            #expect(all.arcs.count == scenario.sites.count)
            let free = all.arcs.filter { deleted.masks[$0] == 0 }.map { deleted.arcs.sites[$0] }
            #expect(free == some.arcs.map { allowed.sites[$0] })
        }
        for job in scenario.jobs.indices {
            let free = scenario.sites.indices.filter { deleted.jobMasks[job][$0] == 0 }
            #expect(free == allowed.jobSites[job])
        }
    }

    @Test("A mask tells which of several restrictions delete a pair")
    func several() throws {
        var scenario = Fixtures.scenario(
            sites: [Fixtures.site("s0"), Fixtures.site("s1", country: "US")],
            markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [1], maxRoundTrip: 50)], roundTrips: [[40, 60]])
        scenario.rules = Self.rules
        let policy = Fixtures.policy(.cost, rules: ["home", "shut"])
        let deleted = DeletedArcs(
            scenario: scenario, policy: policy,
            restrictions: [
                .rule(Self.rules[0]), .rule(Self.rules[1]), .roundTrip(service: 0),
            ])
        #expect(deleted.masks == [0, 0b111])
    }
}
