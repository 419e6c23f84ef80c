import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("The report on a trade-off surface")
struct SurfaceReportTests {
    /// Corners of a triangle, and a point below its middle.
    private func surface(gap: Double = 0.004, isSettled: Bool = false) -> FrontierSurface {
        var surface = FrontierSurface(
            scenario: "Test", file: "folder/test.yaml", policy: "cheapest",
            measures: [.cost, .emissions, .latency], status: .optimal, within: 0.01)
        let places = [[1000.0, 300, 50], [1100, 150, 30], [1200, 100, 90], [2000, 400, 10]]
        surface.points = places.map(point)
        surface.facets = [[0, 1, 2], [0, 1, 3], [1, 2, 3]].map { corners in
            SurfaceFacet(
                points: corners, open: [], rates: SurfaceRates(second: 2, third: 3),
                weights: weights, gap: gap, isSettled: isSettled)
        }
        surface.facets.append(
            SurfaceFacet(
                points: [0], open: [.emissions, .latency],
                rates: SurfaceRates(second: 0, third: 0),
                weights: [.cost: 1, .emissions: 0, .latency: 0], gap: 0, isSettled: true))
        surface.solveCount = 23
        surface.proof = PlanFixtures.proof
        return surface
    }

    private let weights: [Measure: Double] = [.cost: 1, .emissions: 2, .latency: 0.5]

    private func point(_ values: [Double]) -> SurfacePoint {
        SurfacePoint(
            values: values, rates: SurfaceRates(second: 2, third: 3), weights: weights,
            isFoundAgain: values[0] != 1100, totals: PlanFixtures.totals, siteCount: 5,
            proof: PlanFixtures.proof)
    }

    private func text(_ surface: FrontierSurface) -> String {
        SurfaceText.render(surface, style: .plain).replacing("\n", with: " ")
            .replacing(#/ +/#, with: " ")
    }

    @Test("it says how near it is to what is possible, what the ends cost, and where the knee is")
    func sentences() {
        let found = text(surface())
        #expect(
            found.contains(
                "Certified under cheapest: 4 vertices of the surface of cost, emissions and mean "
                    + "latency; no plan improves on it by more than 0.4 % of the range of all "
                    + "three at once: 23 programs solved."))
        #expect(found.contains("Knee: point 2, the farthest towards the least of all three"))
        #expect(
            found.contains(
                "It takes 10 % of that of cost, 16.7 % of that of emissions and 25 % of that of "
                    + "mean latency."))
        #expect(
            found.contains(
                "Least cost: point 1 with $1,000 a year, 300 t a year of emissions and 50 ms of "
                    + "mean latency."))
        #expect(
            found.contains(
                "It takes 66.7 % of the range of emissions and 50 % of the range of mean latency."))
        #expect(found.contains("Least mean latency: point 4 with $2,000 a year,"))
        #expect(found.contains("At the rates of point 2, other plans are as good."))
        #expect(found.contains("Certificate: primal"))
    }

    @Test("what is complete, cut short or wider than asked for says so")
    func verdicts() {
        let complete = text(surface(gap: 1e-12, isSettled: true))
        #expect(complete.contains("Complete under cheapest: 4 vertices of the surface"))
        #expect(complete.contains("each is proved best at its rates, and there are no others"))
        #expect(text(surface(gap: 0.03)).contains("Partial under cheapest"))
        var stopped = surface(gap: 0.03)
        stopped.status = .feasible
        #expect(text(stopped).contains("Stopped under cheapest: 4 vertices"))
        #expect(text(stopped).contains("by more than 3 % of the range"))
    }

    @Test("one point has neither ends nor a knee")
    func onePoint() {
        var one = surface(gap: 0, isSettled: true)
        one.points = [point([1000, 300, 50])]
        one.facets.removeFirst(3)
        let found = text(one)
        #expect(found.contains("one plan has the least cost, emissions and mean latency, $1,000"))
        #expect(!found.contains("Knee") && !found.contains("Ends"))
    }

    @Test("a long table keeps the ends, the knee and so many rows as it may, and says so")
    func thinned() {
        var large = surface()
        for step in 1..<60 {
            let share = Double(step) / 60
            large.points.append(
                point([1200 + 800 * share, 100 + 300 * share, 90 - 80 * share]))
        }
        let all = SurfaceText.render(large, limit: nil, style: .plain)
        let some = SurfaceText.render(large, limit: 10, style: .plain)
        func rows(_ text: String) -> Int {
            text.split(separator: "\n").count { $0.contains(/^ *\*?\d+[ ]{2}/) }
        }
        #expect(rows(all) == 63)
        #expect(rows(some) == 10)
        for place in [1, 3, 4] { #expect(some.contains("\n    \(place)  ")) }
        #expect(some.contains("\n   *2  "))
        let words = some.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("Shown are 10 of 63, far from each other: --all."))
        #expect(some.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("CSV has exact values, one row a point, with the units of the rates")
    func csv() {
        let lines = SurfaceText.csv(surface()).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("point,cost_usd_per_year,emissions_t_per_year,mean_latency_ms,"))
        #expect(lines[1].hasPrefix("1,1000,300,50,"))
        #expect(lines[1].hasSuffix(",2,USD/t,3,USD/year per ms,false"))
        #expect(lines[2].hasSuffix(",true"))
    }

    @Test("JSON numbers points from 1, with facets between them and weights as policies take them")
    func json() throws {
        let text = SurfaceJSON.text(of: surface())
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let root = try #require(value as? [String: Any])
        #expect(root["format"] as? String == "sitewise-surface/1")
        #expect(root["complete"] as? Bool == false)
        #expect(root["gap"] as? Double == 0.004)
        #expect(root["knee"] as? Int == 2)
        #expect(root["ends"] as? [String: Int] == ["x": 1, "y": 3, "z": 4])
        let units = root["rate_units"] as? [String: String]
        #expect(units == ["y": "USD/t", "z": "USD/year per ms"])
        #expect((root["z"] as? [String: String])?["measure"] == "latency")
        let points = try #require(root["points"] as? [[String: Any]])
        #expect(points.map { $0["point"] as? Int } == [1, 2, 3, 4])
        #expect(points[1]["z"] as? Double == 30)
        #expect(points[1]["found_again"] as? Bool == false)
        let weights = try #require(points[1]["weights"] as? [String: Double])
        #expect(
            weights == [
                "cost": 1, "emissions_usd_per_t": 2, "latency_usd_per_ms_million_requests": 0.5,
            ])
        let facets = try #require(root["facets"] as? [[String: Any]])
        #expect(facets.map { $0["points"] as? [Int] } == [[1, 2, 3], [1, 2, 4], [2, 3, 4], [1]])
        #expect(facets[3]["open"] as? [String] == ["emissions", "latency"])
    }

    @Test("without a plan it says so and why")
    func infeasible() {
        var surface = FrontierSurface(
            scenario: "Test", file: "test.yaml", policy: "strict",
            measures: [.cost, .emissions, .latency], status: .infeasible, within: 0.01)
        surface.diagnosis = Diagnosis(findings: [
            .init(kind: "k", message: "too little room", remedy: "add sites", location: nil)
        ])
        let found = text(surface)
        #expect(found.contains("Infeasible under strict"))
        #expect(found.contains("too little room"))
        #expect(!found.contains("Points"))
    }
}
