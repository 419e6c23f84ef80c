import Siting
import Testing
import Typesetting

@testable import SitingReports

@Suite("What a plan says in sentences")
struct PlanWordingTests {
    private static func stage(
        _ measure: String, gap: Double = 0, tolerance: Double = 0
    ) -> Stage {
        Stage(
            measure: measure, unit: Measure(rawValue: measure)?.unit ?? "USD/year", value: 1_000,
            bound: 1_000 * (1 - gap), tolerance: tolerance)
    }

    private func verdict(_ change: (inout Plan) -> Void) -> String {
        var plan = PlanFixtures.optimal
        change(&plan)
        let body = PlanMarkdown.render(plan).split(separator: "\n")[1]
        return body.split(separator: "; ", maxSplits: 1).last.map(String.init) ?? ""
    }

    @Test(
        "An optimal plan claims what its proof shows",
        arguments: [
            ([stage("cost")], nil, "no other plan costs less."),
            ([stage("emissions")], .unique, "every other plan emits more."),
            ([stage("rtt")], nil, "no other plan has a shorter mean round trip."),
            ([stage("latency")], nil, "no other plan has a lower mean latency."),
            ([stage("energy")], .unique, "every other plan uses more energy."),
            ([stage("water")], nil, "no other plan uses less water."),
            (
                [stage("largest_water_by_country")], .unique,
                "every other plan raises the largest water of a country."
            ),
            (
                [stage("weighted_sum")], .notExamined,
                "no other plan has a lower weighted sum; whether others do as well was not "
                    + "examined."
            ),
            ([stage("cost", gap: 0.005)], .unique, "no other plan costs less by more than 0.5 %."),
            (
                [stage("emissions"), stage("cost")], .chosen,
                "no other plan does better on emissions, then cost, though other plans do as "
                    + "well: this one was chosen by the tie rule."
            ),
            (
                [stage("emissions", tolerance: 0.01), stage("cost")], nil,
                "no other plan does better on emissions, then cost, within the tolerance of each "
                    + "stage."
            ),
        ] as [([Stage], Ties?, String)])
    func optimal(stages: [Stage], ties: Ties?, claim: String) {
        let text = verdict {
            $0.stages = stages
            $0.ties = ties
        }
        #expect(text == claim)
    }

    @Test("A feasible plan says what is left to gain")
    func feasible() {
        let known = verdict {
            $0.status = .feasible
            $0.stages = [Self.stage("emissions"), Self.stage("cost", gap: 0.032)]
        }
        #expect(known == "at most 3.2 % is left to gain on cost.")
        let unknown = verdict {
            $0.status = .feasible
            $0.stages = [Self.stage("cost", gap: .infinity)]
        }
        #expect(unknown == "how far it is from the best is not known.")
    }

    @Test("One site carries, several carry")
    func oneSite() {
        var plan = PlanFixtures.optimal
        plan.sites = [plan.sites[0]]
        #expect(PlanMarkdown.render(plan).contains("under cheapest: 1 site carries 534 MW for "))
    }

    @Test("Plans without a placement say so and show no totals, sites or proof")
    func withoutPlacement() {
        for (status, words) in [
            (PlanStatus.unbounded, "**Unbounded** under cheapest: cost falls without end, "),
            (.stopped, "**Stopped** under cheapest: a limit came before any placement was found."),
            (.infeasible, "**Infeasible** under cheapest: no placement satisfies the scenario."),
        ] {
            var plan = PlanFixtures.optimal
            plan.status = status
            let text = PlanMarkdown.render(plan)
            #expect(text.contains(words))
            for title in ["Totals", "Sites used", "Binding limits", "Certificate"] {
                #expect(!text.contains(title))
            }
        }
    }

    private typealias Fixture = PlanFixtures

    @Test(
        "A price is a sentence in the unit of its stage",
        arguments: [
            (
                Fixture.price("position_limit(a)", "one more MW at A", "USD/year per MW", 412_345),
                "one more MW at A is worth $412,000 a year"
            ),
            (
                Fixture.price("position_limit(a)", "one more MW at A", "t/year per MW", 1_230),
                "one more MW at A saves 1.23 kt a year"
            ),
            (
                Fixture.price("position_limit(a)", "one more MW at A", "ms per MW", 0.0123),
                "one more MW at A saves 0.0123 ms of mean round trip"
            ),
            (
                Fixture.price(
                    "measure_limit(emissions)", "one more t/year of the emissions limit",
                    "USD/year per t/year", 87.24),
                "one t/year more of emissions allowed is worth $87.2 a year"
            ),
            (
                Fixture.price("measure_limit(rtt)", "one more ms", "m3/year per ms", 2_500_000),
                "one ms more of mean round trip allowed saves 2.5 million m³ a year"
            ),
            (
                Fixture.price("measure_limit(water)", "one more m3", "MWh/year per m3/year", 0.5),
                "one m³/year more of water allowed saves 500 kWh a year"
            ),
            (
                Fixture.price("x(a)", "one more MW at A", "USD/year per MW", 5, lower: 4, upper: 6),
                "one more MW at A is worth between $4 (loosened) and $6 (tightened) a year"
            ),
            (
                Fixture.price(
                    "x(a)", "one more MW at A", "USD/year per MW", 5, lower: 5, upper: 5.0001),
                "one more MW at A is worth $5 a year"
            ),
            (
                Fixture.price(
                    "x(a)", "one more MW at A", "USD/year per MW", 5, upper: .infinity),
                "one more MW at A is worth $5 a year; it can't be tightened"
            ),
            (
                Fixture.price(
                    "measure_limit(largest_water_by_site_per_mw_built)", "one more m3",
                    "USD/year per m3/year", 3_720),
                "one m³/year for each site beyond the limit on water for each MW built is worth "
                    + "$3,720 a year"
            ),
            (
                Fixture.price("x(a)", "one more MW at A", "score per MW", 5),
                "one more MW at A saves 5 score"
            ),
        ])
    func price(price: Price, sentence: String) {
        #expect(PlanPrices.sentence(price, stages: [Self.stage("rtt")]) == sentence)
    }

    @Test("Ten prices are shown, with the stage they belong to where there are several")
    func prices() {
        let text = PlanMarkdown.render(PlanFixtures.large)
        #expect(text.contains("Prices belong to the last stage, cost, with the earlier ones held."))
        let end = "- one more MW at Site 9 is worth $4,000 a year\n- … and 3 more (all in "
        #expect(text.contains(end))
        #expect(!text.contains("Site 10 "))
        #expect(!PlanMarkdown.render(PlanFixtures.optimal).contains("Prices belong"))
    }

    @Test("Several stages are listed in order, with the tolerance of all but the last")
    func stages() {
        let text = PlanMarkdown.render(PlanFixtures.large)
        #expect(
            text.contains(
                """
                ## Stages, in order

                | Stage | Minimises |           Value | Tolerance | Gap |
                | ----: | --------- | --------------: | --------: | --: |
                |     1 | emissions | 612.2 kt a year |       1 % | 0 % |
                |     2 | cost      |   $24 bn a year |           | 0 % |

                """))
        #expect(!PlanMarkdown.render(PlanFixtures.optimal).contains("Stages"))
    }
}
