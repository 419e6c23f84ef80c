import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// What rules and limits have to give, against plans before and after.
@Suite struct RelaxationTests {
    private static let seeds = Array(UInt64(1)...90)
    /// Those that a scenario can state by degrees.
    private static let numeric = ["limit", "share", "max_rtt_ms", "max_latency_ms", "job", "room"]
    private static let ofPlaces = ["residency", "access", "closed"]

    private func diagnosis(_ infeasible: InfeasibleCase) throws -> Diagnosis? {
        switch try PlacementModel(infeasible.scenario, under: infeasible.policy).possibility() {
        case .impossible(let diagnosis): diagnosis
        case .possible, .undecided: nil
        }
    }

    /// Every member of a conflict with what it alone would have to give.
    private func concessions(
        _ body: (_ seed: UInt64, _ conflict: InfeasibleCase, _ change: Relaxation) throws -> Void
    ) throws {
        for seed in Self.seeds {
            let random = InfeasibleCase(seed: seed)
            guard let diagnosis = try diagnosis(random) else { continue }
            for conflict in diagnosis.conflicts {
                let held = random.keeping(
                    Set(conflict.members.map(\.key)), room: diagnosis.givesRoom(for: conflict))
                for member in conflict.members {
                    try body(seed, held, try #require(member.relaxation, "seed \(seed)"))
                }
            }
        }
    }

    @Test("A conflict holds when any one member gives as far as is said, and not with less")
    func enough() throws {
        var count = 0
        try concessions { seed, conflict, change in
            guard let after = conflict.after(change) else { return }
            #expect(try after.isPossible(), "seed \(seed): \(change.sentence)")
            count += 1
            guard Self.numeric.contains(change.kind) else { return }
            let less = try #require(conflict.after(change, part: 0.98))
            #expect(try !less.isPossible(), "seed \(seed): less than \(change.sentence)")
        }
        #expect(count > 100)
    }

    @Test("What a limit has to rise to is what bisection on it finds, within a thousandth")
    func bisection() throws {
        var count = 0
        try concessions { seed, conflict, change in
            guard ["limit", "share", "max_rtt_ms", "max_latency_ms"].contains(change.kind) else {
                return
            }
            var low = 0.0
            var high = 2.0
            for _ in 0..<13 {
                let middle = (low + high) / 2
                let tried = try #require(conflict.after(change, part: middle))
                if try tried.isPossible() { high = middle } else { low = middle }
            }
            #expect(low < 1 && high > 1 - 0.002, "seed \(seed): \(change.sentence)")
            count += 1
        }
        #expect(count > 60)
    }

    @Test("No site that a rule would have to let in can be left out")
    func sites() throws {
        var count = 0
        try concessions { seed, conflict, change in
            guard Self.ofPlaces.contains(change.kind) else { return }
            #expect(!change.parts.isEmpty, "seed \(seed)")
            for part in change.parts {
                let fewer = change.without(part)
                let tried = try #require(conflict.after(fewer))
                #expect(try !tried.isPossible(), "seed \(seed): without \(part.id)")
                count += 1
            }
        }
        #expect(count > 30)
    }

    @Test("After all changes together there is a plan, and none after a little less of them")
    func together() throws {
        var count = 0
        for seed in Self.seeds {
            let random = InfeasibleCase(seed: seed)
            guard let diagnosis = try diagnosis(random) else { continue }
            #expect(!diagnosis.relaxations.isEmpty, "seed \(seed)")
            var after: InfeasibleCase? = random
            var less: InfeasibleCase? = random
            for change in diagnosis.relaxations {
                let isNumeric = Self.numeric.contains(change.kind)
                after = after?.after(change)
                less = less?.after(change, part: isNumeric ? 0.97 : 1)
            }
            // A near_users rule can't be loosened in a scenario.
            guard let after, let less else { continue }
            count += 1
            #expect(try after.isPossible(), "seed \(seed)")
            guard diagnosis.relaxations.contains(where: { Self.numeric.contains($0.kind) }) else {
                continue
            }
            #expect(try !less.isPossible(), "seed \(seed)")
        }
        #expect(count >= 50)
    }

    @Test("A round trip is raised to that of the market out of reach, or a country is let in")
    func reach() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("akl", country: "NZ"), Fixtures.site("syd", country: "AU")],
            markets: [Fixtures.market("suva", country: "FJ")],
            services: [Fixtures.service("voice", loads: [2], maxRoundTrip: 60)],
            roundTrips: [[71, 50]]
        ) {
            $0.rules = [
                Rule(
                    name: "pacific",
                    content: .residency(
                        services: nil, jobs: [], markets: .everything,
                        sites: Selection(countries: ["NZ"])))
            ]
        }
        let policy = Fixtures.policy(.cost, rules: ["pacific"])
        let diagnosis = try #require(try diagnosis(InfeasibleCase(scenario, policy)))
        let members = try #require(diagnosis.conflicts.first?.members)
        #expect(
            members.compactMap(\.relaxation?.sentence) == [
                "raise max_rtt_ms of voice from 60 to 71 ms for suva (FJ)",
                "allow syd (AU) under pacific, for 2 MW of work",
            ])
        #expect(diagnosis.relaxations.count == 1)
    }

    @Test("Limits that can't hold together give the least sum relative to each")
    func limits() throws {
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("near") { $0.carbon = CarbonIntensity(gramsPerKilowattHour: 500) },
                Fixtures.site("far") { $0.carbon = CarbonIntensity(gramsPerKilowattHour: 100) },
            ],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
            roundTrips: [[10, 100]])
        let policy = Fixtures.policy(.cost, limits: [.emissions: 8760, .roundTrip: 20])
        let diagnosis = try #require(try diagnosis(InfeasibleCase(scenario, policy)))
        // With x of the work near there are 8,760 (1 + 4 x) t and 100 - 90 x ms: relative to the limits
        // 4 x and 4 - 4.5 x too much, so x is as large as the round trips need, 80 / 90.
        let change = try #require(diagnosis.relaxations.first)
        #expect(diagnosis.relaxations.count == 1)
        #expect(change.kind == "limit")
        #expect(change.rule == "emissions_t_per_year")
        #expect(abs(change.least - 8760 * (1 + 4 * 80 / 90.0)) < 1e-3)
    }

    @Test("What a rule on sums lets by is said in its own unit")
    func rulesOnSums() throws {
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("a", limit: 6),
                Fixtures.site("b", longitude: 9, country: "IS", limit: 100),
            ],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
            jobs: [Fixtures.job(energy: 87_600)]
        ) {
            $0.rules = [
                Rule(name: "spread", content: .share(of: .country, maximum: 0.5)),
                Rule(name: "as_said", content: .placement(shares: ["a": 0.5, "b": 0.5])),
            ]
        }
        func sentences(_ rule: String) throws -> [String] {
            let policy = Fixtures.policy(.cost, rules: [rule])
            return try #require(try diagnosis(InfeasibleCase(scenario, policy)))
                .relaxations.map(\.sentence)
        }
        // Of 20 MW, 6 fit in at a: the rest is 70 %.
        #expect(try sentences("spread") == ["raise max of spread from 50 to 70 % for IS"])
        #expect(
            try sentences("as_said")
                == ["let 20 % of the work run beyond the shares of as_said at b (IS)"])
    }
}

extension Relaxation {
    fileprivate func without(_ part: Part) -> Relaxation {
        Relaxation(
            rule: rule, kind: kind, sentence: sentence, from: from, to: to, least: least,
            unit: unit, parts: parts.filter { $0 != part }, location: location)
    }
}
