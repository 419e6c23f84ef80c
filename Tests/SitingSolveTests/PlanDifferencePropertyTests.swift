import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// What must hold of the differences of any plans.
@Suite struct PlanDifferencePropertyTests {
    /// A scenario, and the same with another price of carbon and one site that is closed.
    private static let pairs: [(StoredRun.Entry, StoredRun.Entry)] = (UInt64(1)...20).compactMap {
        seed in
        let scenario = Fixtures.random(seed: seed, siteCount: 6, marketCount: 5, jobCount: 2)
        var dearer = scenario
        dearer.carbonPrice = scenario.carbonPrice + 200
        dearer.sites[0].limit = Power(scenario.sites[0].limit.value / 2)
        let plans = [scenario, dearer].compactMap { scenario in
            try? Placement.plan(scenario, under: Fixtures.policy(.cost))
        }
        guard plans.count == 2 else { return nil }
        return (.init(name: "p", plan: plans[0]), .init(name: "p", plan: plans[1]))
    }

    /// Two differences that tell the same from either side.
    private func isMirror(_ shift: Shift, _ other: Shift) -> Bool {
        shift.first == other.second && shift.second == other.first
            && shift.change?.absolute == other.change.map { 0 - $0.absolute }
    }

    private static func mirrored(_ verdict: PlanDifference.Verdict) -> PlanDifference.Verdict {
        switch verdict {
        case .gained: .lost
        case .lost: .gained
        default: verdict
        }
    }

    private static func mirrored(_ kind: SiteShift.Kind) -> SiteShift.Kind {
        switch kind {
        case .added: .removed
        case .removed: .added
        case .grown: .shrunk
        case .shrunk: .grown
        case .reloaded: .reloaded
        }
    }

    @Test("Every plan was compared, and most pairs differ in sites, work, prices and inputs")
    func coverage() {
        #expect(Self.pairs.count == 20)
        let differences = Self.pairs.map { PlanDifference(from: $0.0, to: $0.1) }
        #expect(differences.count { !$0.sites.isEmpty } > 10)
        #expect(differences.count { $0.work.contains { $0.movedMarketCount > 0 } } > 10)
        #expect(differences.count { !$0.prices.isEmpty } > 10)
        #expect(differences.allSatisfy { $0.inputs?.isEmpty == false })
    }

    @Test("A plan against itself is the same")
    func itself() {
        for entry in Self.pairs.flatMap({ [$0.0, $0.1] }) {
            let difference = PlanDifference(from: entry, to: entry)
            #expect(!difference.isChange)
            #expect(difference.inputs?.isEmpty == true)
            #expect(difference.work.allSatisfy { !$0.isChange })
        }
    }

    @Test("From the other side every change is mirrored")
    func swapped() {
        for (first, second) in Self.pairs {
            let (there, back) = (
                PlanDifference(from: first, to: second), PlanDifference(from: second, to: first)
            )
            #expect(back.verdict == Self.mirrored(there.verdict))
            #expect(back.sites.map(\.id) == there.sites.map(\.id))
            for (site, other) in zip(there.sites, back.sites) {
                #expect(other.kind == Self.mirrored(site.kind))
                #expect(isMirror(site.capacity, other.capacity))
                #expect(isMirror(site.training, other.training))
                #expect(isMirror(site.inference, other.inference))
            }
            for (figure, other) in zip(there.measures, back.measures) {
                #expect(isMirror(figure.shift, other.shift), "\(figure.key)")
            }
            #expect(there.work.map(\.id) == back.work.map(\.id))
            for (work, other) in zip(there.work, back.work) {
                #expect(isMirror(work.amount, other.amount))
                #expect(work.movedShare == other.movedShare)
                #expect(work.movedMarketCount == other.movedMarketCount)
            }
            #expect(Set(there.prices.map(\.rule)) == Set(back.prices.map(\.rule)))
            for price in there.prices {
                let other = back.prices.first { $0.rule == price.rule }
                #expect(other?.first == price.second && other?.second == price.first)
            }
            #expect(there.inputs?.added == back.inputs?.removed)
            #expect(there.inputs?.figures.map(\.first) == back.inputs?.figures.map(\.second))
        }
    }

    @Test("Changes of sites add up to that of the capacity, and moved shares are shares")
    func sums() throws {
        for (first, second) in Self.pairs {
            let difference = PlanDifference(from: first, to: second)
            let whole = try #require(difference.measures.first { $0.key == "capacity_mw" })
            if let change = whole.shift.change?.absolute {
                let sum = difference.sites.reduce(0) { $0 + ($1.capacity.change?.absolute ?? 0) }
                #expect(abs(sum - change) < 1e-4)
            }
            let shares = difference.work.compactMap(\.movedShare)
            #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
        }
    }
}
