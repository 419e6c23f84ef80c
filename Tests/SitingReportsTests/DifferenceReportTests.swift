import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Differences as text and data")
struct DifferenceReportTests {
    private let difference = DifferenceFixtures.difference

    private func text(_ difference: RunDifference, width: Int = 100) -> String {
        DifferenceText.render(difference, style: .plain, width: width)
    }

    private func section(_ title: String) throws -> String {
        let parts = text(difference).components(separatedBy: "\n\n")
        return try #require(parts.first { $0.hasPrefix(title) }, "no section '\(title)'")
    }

    /// Runs of white space as one space, as lines wrap anywhere.
    private func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("The verdict counts sites, work and measures in a sentence")
    func verdict() {
        let words = words(text(difference))
        #expect(
            words.hasPrefix("Northern split (northern.yaml): what changed Changed under cheapest:"))
        #expect(
            words.contains(
                "1 site comes in, 1 goes out and 1 changes size; 40 % of assistant runs elsewhere;"
                    + " cost +$17 M a year (+0.47 %) and emissions -212 kt a year (-35 %)."))
        #expect(words.contains("First: before.json, of Northern split (northern.yaml), made by"))
    }

    @Test("Inputs that differ have both values, with the digits that tell them apart")
    func inputs() throws {
        let inputs = try section("Inputs that differ")
        #expect(inputs.contains("prices.carbon_usd_per_t"))
        #expect(inputs.contains("50 USD/t"))
        #expect(inputs.contains("100 USD/t"))
        #expect(inputs.contains("price_usd_per_mwh at keflavik"))
        #expect(inputs.contains("asosa is a candidate now"))
        #expect(inputs.contains("northern.yaml holds other bytes"))
    }

    @Test("Sites that changed add up to the whole with the others in a row")
    func sites() throws {
        let rows = try section("Sites that changed (3)").components(separatedBy: "\n")
        func row(_ name: String) throws -> [String] {
            let line = try #require(rows.first { $0.hasPrefix(name) })
            return line.split(separator: " ").map(String.init)
        }
        #expect(try row("Asosa") == ["Asosa", "ET", "0.0", "130.5", "+130.5", "+700.8", "in"])
        #expect(try row("Keflavík").last == "smaller")
        #expect(try row("3 others") == ["3", "others", "13.8", "13.8", "0.0", "0.0"])
        #expect(try row("Total") == ["Total", "534.3", "534.3", "0.0", "0.0"])
    }

    @Test("Limits that bind now, no more, or at another price are told in sentences")
    func prices() throws {
        let prices = words(try section("Binding limits that changed"))
        #expect(
            prices.contains(
                "binds no more: one more MW at the position of 貴安 (+2 more), worth $120,000 a year before"
            ))
        #expect(prices.contains("binds now: one more MW at Asosa, worth $59,700 a year"))
        #expect(
            prices.contains(
                "one more MW at Keflavík: worth $400,000 a year, and $412,000 a year before"))
    }

    @Test("The same plan is called so, whatever happened to its inputs")
    func same() {
        let first = DifferenceFixtures.first
        let same = words(text(RunDifference(from: first, to: first)))
        #expect(
            same.contains(
                "Same plan under cheapest: no figure differs by more than 10⁻⁸ of its size, and no input differs."
            ))
        var plan = PlanFixtures.optimal
        plan.inputs = DifferenceFixtures.dearer.inputs
        let other = words(
            text(RunDifference(from: first, to: DifferenceFixtures.run("b.json", [plan]))))
        #expect(other.contains("of its size, though inputs do."))
        #expect(other.contains("Inputs that differ"))
        plan.inputs = nil
        let unknown = words(
            text(RunDifference(from: first, to: DifferenceFixtures.run("b.json", [plan]))))
        #expect(unknown.contains("whether inputs differ can't be told"))
        #expect(unknown.contains("Note: what the plans were made from can't be compared"))
    }

    @Test("A plan that is lost says why in the verdict, and has no tables of sites and work")
    func lost() {
        var plan = PlanFixtures.infeasible
        plan.policy = "cheapest"
        plan.inputs = PlanFixtures.inputs
        let gone = DifferenceFixtures.run("b.json", [plan])
        let text = words(text(RunDifference(from: DifferenceFixtures.first, to: gone)))
        let reason = plan.diagnosis?.findings.first?.message ?? ""
        #expect(
            text.contains(
                "Changed under cheapest: infeasible, and optimal before: \(words(reason))."))
        #expect(!text.contains("Sites that changed"))
        #expect(!text.contains("Work that runs elsewhere"))
        let found = words(self.text(RunDifference(from: gone, to: DifferenceFixtures.first)))
        #expect(found.contains("a placement is possible now; optimal, and infeasible before."))
    }

    @Test("Plans of several policies each have a verdict and tables under their names")
    func several() {
        func run(_ plan: Plan) -> StoredRun {
            var other = plan
            other.policy = "greenest"
            return DifferenceFixtures.run("c.json", [plan, other])
        }
        let text = text(
            RunDifference(from: run(PlanFixtures.optimal), to: run(DifferenceFixtures.dearer)))
        #expect(text.contains("\ncheapest: Sites that changed (3)\n"))
        #expect(text.contains("\ngreenest: Sites that changed (3)\n"))
        #expect(text.components(separatedBy: "Inputs that differ").count == 2)
    }

    @Test("Names from files are harmless in every format, and lines keep to the width")
    func hostile() {
        var plan = PlanFixtures.optimal
        plan.sites = Array(plan.sites.prefix(3))
        let gone = RunDifference(
            from: DifferenceFixtures.first, to: DifferenceFixtures.run("b.json", [plan]))
        let markdown = DifferenceText.markdown(gone)
        #expect(markdown.contains("alert(1)"))
        #expect(!markdown.contains("<script>"))
        for width in [60, 100] {
            let lines = text(gone, width: width).split(separator: "\n")
            #expect(lines.filter { DisplayWidth.of($0) > width } == [])
        }
        let csv = DifferenceText.csv(gone)
        #expect(csv.split(separator: "\n").allSatisfy { !$0.hasPrefix("=") && !$0.contains(",=") })
    }

    @Test("CSV has a row a change, in exact figures")
    func csv() {
        let rows = DifferenceText.csv(difference).components(separatedBy: "\n")
        #expect(rows[0] == "plan,part,id,unit,first,second,change,relative")
        #expect(rows.contains(",input,prices.carbon_usd_per_t,USD/t,50,100,50,1"))
        #expect(
            rows.contains(",site_input,keflavik.price_usd_per_mwh,,42,45,3,0.07142857142857142"))
        #expect(rows.contains("cheapest,site_capacity,gui_an,MW,120.5,0,-120.5,-1"))
        #expect(rows.contains("cheapest,service_moved_share,assistant,,0,0.4,,"))
        #expect(
            rows.contains { $0.hasPrefix("cheapest,price,position_limit(asosa),USD/year per MW,,") }
        )
        #expect(!rows.contains { $0.contains("capacity_mw") })
        let none = RunDifference(from: DifferenceFixtures.first, to: DifferenceFixtures.first)
        #expect(DifferenceText.csv(none).split(separator: "\n").count == 1)
    }

    @Test("The schema names every key of the JSON, and no other")
    func schema() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../sites/schemas/diff.schema.json")
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        let document = try JSONSerialization.jsonObject(
            with: Data(DifferenceJSON.text(of: difference).utf8))
        #expect(
            SchemaKeys.emitted(by: document, without: Self.foreign)
                == SchemaKeys.described(by: schema))
    }

    /// Names of parts are the scenario's own.
    private static let foreign: Set = ["cost_parts_usd_per_year"]
}
