import Fixtures
import Quantities
import Siting
import SitingSolve
import Testing

/// How much of the work, and of the cost of running it, is inference, worked by hand.
@Suite struct InferenceShareTests {
    /// Requests can only be answered at `near`; training is cheaper at `far`.
    private func totals(
        loads: [Double], jobs: [Job], egress: Double = 0, hasFar: Bool = true,
        near: (inout Site) -> Void
    ) throws -> Totals {
        let sites = [
            Fixtures.site("near", longitude: 1, change: near),
            Fixtures.site("far", longitude: 2) { $0.price = 30 },
        ]
        let chosen = hasFar ? sites : [sites[0]]
        let scenario = Fixtures.scenario(
            sites: chosen, markets: loads.isEmpty ? [] : [Fixtures.market("m")],
            services: loads.isEmpty
                ? []
                : [
                    Fixtures.service(
                        loads: loads, maxRoundTrip: 20, egressKilobytes: egress)
                ],
            jobs: jobs, roundTrips: loads.isEmpty ? [] : [chosen.map { $0.id == "near" ? 10 : 90 }])
        let plan = try Placement.plan(scenario, under: Fixtures.policy(.cost))
        return try #require(plan.totals)
    }

    private func isClose(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) <= 1e-9 } ?? false
    }

    @Test("Where each kind has a site of its own, each has that site's running cost")
    func apart() throws {
        let totals = try totals(loads: [10], jobs: [Fixtures.job(energy: 43_800)]) {
            $0.price = 80
            $0.pue = 1.2
            $0.shell = Investment(cost: 1e6, lifetimeYears: 10)
            $0.hardware = Investment(cost: 26e6, lifetimeYears: 5)
            $0.connection = Investment(cost: 3e6, lifetimeYears: 30)
        }
        #expect(isClose(totals.inferenceShareOfWork, 10.0 / 15))
        #expect(isClose(totals.inferenceShareOfRunningCost, 960.0 / (960 + 150)))
    }

    @Test("A shared site's cost is split by the work done there, and egress is inference's alone")
    func together() throws {
        // 3 MW of inference and 1 of training; 26.28 bn requests of 4 kB.
        let totals = try totals(
            loads: [3], jobs: [Fixtures.job(energy: 4380, overhead: 1)], egress: 4, hasFar: false
        ) {
            $0.price = 50
            $0.fixed = 1e5
            $0.egress = 5
            $0.hardware = Investment(cost: 26e6, lifetimeYears: 5)
        }
        let shared = 8760 * 4 * 50 + 4 * 1e5
        let egress = 26.28e9 * 4 / 1e6 * 5
        #expect(isClose(totals.inferenceShareOfWork, 0.75))
        let expected = (egress + 0.75 * shared) / (egress + shared)
        #expect(isClose(totals.inferenceShareOfRunningCost, expected))
    }

    @Test("Idle energy is no work, and its cost goes with the work of its site")
    func idle() throws {
        let totals = try totals(
            loads: [3], jobs: [Fixtures.job(energy: 8760)], hasFar: false
        ) {
            $0.price = 50
            $0.headroom = 0.5
            $0.idleShare = 0.3
        }
        #expect(totals.idleEnergy > 1)
        #expect(isClose(totals.inferenceShareOfWork, 0.75))
        #expect(isClose(totals.inferenceShareOfRunningCost, 0.75))
    }

    @Test("Training alone has a share of zero, and a plan that costs nothing to run has none")
    func oneKind() throws {
        let training = try totals(loads: [], jobs: [Fixtures.job(energy: 8760)]) { $0.price = 50 }
        #expect(training.inferenceShareOfWork == 0)
        #expect(training.inferenceShareOfRunningCost == 0)
        let free = try totals(loads: [3], jobs: []) { _ in }
        #expect(free.inferenceShareOfWork == 1)
        #expect(free.inferenceShareOfRunningCost == nil)
    }
}
