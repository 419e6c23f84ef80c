import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("The report on a trade-off curve")
struct FrontierReportTests {
    /// A curve of so many points on a parabola: x from 1,000 USD in equal steps, y down to 50 t.
    private func curve(
        _ count: Int, x: Measure = .cost, y: Measure = .emissions, isComplete: Bool = true
    ) -> Frontier {
        var frontier = Frontier(
            scenario: "Test", file: "folder/test.yaml", policy: "cheapest", x: x, y: y,
            status: .optimal)
        let last = Double(count - 1)
        let places = (0..<count).map { index in
            (x: 1000 + 10 * Double(index), y: 50 + pow(last - Double(index), 2))
        }
        let rates = zip(places, places.dropFirst()).map { ($1.x - $0.x) / ($0.y - $1.y) }
        frontier.points = places.enumerated().map { index, place in
            FrontierPoint(
                x: place.x, y: place.y, lowestRate: index == 0 ? 0 : rates[index - 1],
                highestRate: index < rates.count ? rates[index] : .infinity,
                weights: [x: 1, y: 2], totals: PlanFixtures.totals, siteCount: 5,
                proof: PlanFixtures.proof)
        }
        frontier.segments = rates.map {
            FrontierSegment(
                rate: $0, gap: isComplete ? 1e-15 : 0.0123, isEdge: isComplete)
        }
        frontier.solveCount = 2 * count + 1
        frontier.proof = PlanFixtures.proof
        return frontier
    }

    private func text(_ frontier: Frontier, limit: Int? = nil) -> String {
        FrontierText.render(frontier, limit: limit, style: .plain)
            .replacing("\n", with: " ")
    }

