import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Comparisons as text and data")
struct ComparisonTests {
    private let comparison = ComparisonFixtures.comparison

    private func text(width: Int = 100) -> String {
        ComparisonText.render(comparison, style: .plain, width: width)
    }

    private func section(_ title: String) throws -> String {
        let parts = text().components(separatedBy: "\n\n")
        return try #require(parts.first { $0.hasPrefix(title) }, "no section '\(title)'")
    }

    @Test("Measures stand side by side in one unit a row, and what has no plan has no figures")
    func measures() throws {
        let measures = try section("Measures\n")
        let cost = try #require(measures.split(separator: "\n").first { $0.hasPrefix("Cost ") })
        let cells = cost.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            cells.filter { !$0.isEmpty } == [
                "Cost", "USD bn a year", "3.623", "3.985", "–", "4.348", "▇▇ █",
            ])
        #expect(measures.contains("Status"))
        #expect(measures.contains("infeasible      baseline"))
        let changes = try section("Differences from cheapest\n")
        #expect(changes.contains("+0.362 (+10 %)"))
        #expect(changes.contains("-306.1 (-50 %)"))
        #expect(try section("Without a plan\n").contains("at_home is infeasible: "))
    }

    @Test("Sites and what moves between them are told in MW")
    func sites() throws {
        let sites = try section("Sites opened (5)")
        #expect(sites.contains("Keflavík"))
        #expect(sites.contains("300.0"))
        let moves = try section("What moves, from cheapest")
        #expect(moves.contains("greenest: 101.5 MW less at 3 sites (Keflavík -100.0 MW"))
        #expect(moves.contains("nearest_site: nothing moves"))
    }

    @Test(
        "Regret has a table a policy with a sign before each difference, and what is broken below")
    func regret() throws {
        let under = try section("Regret under greenest: emissions, then cost")
        #expect(under.contains("cheapest     +306.1  +100        -362.3  -9.09  no"))
        #expect(under.contains("cheapest breaks spread by 12.3 MW"))
        #expect(!text().contains("Regret under at_home"))
    }

    @Test("Savings are told as money and share, and marked where the method breaks the policy")
    func savings() throws {
        let savings = try section("What the optimum saves against baselines")
        #expect(savings.contains("$725 M a year (17 %)"))
        #expect(savings.contains("306 kt a year (50 %) *"))
        #expect(savings.contains("no plan"))
        #expect(savings.contains("* under greenest, nearest_site breaks spread by 12.3 MW"))
    }

    @Test("What rules cost is told policy by policy where it was asked for")
    func ruleCosts() throws {
        #expect(text().contains("\nWhat each rule costs: greenest\n"))
        #expect(!text().contains("What each rule costs: cheapest"))
    }

    @Test(
        "Lines keep to the width: tables that do not fit are spread over several",
        arguments: [100, 72])
    func width(_ width: Int) {
        let lines = text(width: width).split(separator: "\n")
        #expect(lines.filter { DisplayWidth.of($0) > width } == [])
        let heads = lines.filter { $0.hasPrefix("Measure ") }
        #expect(heads.count >= (width == 100 ? 2 : 3))
    }

    @Test("Markdown has the same sections and one table where a terminal needs several")
    func markdown() {
        let text = ComparisonText.markdown(comparison)
        #expect(text.hasPrefix("# Northern split (northern.yaml)\n"))
        for title in [
            "Measures", "Sites opened (5)", "Regret under greenest: emissions, then cost",
        ] {
            #expect(text.contains("\n## \(title)\n"))
        }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("| Measure ") } == 2)
    }

    @Test("CSV has a row for each plan, with its figures and their differences")
    func csv() {
        let rows = ComparisonText.csv(comparison).split(separator: "\n")
        #expect(rows.count == 5)
        #expect(rows[0].hasPrefix("name,kind,policy,status,cost_usd_per_year,"))
        #expect(rows[0].hasSuffix(",capacity_mw_change,sites_used_change"))
        #expect(rows[2].hasPrefix("greenest,policy,greenest,optimal,3985300000,"))
        #expect(rows[3].hasPrefix("at_home,policy,at_home,infeasible,,,"))
        #expect(rows[4].hasPrefix("nearest_site,baseline,cheapest,feasible,4347600000,"))
        #expect(Set(rows.map { $0.count { $0 == "," } }).count == 1)
    }

    @Test("The schema names every key of the JSON, and no other")
    func schema() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../sites/schemas/compare.schema.json")
        let text = try String(contentsOf: url, encoding: .utf8)
        let document = try JSONSerialization.jsonObject(
            with: Data(ComparisonJSON.text(of: comparison).utf8))
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(
            SchemaKeys.emitted(by: document, without: Self.foreign)
                == SchemaKeys.described(by: root))
    }

    /// Described by the schema of plans.
    private static let foreign: Set = ["plan", "certificate", "diagnosis", "rule_costs"]
}
