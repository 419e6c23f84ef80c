import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// Sets of rules and limits that can't hold, against an exhaustive search.
@Suite struct ConflictTests {
    private static let seeds = Array(UInt64(1)...90)

    private func diagnosis(_ infeasible: InfeasibleCase) throws -> Diagnosis? {
        switch try PlacementModel(infeasible.scenario, under: infeasible.policy).possibility() {
        case .impossible(let diagnosis): diagnosis
        case .possible, .undecided: nil
        }
    }

    @Test("A diagnosis is given where there is no plan, and nowhere else")
    func onlyImpossible() throws {
        var impossible = 0
        for seed in Self.seeds {
            let random = InfeasibleCase(seed: seed)
            let isPossible = try random.isPossible()
            #expect(try (diagnosis(random) == nil) == isPossible, "seed \(seed)")
            if !isPossible { impossible += 1 }
        }
        #expect(impossible >= 60)
        #expect(impossible < Self.seeds.count)
    }

    @Test("No conflict can hold, each can without any one of its members, and none share one")
    func irreducible() throws {
        var sizes: [Int: Int] = [:]
        for seed in Self.seeds {
            let random = InfeasibleCase(seed: seed)
            guard let diagnosis = try diagnosis(random) else { continue }
            var seen: Set<InfeasibleCase.Key> = []
            for conflict in diagnosis.conflicts {
                let members = Set(conflict.members.map(\.key))
                sizes[members.count, default: 0] += 1
                #expect(seen.isDisjoint(with: members), "seed \(seed)")
                seen.formUnion(members)
                let room = diagnosis.givesRoom(for: conflict)
                let held = random.keeping(members, room: room)
                #expect(try !held.isPossible(), "seed \(seed): \(members) can hold")
                for member in members where member.kind != "room" {
                    let rest = random.keeping(members.subtracting([member]), room: room)
                    #expect(try rest.isPossible(), "seed \(seed): \(member) is not to blame")
                }
            }
        }
        #expect(sizes[1, default: 0] > 20 && sizes[2, default: 0] > 10 && sizes[3] != nil)
    }

    @Test("A conflict is one of the irreducible sets that trying all subsets finds")
    func exhaustive() throws {
        var compared = 0
        for seed in Self.seeds.prefix(40) {
            let random = InfeasibleCase(seed: seed)
            guard let diagnosis = try diagnosis(random), !diagnosis.isShortOfRoom,
                random.keys.count <= 7
            else { continue }
            let all = try irreducibleSets(of: random)
            for conflict in diagnosis.conflicts {
                #expect(all.contains(Set(conflict.members.map(\.key))), "seed \(seed)")
                compared += 1
            }
        }
        #expect(compared > 30)
    }

    /// Sets that can't hold of which every proper subset can.
    private func irreducibleSets(
        of random: InfeasibleCase
    ) throws -> [Set<InfeasibleCase.Key>] {
        let keys = random.keys
        var found: [Set<InfeasibleCase.Key>] = []
        let masks = (0..<(1 << keys.count)).sorted { $0.nonzeroBitCount < $1.nonzeroBitCount }
        for mask in masks {
            let members = Set(keys.indices.filter { mask & (1 << $0) != 0 }.map { keys[$0] })
            guard !found.contains(where: members.isSuperset) else { continue }
            if try !random.keeping(members).isPossible() { found.append(members) }
        }
        return found
    }

    @Test("Without the members of fewer than five conflicts there is a plan")
    func complete() throws {
        for seed in Self.seeds {
            let random = InfeasibleCase(seed: seed)
            guard let diagnosis = try diagnosis(random), diagnosis.conflicts.count < 5 else {
                continue
            }
            let members = Set(diagnosis.conflicts.flatMap(\.members).map(\.key))
            let rest = random.keeping(
                Set(random.keys).subtracting(members), room: !diagnosis.isShortOfRoom)
            #expect(try rest.isPossible(), "seed \(seed)")
        }
    }

    @Test("Large programs, solved by the columns that matter, have the same kind of conflicts")
    func generated() throws {
        var settings = SolveSettings()
        settings.wholeArcs = 0
        var compared = 0
        for seed in Self.seeds.prefix(30) {
            let random = InfeasibleCase(seed: seed, marketCount: 12)
            let plan = try Placement.plan(
                random.scenario, under: random.policy, settings: settings)
            guard let diagnosis = plan.diagnosis else { continue }
            #expect(!diagnosis.conflicts.isEmpty, "seed \(seed)")
            for conflict in diagnosis.conflicts {
                let members = Set(conflict.members.map(\.key))
                let room = diagnosis.givesRoom(for: conflict)
                #expect(try !random.keeping(members, room: room).isPossible(), "seed \(seed)")
                for member in members where member.kind != "room" {
                    let rest = random.keeping(members.subtracting([member]), room: room)
                    #expect(try rest.isPossible(), "seed \(seed): \(member)")
                }
                compared += 1
            }
        }
        #expect(compared > 30)
    }

    @Test("A conflict speaks of rules and limits by the planner's names and places")
    func words() throws {
        let place = SourceLocation(file: "plan.yaml", line: 7, column: 3)
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("a", country: "FR"), Fixtures.site("b", country: "IS")],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])]
        ) {
            $0.rules = [
                Rule(
                    name: "halves", content: .share(of: .country, maximum: 0.4), location: place)
            ]
        }
        let diagnosis = try #require(
            try diagnosis(InfeasibleCase(scenario, Fixtures.policy(.cost, rules: ["halves"]))))
        let member = try #require(diagnosis.conflicts.first?.members.first)
        #expect(diagnosis.conflicts.count == 1)
        #expect(member.name == "halves")
        #expect(member.kind == "share")
        #expect(member.sentence == "halves: no country does more than 40 % of the work")
        #expect(member.location == place)
    }

    @Test("The room at sites is a conflict of its own where nothing else is to blame")
    func room() throws {
        let scenario = Fixtures.scenario(
            sites: [Fixtures.site("a", limit: 10) { $0.headroom = 0.2 }],
            markets: [Fixtures.market("m")],
            services: [Fixtures.service(loads: [10], peakToMean: 1.5, maxRoundTrip: 50)])
        let random = InfeasibleCase(scenario, Fixtures.policy(.cost))
        let diagnosis = try #require(try diagnosis(random))
        #expect(diagnosis.conflicts.map { $0.members.map(\.kind) } == [["room"]])
        // 15 MW at peak in what is to be four fifths full.
        #expect(diagnosis.relaxations.map(\.sentence) == ["raise limit_mw at a (FR) by 8.75 MW"])
    }
}

extension Diagnosis {
    /// Whether all work alone is more than positions hold.
    var isShortOfRoom: Bool { conflicts.contains { $0.members.contains { $0.kind == "room" } } }

    /// Whether a conflict takes the limits of positions as given.
    func givesRoom(for conflict: Conflict) -> Bool {
        !isShortOfRoom || conflict.members.contains { $0.kind == "room" }
    }
}
