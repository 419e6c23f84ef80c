import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("The report on a stress test")
struct StressReportTests {
    /// Ten samples: the plan is best in the first four, worse by 1 to 4 M USD in the next four, breaks a
    /// limit in the ninth, and in the tenth there is no plan.
    private var stress: Stress {
        var plan = PlanFixtures.optimal
        plan.warnings = ["A price is old."]
        var stress = Stress(
            plan: plan, noise: FigureNoise(carbon: 0.2, price: 0.1, roundTrip: 0.08), seed: 7,
            sampleCount: 10)
        stress.samples = (1...9).map(sample) + [StressSample(number: 10, status: .infeasible)]
        stress.sites = [
            StressSite(
                id: "keflavik", name: "Keflavík", country: "IS", chosenCapacity: 400,
                sampleCount: 9, capacity: Spread([Double](repeating: 400, count: 9))),
            StressSite(
                id: "gui_an", name: "貴安", country: "CN", chosenCapacity: 120.5, sampleCount: 4,
                capacity: Spread([0, 0, 0, 0, 0, 120.5, 120.5, 120.5, 120.5])),
            StressSite(
                id: "lyon", name: "Lyon", country: "FR", chosenCapacity: 0, sampleCount: 3,
                capacity: Spread([0, 0, 0, 0, 0, 0, 50, 60, 70])),
        ]
        stress.steps = zip(StressStep.scales, [0, 2, 6, 7, 8]).map {
            StressStep(scale: $0, sampleCount: 10, otherCount: $1)
        }
        return stress
    }

    private func sample(_ number: Int) -> StressSample {
        var totals = PlanFixtures.totals
        totals.cost = 3_600e6 + Double(number) * 1e6
        let isBreaking = number == 9
        let best = Stage(
            measure: "cost", unit: "USD/year", value: totals.cost, bound: totals.cost,
            tolerance: 0)
        return StressSample(
            number: number, status: .optimal, totals: totals,
            sites: [.init(id: "keflavik", capacity: 400)],
            outcomes: StressSample.Outcome.all(
                best: [best], values: [totals.cost + Double(max(0, number - 4)) * 1e6],
                isAllowed: !isBreaking),
            breaches: isBreaking ? [Breach(rule: "max_rtt_ms", kind: "max_rtt", amount: 2.5)] : [])
    }

    private func text(_ stress: Stress) -> String {
        StressText.render(stress, style: .plain).replacing("\n", with: " ")
    }

