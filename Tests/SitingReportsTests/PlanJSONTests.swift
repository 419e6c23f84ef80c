import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Plans as JSON")
struct PlanJSONTests {
    private func parsed(_ plan: Plan) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(PlanJSON.text(of: plan).utf8))
        return try #require(value as? [String: Any])
    }

    @Test("An optimal plan has the figures of the plan under the contract's keys")
    func optimal() throws {
        let plan = try parsed(PlanFixtures.optimal)
        #expect(plan["format"] as? String == "sitewise-plan/1")
        #expect(plan["file"] as? String == "northern.yaml")
        #expect(plan["status"] as? String == "optimal")
        #expect(plan["ties"] as? String == "chosen")
        #expect(plan["objective"] as? Double == 3_623e6)
        #expect(plan["gap"] as? Double == 0)
        #expect(plan["diagnosis"] is NSNull)

        let totals = try #require(plan["totals"] as? [String: Any])
        #expect(totals["p95_rtt_ms"] as? Double == 112.5)
        let coverage = totals["coverage"] as? [String: Double]
        #expect(coverage == ["cost": 1, "emissions": 0.982, "water": 0.75])
        let parts = try #require(totals["cost_parts_usd_per_year"] as? [String: Double])
        #expect(parts.values.reduce(0, +) == totals["cost_usd_per_year"] as? Double)

        let sites = try #require(plan["sites"] as? [[String: Any]])
        let names = sites.compactMap { $0["name"] as? String }
        #expect(names == PlanFixtures.sites.map(\.name))
        #expect(sites[2]["grid_price_usd_per_mwh"] is NSNull)
        let marginal = try #require(sites[0]["marginal_value"] as? [String: Any])
        #expect(marginal["value"] as? Double == 412_345)
        #expect(sites[1]["marginal_value"] is NSNull)
    }

    @Test("An infinite price is null beside a flag, as JSON has no infinity")
    func infinitePrice() throws {
        let prices = try #require(parsed(PlanFixtures.optimal)["prices"] as? [[String: Any]])
        #expect(prices[2]["upper"] is NSNull)
        #expect(prices[2]["tighten_infeasible"] as? Bool == true)
        #expect(prices[2]["lower"] as? Double == 87.24)
        #expect(prices[0]["upper"] is NSNull)
        #expect(prices[0]["tighten_infeasible"] as? Bool == false)
        #expect(prices[0]["of"] as? String == "lp")
    }

    @Test("Emissions are counted in what everyone knows, where there are any")
    func equivalences() throws {
        let rows = try #require(
            parsed(PlanFixtures.optimal)["equivalences"] as? [[String: Any]])
        #expect(rows.map { $0["unit"] as? String } == ["mile", "home"])
        // 612,180 t over 0.393 kg.
        let miles = try #require(rows[0]["amount"] as? Double)
        #expect(abs(miles * 0.393 - 612_180_000) < 1)
        #expect(rows[0]["kg_per_unit"] as? Double == 0.393)
        #expect(rows[0]["source"] as? String == "epa_equivalencies")
        #expect(rows[0]["year"] as? Int == 2024)
        #expect(rows[1]["year"] is NSNull)
        #expect(rows[1]["gas"] as? String == "CO2")
        for change in [{ $0.coverage = [.emissions: 0] }, { $0.emissions = 0 }]
            as [(inout Totals) -> Void]
        {
            var plan = PlanFixtures.optimal
            var totals = PlanFixtures.totals
            change(&totals)
            plan.totals = totals
            #expect((try parsed(plan)["equivalences"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("Rule costs are differences under the keys of the totals, or null")
    func ruleCosts() throws {
        let rows = try #require(parsed(PlanFixtures.optimal)["rule_costs"] as? [[String: Any]])
        #expect(rows.map { $0["rule"] as? String } == ["eu_data", "spread", "us_export"])
        #expect(rows[0]["kind"] as? String == "residency")
        #expect(rows[0]["cost_usd_per_year"] as? Double == 3.1e6)
        #expect(rows[0]["emissions_t_per_year"] as? Double == -4_250)
        #expect(rows[0]["mean_latency_ms"] as? Double == 0.8)
        #expect(rows[0]["mean_rtt_ms"] as? Double == 0.4)
        #expect(rows[1]["controllable_cost_usd_per_year"] as? Double == 0)
        #expect(rows[1]["water_m3_per_year"] is NSNull)
        #expect(rows[2]["status"] as? String == "stopped")
        #expect(rows[2]["cost_usd_per_year"] is NSNull)
    }

    @Test("Ranges are pairs, equal ends one value, unknown ones null")
    func provenance() throws {
        let rows = try #require(parsed(PlanFixtures.optimal)["provenance"] as? [[String: Any]])
        #expect(rows[0]["value_or_range"] as? [Double] == [28, 712.25])
        #expect(rows[0]["year"] as? [Int] == [2021, 2025])
        #expect(rows[1]["value_or_range"] as? Double == 1.1)
        #expect(rows[1]["year"] as? Int == 2024)
        #expect(rows[2]["value_or_range"] is NSNull)
        #expect(rows[2]["year"] is NSNull)
    }

    @Test("An infeasible plan has findings and neither totals, objective nor certificate")
    func infeasible() throws {
        var input = PlanFixtures.infeasible
        input.totals = PlanFixtures.totals
        input.proof = PlanFixtures.proof
        let plan = try parsed(input)
        for key in ["totals", "objective", "gap", "certificate", "ties"] {
            #expect(plan[key] is NSNull, "\(key)")
        }
        let diagnosis = try #require(plan["diagnosis"] as? [String: Any])
        let findings = try #require(diagnosis["findings"] as? [[String: Any]])
        #expect(findings[0]["file"] as? String == "northern.yaml")
        #expect(findings[0]["line"] as? Int == 31)
        #expect(findings[1]["line"] is NSNull)
    }

    @Test("No text holds a path of the machine, an infinity or a negative zero")
    func clean() {
        var plan = PlanFixtures.optimal
        plan.stages = [
            Stage(
                measure: "cost", unit: "USD/year", value: -0.0, bound: -.infinity, tolerance: 0)
        ]
        let text = PlanJSON.text(of: plan)
        #expect(!text.contains("/home"))
        #expect(!text.contains(": inf") && !text.contains("-inf"))
        #expect(!text.replacing("e-0", with: "e-").contains("-0"))
        #expect(text.contains("\"bound\": null"))
    }

    @Test("CSV has one row a site, exact figures and no formula")
    func csv() {
        let lines = PlanCSV.sites(PlanFixtures.optimal).split(separator: "\n")
        #expect(
            lines[0] == "id,name,country,capacity_mw,built_mw,training_mwh,inference_mwh,"
                + "energy_mwh,emissions_t,cost_usd,water_m3,utilisation,grid_carbon_g_per_kwh,"
                + "grid_price_usd_per_mwh,marginal_value,marginal_value_unit")
        #expect(lines.count == 6)
        #expect(
            lines[1] == "keflavik,Keflavík,IS,400,400,2190000,438000,3285000,122000,2700000000,"
                + "2628000,0.75,28,42,412345,USD/year per MW")
        #expect(lines[3].hasPrefix("sao_paulo,São Paulo,BR,12.25,12.25,0,61320,"))
        #expect(lines[3].hasSuffix(",0.5714285714285714,,,,"))
        #expect(lines[5].hasPrefix("formula,'=cmd|' /C calc'!A0,YY,"))
        #expect(PlanCSV.sites(PlanFixtures.infeasible).split(separator: "\n").count == 1)
    }
}