    private func rows(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.contains(/^ *\*?\d+[ ]{2}/) }
    }

    @Test("it says what the ends are, what the first and last tonne cost, and where the knee is")
    func sentences() {
        let text = text(curve(5))
        #expect(text.contains("Complete under cheapest: 5 vertices between the least cost"))
        #expect(text.contains("($1,000 a year with 66 t a year)"))
        #expect(text.contains("the first t of CO2e less costs $1.43, the last $10."))
        #expect(text.contains("Knee: point 3, "))
        #expect(text.contains("It takes 50 % of the range of cost and brings 75 % of that of"))
        #expect(text.contains("11 programs solved"))
        #expect(text.contains("Certificate: primal"))
    }

    @Test("what is not complete says how far the curve may be off")
    func partial() {
        let found = text(curve(5, isComplete: false))
        #expect(found.contains("Certified under cheapest"))
        #expect(found.contains("no plan improves on the curve by more than 1.23 % of the range"))
        #expect(found.contains("On the average of the way to the second point one t of CO2e less"))
        var stopped = curve(5, isComplete: false)
        stopped.status = .feasible
        #expect(text(stopped).contains("Stopped under cheapest"))
    }

    @Test("a time that is bought has its price a year")
    func times() {
        let found = text(curve(5, y: .roundTrip))
        #expect(found.contains("the first ms of mean round trip less costs $1.43 a year"))
        let other = text(curve(5, x: .roundTrip, y: .emissions))
        #expect(other.contains("the first t of CO2e a year less costs 1.43 ms"))
    }

    @Test("in a terminal the whole curve stands in one line, which gives way where that is short")
    func line() throws {
        func line(_ count: Int, width: Int, style: TerminalStyle = .plain) -> String? {
            FrontierText.render(curve(count), style: style, width: width)
                .split(separator: "\n").first { $0.hasPrefix("CO2e ") }.map(String.init)
        }
        let end = " 50 t as cost rises from $1,000 to $1,040"
        let whole = try #require(line(5, width: 100))
        #expect(whole.hasPrefix("CO2e 66 t █") && whole.hasSuffix("▁\(end)"))
        let bars = whole.dropFirst("CO2e 66 t ".count).dropLast(end.count)
        #expect(bars.count == 40)
        #expect(bars.map(\.unicodeScalars.first?.value).compactMap { $0 }.reversed().isSorted)
        let short = try #require(line(5, width: 70))
        #expect(DisplayWidth.of(short) == 70)
        #expect(line(5, width: 60) == nil)
        #expect(line(2, width: 100) == nil)
        #expect(!FrontierText.markdown(curve(5)).contains("█"))
        let ascii = TerminalStyle(colour: .plain, ascii: true)
        let plain = try #require(line(5, width: 100, style: ascii))
        #expect(plain.hasPrefix("CO2e 66 t '") && plain.hasSuffix("_\(end)"))
    }

    @Test("points that differ print differently, with as few digits as that takes")
    func digits() {
        var near = curve(5)
        near.points = near.points.enumerated().map { index, point in
            FrontierPoint(
                x: 1e9 + 1e4 * Double(index), y: point.y, lowestRate: point.lowestRate,
                highestRate: point.highestRate, weights: point.weights, totals: point.totals,
                siteCount: 5, proof: point.proof)
        }
        let table = FrontierText.render(near, style: .plain)
        #expect(table.contains("    1  1.00000    66 "))
        #expect(table.contains("    2  1.00001    59 "))
    }

    @Test("a long table keeps the ends, the knee and so many rows as it may, and says so")
    func thinned() {
        let all = FrontierText.render(curve(200), limit: nil, style: .plain)
        #expect(rows(all).count == 200)
        let some = FrontierText.render(curve(200), limit: 20, style: .plain)
        #expect(rows(some).count == 20)
        #expect(rows(some).first?.contains(/^ +1[ ]{2}/) == true)
        #expect(rows(some).last?.contains(/^ +200[ ]{2}/) == true)
        #expect(rows(some).count { $0.contains("*") } == 1)
        #expect(some.contains("Shown are the 20 of 200 that shape the curve most: --all."))
        #expect(some.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("one point has neither rates to move on nor a knee")
    func onePoint() {
        let text = text(curve(1))
        #expect(text.contains("one plan has the least cost, $1,000 a year, and the least emi"))
        #expect(!text.contains("Knee"))
        #expect(!text.contains("the first t"))
    }

    @Test("CSV has exact values, one row a point, and no end of the last rates")
    func csv() {
        let lines = FrontierText.csv(curve(3)).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("point,cost_usd_per_year,emissions_t_per_year,"))
        #expect(lines[1].hasPrefix("1,1000,54,"))
        #expect(lines[3].hasPrefix("3,1020,50,"))
        #expect(lines[3].hasSuffix(",10,,USD/t,false"))
        #expect(lines[2].hasSuffix("USD/t,true"))
    }

    @Test("JSON numbers points from 1, with weights as policies take them")
    func json() throws {
        let text = FrontierJSON.text(of: curve(3))
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let root = try #require(value as? [String: Any])
        #expect(root["format"] as? String == "sitewise-frontier/1")
        #expect(root["rate_unit"] as? String == "USD/t")
        #expect(root["complete"] as? Bool == true)
        #expect(root["knee"] as? Int == 2)
        let points = try #require(root["points"] as? [[String: Any]])
        #expect(points.map { $0["point"] as? Int } == [1, 2, 3])
        #expect(points.last?["rate_to"] is NSNull)
        let weights = try #require(points[1]["weights"] as? [String: Double])
        #expect(weights == ["cost": 1, "emissions_usd_per_t": 2])
        let measures = try #require(points[1]["measures"] as? [String: Any])
        #expect(measures["cost_usd_per_year"] as? Double == 1010)
        #expect(measures["water_m3_per_year"] as? Double == PlanFixtures.totals.water)
        let segments = try #require(root["segments"] as? [[String: Any]])
        #expect(segments.map { $0["to"] as? Int } == [2, 3])
    }

    @Test("without a plan it says so and why")
    func infeasible() {
        var frontier = Frontier(
            scenario: "Test", file: "test.yaml", policy: "strict", x: .cost, y: .emissions,
            status: .infeasible)
        frontier.diagnosis = Diagnosis(findings: [
            .init(kind: "k", message: "too little room", remedy: "add sites", location: nil)
        ])
        let text = text(frontier)
        #expect(text.contains("Infeasible under strict"))
        #expect(text.contains("too little room"))
        #expect(!text.contains("Points"))
    }
}

extension Collection where Element: Comparable {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
