import Siting
import Testing

@Suite("What changed between two plans")
struct DifferenceTests {
    private let difference = DifferenceFixtures.difference(
        PlanFixtures.optimal, DifferenceFixtures.dearer)

    @Test("Sites come in, go out and change size, the largest change first")
    func sites() {
        #expect(difference.sites.map(\.id) == ["asosa", "gui_an", "keflavik"])
        #expect(difference.sites.map(\.kind) == [.added, .removed, .shrunk])
        #expect(difference.sites.map { $0.capacity.change?.absolute } == [130.5, -120.5, -10])
        #expect(difference.sites[1].inference.change?.absolute == -700_800)
        #expect(difference.sites[2].training.change?.absolute == 0)
        #expect(difference.steadySiteCount == 3)
        #expect(difference.verdict == .otherPlacement)
    }

    @Test("Changes of sites add up to that of the whole")
    func sum() throws {
        let sum = difference.sites.reduce(0) { $0 + ($1.capacity.change?.absolute ?? 0) }
        let whole = try #require(difference.measures.first { $0.key == "capacity_mw" })
        #expect(sum == whole.shift.change?.absolute)
        #expect(whole.shift.first == 534.25)
    }

    @Test("Work that other sites carry is told as a share of each service and job")
    func work() throws {
        // 20 of 50 MW went from Keflavík to Asosa.
        let service = try #require(difference.work.first)
        #expect(service.id == "assistant")
        #expect(service.movedShare == 0.4)
        #expect(service.moved == 20)
        #expect(service.marketCount == 1)
        #expect(service.movedMarketCount == 1)
        let job = try #require(difference.work.last)
        #expect(job.kind == .job)
        #expect(job.movedShare == 0)
        #expect(!job.isChange)
    }

    @Test("A market of one plan alone is more or less work, and none that moved")
    func newMarket() throws {
        var plan = PlanFixtures.optimal
        plan.inference.append(
            InferenceRow(
                service: "assistant", market: "paris", site: "gui_an", power: 10, roundTrip: 100,
                roundTripSource: .measured))
        let work = DifferenceFixtures.difference(PlanFixtures.optimal, plan).work[0]
        #expect(work.amount.change?.absolute == 10)
        #expect(work.movedShare == 0)
        #expect(work.marketCount == 1)
    }

    @Test("Limits that came or went are told before those whose price changed")
    func prices() {
        let rules = difference.prices.map(\.rule)
        #expect(
            rules == [
                "position_limit(gui_an)", "position_limit(asosa)", "position_limit(keflavik)",
            ])
        #expect(difference.prices.map { $0.first == nil } == [false, true, false])
        #expect(difference.prices[2].change?.absolute == -12_345)
    }

    @Test("A price within the range of the other's dual is no change, and one beyond it is")
    func degenerate() {
        func changes(to value: Double, _ lower: Double, _ upper: Double) -> Int {
            var plan = PlanFixtures.optimal
            plan.prices[1] = PlanFixtures.price(
                "position_limit(gui_an)", "one more MW", "USD/year per MW", value, lower: lower,
                upper: upper)
            return DifferenceFixtures.difference(PlanFixtures.optimal, plan).prices.count
        }
        // The first plan's dual lies between 80,000 and 160,000.
        #expect(changes(to: 90_000, 80_000, 160_000) == 0)
        #expect(changes(to: 170_000, 150_000, 190_000) == 0)
        #expect(changes(to: 170_000, 165_000, 190_000) == 1)
    }

    @Test("What certificates explain is no change, and what they do not is")
    func noise() {
        func verdict(_ factor: Double, residual: Double) -> PlanDifference.Verdict {
            var plan = PlanFixtures.optimal
            plan.totals?.emissions *= factor
            plan.proof = Proof(
                primalResidual: residual, dualResidual: 0, complementarity: 0, gap: 0,
                tolerance: 1e-6, columnCount: 1, rowCount: 1, nonzeroCount: 1)
            return DifferenceFixtures.difference(PlanFixtures.optimal, plan).verdict
        }
        #expect(verdict(1 + 5e-9, residual: 1e-12) == .same)
        #expect(verdict(1 + 5e-7, residual: 1e-12) == .samePlacement)
        #expect(verdict(1 + 5e-7, residual: 9e-7) == .same)
        #expect(verdict(1.01, residual: 9e-7) == .samePlacement)
    }

    @Test("A change of the objective within the gaps is not proved")
    func gap() {
        func stage(_ value: Double, _ bound: Double) -> Plan {
            var plan = PlanFixtures.optimal
            plan.stages = [
                Stage(
                    measure: "cost", unit: "USD/year", value: value, bound: bound, tolerance: 0)
            ]
            return plan
        }
        let open = DifferenceFixtures.difference(stage(100, 90), stage(105, 99)).stages
        #expect(open.map(\.isProved) == [false])
        let closed = DifferenceFixtures.difference(stage(100, 90), stage(105, 101)).stages
        #expect(closed.map(\.isProved) == [true])
        #expect(closed[0].value.change?.absolute == 5)
    }

    @Test("A plan that is lost says why, and has no sites that went out")
    func lost() {
        var plan = PlanFixtures.optimal
        plan.status = .infeasible
        plan.sites = []
        plan.diagnosis = PlanFixtures.conflicting
        let lost = DifferenceFixtures.difference(PlanFixtures.optimal, plan)
        #expect(lost.verdict == .lost)
        #expect(lost.obstacles[1] == PlanFixtures.conflicting.findings.first?.message)
        #expect(DifferenceFixtures.difference(plan, PlanFixtures.optimal).verdict == .gained)
        #expect(DifferenceFixtures.difference(plan, plan).verdict == .neither)
        #expect(lost.sites.isEmpty && lost.work.isEmpty && lost.prices.isEmpty)
        #expect(lost.measures.allSatisfy { $0.shift.change == nil })
    }

    @Test("A plan against itself has nothing to tell")
    func itself() {
        for plan in [PlanFixtures.optimal, PlanFixtures.large, DifferenceFixtures.dearer] {
            let difference = DifferenceFixtures.difference(plan, plan)
            #expect(difference.verdict == .same)
            #expect(!difference.isChange)
            #expect(difference.sites.isEmpty && difference.prices.isEmpty)
            #expect(difference.inputs?.isEmpty != false)
        }
    }
}