    @Test("it says what becomes of the plan and its sites, and at what noise they change")
    func sentences() {
        let text = text(stress)
        #expect(text.contains("Complete under cheapest: 10 samples of figures off by up to 20 % "))
        #expect(text.contains("(carbon), 10 % (price) and 8 % (round trips), seed 7"))
        #expect(
            text.contains("is best in 4, worse in 4 and not allowed in 1 of 10 samples."))
        #expect(text.contains("1 sample has no plan at all."))
        #expect(
            text.contains("Chosen sites (2): 1 in every best plan and 1 in half or fewer."))
        #expect(text.contains("1 other site comes up."))
        #expect(
            text.contains(
                "The chosen sites change at 1/4 of the noise, 5 % (carbon), 2.5 % (price) and 2 %"))
        #expect(text.contains("breaks max_rtt_ms in 1 sample, by up to 2.5 MW"))
        #expect(text.contains("Warning: A price is old."))
    }

    @Test("tables have the spread over samples, within the width of the page")
    func tables() throws {
        let lines = StressText.render(stress, style: .plain).split(separator: "\n")
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= 100 })
        func cells(_ start: String) throws -> [String] {
            let line = try #require(lines.first { $0.hasPrefix(start) })
            return line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }
        }
        #expect(
            try cells("Cost  ") == [
                "Cost", "USD bn a year", "3.623", "3.601", "3.601", "3.605", "3.609", "3.609",
            ])
        #expect(try cells("Keflavík").prefix(3) == ["Keflavík", "IS", "100.0"])
        #expect(try cells("Lyon").dropFirst(2).first == "33.3")
    }

    @Test("where no part of the noise changes the sites it says so")
    func holds() {
        var stress = stress
        stress.steps = StressStep.scales.map {
            StressStep(scale: $0, sampleCount: 10, otherCount: 5)
        }
        #expect(text(stress).contains("The chosen sites hold at all of the noise: at no part"))
        stress.steps.removeLast()
        #expect(text(stress).contains("The chosen sites hold at up to 1/2 of the noise"))
        #expect(text(stress).contains("Stopped under cheapest"))
    }

    @Test("a test that was stopped says how many samples it has")
    func stopped() {
        var stress = stress
        stress.samples.removeLast(6)
        stress.steps = []
        let text = text(stress)
        #expect(text.contains("Stopped under cheapest after 4 of 10 samples"))
        #expect(!text.contains("The chosen sites"))
    }

    @Test("without a plan it says so and why")
    func infeasible() {
        let plan = PlanFixtures.infeasible
        let stress = Stress(plan: plan, noise: FigureNoise(price: 0.1), seed: 1, sampleCount: 5)
        let text = text(stress)
        #expect(text.contains("Infeasible under"))
        #expect(text.contains("What stands in the way"))
        #expect(!text.contains("Regret"))
    }

    @Test("CSV has one row a sample with exact values")
    func csv() {
        let lines = StressText.csv(stress).split(separator: "\n")
        #expect(lines.count == 11)
        #expect(lines[0].hasPrefix("sample,status,cost_usd_per_year,emissions_t_per_year,"))
        #expect(
            lines[0].hasSuffix(
                "stage_1_optimum,stage_1_value,stage_1_regret,breaks,still_best,sites"))
        #expect(lines[1].hasPrefix("1,optimal,3601000000,"))
        #expect(lines[1].hasSuffix(",3601000000,3601000000,0,,true,keflavik"))
        #expect(lines[5].hasSuffix(",3605000000,3606000000,1000000,,false,keflavik"))
        #expect(lines[9].hasSuffix(",3609000000,3614000000,,max_rtt_ms,false,keflavik"))
        #expect(lines[10].hasPrefix("10,infeasible,,"))
    }

    @Test("JSON has counts, spreads, steps and every sample")
    func json() throws {
        let value = try JSONSerialization.jsonObject(with: Data(StressJSON.text(of: stress).utf8))
        let root = try #require(value as? [String: Any])
        #expect(root["format"] as? String == "sitewise-stress/1")
        #expect(root["breaking_scale"] as? Double == 0.25)
        let counts = try #require(root["counts"] as? [String: Int])
        #expect(
            counts == [
                "done": 10, "still_best": 4, "worse": 4, "breaking": 1, "without_plan": 1,
                "failed": 0,
            ])
        let samples = try #require(root["samples"] as? [[String: Any]])
        #expect(samples.map { $0["sample"] as? Int } == Array(1...10))
        let stages = try #require(root["stages"] as? [[String: Any]])
        let regret = try #require(stages.first?["regret"] as? [String: Double])
        #expect(regret["samples"] == 8)
        #expect(regret["median"] == 0.5e6)
        #expect(regret["most"] == 4e6)
    }

    @Test("percentiles lie on the line between neighbours")
    func spread() throws {
        let spread = try #require(Spread([5, 1, 4, 2, 3]))
        #expect(spread == Spread([1, 2, 3, 4, 5]))
        #expect(spread.least == 1 && spread.median == 3 && spread.most == 5)
        #expect(abs(spread.low - 1.2) < 1e-12 && abs(spread.high - 4.8) < 1e-12)
        #expect(Spread([]) == nil)
        #expect(Spread([7])?.low == 7)
    }

    @Test("an earlier stage counts beyond the tolerance alone, and then hides the later ones")
    func stages() {
        let best = [
            Stage(measure: "emissions", unit: "t/year", value: 100, bound: 100, tolerance: 0.1),
            Stage(measure: "cost", unit: "USD/year", value: 50, bound: 50, tolerance: 0.1),
        ]
        func regrets(_ values: [Double?], isAllowed: Bool = true) -> [Double?] {
            StressSample.Outcome.all(best: best, values: values, isAllowed: isAllowed)
                .map(\.regret)
        }
        #expect(regrets([109, 58]) == [0, 8])
        #expect(regrets([115, 40]) == [5, nil])
        #expect(regrets([90, 50]) == [0, 0])
        #expect(regrets([90, 58], isAllowed: false) == [nil, nil])
        #expect(regrets([nil, 58]) == [nil, nil])
    }
}