@Suite("What differs in the inputs of two plans")
struct InputsDifferenceTests {
    private func inputs(_ first: Plan, _ second: Plan) throws -> InputsDifference {
        try #require(DifferenceFixtures.difference(first, second).inputs)
    }

    @Test("Figures that changed, came or went are told with both values")
    func figures() throws {
        let found = try inputs(PlanFixtures.optimal, DifferenceFixtures.dearer)
        #expect(
            found.figures.map(\.key) == ["prices.carbon_usd_per_t", "policy.limits.mean_rtt_ms"])
        #expect(found.figures[0].first == .number(50, unit: "USD/t"))
        #expect(found.figures[0].second == .number(100, unit: "USD/t"))
        #expect(found.figures[1].first == nil)
        #expect(found.files.map(\.name) == ["northern.yaml"])
        #expect(found.added.map(\.id) == ["asosa"])
        #expect(found.siteFigures.map(\.key) == ["price_usd_per_mwh"])
        #expect(found.siteFigures[0].sites == ["keflavik"])
    }

    @Test("One change at many sites is told once")
    func grouped() throws {
        func plan(_ price: Double, _ odd: Double) -> Plan {
            var plan = PlanFixtures.optimal
            plan.inputs = PlanInputs(
                fingerprint: "", files: [], figures: [],
                candidates: (0..<5).map { index in
                    Candidate(
                        id: "s\(index)", name: "S", country: "FR",
                        coordinate: Coordinate(latitude: 0, longitude: 0),
                        figures: [.price: index == 3 ? odd : price])
                })
            return plan
        }
        let found = try inputs(plan(40, 50), plan(44, 55))
        #expect(found.siteFigures.map(\.sites) == [["s0", "s1", "s2", "s4"], ["s3"]])
        #expect(found.siteFigures[1].second == .number(55, unit: ""))
    }

    @Test("A candidate that the other scenario left out has its reason")
    func excluded() throws {
        var plan = PlanFixtures.optimal
        plan.inputs = PlanInputs(fingerprint: "", files: [], figures: [], candidates: [])
        plan.exclusions = [Exclusion(reason: "no carbon figure", siteIDs: ["keflavik"])]
        let found = try inputs(PlanFixtures.optimal, plan)
        #expect(found.removed.map(\.reason) == ["no carbon figure"])
        #expect(try inputs(plan, PlanFixtures.optimal).added.map(\.id) == ["keflavik"])
    }

    @Test("Plans that do not say what they were made from have no difference of inputs")
    func unknown() {
        var old = PlanFixtures.optimal
        old.inputs = nil
        #expect(DifferenceFixtures.difference(old, PlanFixtures.optimal).inputs == nil)
        #expect(DifferenceFixtures.difference(PlanFixtures.optimal, old).inputs == nil)
    }
}
