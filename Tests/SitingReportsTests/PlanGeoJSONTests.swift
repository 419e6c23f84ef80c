import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Plans as GeoJSON")
struct PlanGeoJSONTests {
    private func document(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func features(_ text: String) throws -> [[String: Any]] {
        try #require(try document(text)["features"] as? [[String: Any]])
    }

    private var text: String {
        PlanGeoJSON.text(of: FormatFixtures.plan, in: FormatFixtures.scenario)
    }

    private func feature(_ id: String) throws -> [String: Any] {
        try #require(try features(text).first { $0["id"] as? String == id })
    }

    private func geometry(_ id: String) throws -> (type: String, lines: [[[Double]]]) {
        let geometry = try #require(try feature(id)["geometry"] as? [String: Any])
        let type = try #require(geometry["type"] as? String)
        let coordinates = geometry["coordinates"]
        let lines = coordinates as? [[[Double]]] ?? [coordinates as? [[Double]] ?? []]
        return (type, lines)
    }

    @Test("Every site, market and flow is there, and candidates that are not used")
    func roles() throws {
        let roles = try features(text).map { feature -> String in
            let properties = try #require(feature["properties"] as? [String: Any])
            return try #require(properties["role"] as? String)
        }
        let counts = Dictionary(grouping: roles) { $0 }.mapValues(\.count)
        #expect(counts == ["site": 5, "market": 3, "flow": 5, "candidate": 1])
    }

    @Test("Properties are flat, and identifiers come once")
    func flat() throws {
        let found = try features(text)
        for feature in found {
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(properties.values.allSatisfy { !($0 is [Any]) && !($0 is [String: Any]) })
            #expect(properties["policy"] as? String == "cheapest")
        }
        #expect(Set(found.compactMap { $0["id"] as? String }).count == found.count)
    }

    @Test("Positions are longitude before latitude, with at most six decimals")
    func positions() throws {
        let site = try #require(
            try feature("cheapest/site/sao_paulo")["geometry"] as? [String: Any])
        #expect(site["coordinates"] as? [Double] == [-46.6333, -23.55])
        let numbers = text.matches(of: #/-?\d+\.(\d+)/#).map { $0.output.1.count }
        let coordinates = text.matches(of: #/\[(-?[\d.]+), (-?[\d.]+)\]/#)
        #expect(coordinates.count > 50)
        #expect(!numbers.isEmpty)
        for position in coordinates {
            for number in [position.output.1, position.output.2] {
                #expect((number.split(separator: ".").dropFirst().first?.count ?? 0) <= 6)
            }
        }
    }

    @Test("A flow follows the great circle between its ends")
    func greatCircle() throws {
        let (type, lines) = try geometry("cheapest/flow/assistant/london/keflavik")
        #expect(type == "LineString")
        #expect(lines[0].first == [-0.1275, 51.5])
        #expect(lines[0].last == [-22.6056, 63.985])
        // North of the straight line on a flat map.
        let middle = lines[0][lines[0].count / 2]
        let flat = 51.5 + (63.985 - 51.5) * (middle[0] + 0.1275) / (-22.6056 + 0.1275)
        #expect(middle[1] > flat + 0.5)
    }

    @Test("A flow across the 180th meridian is cut there, each part on its own side")
    func antimeridian() throws {
        let (type, lines) = try geometry("cheapest/flow/assistant/suva/sao_paulo")
        #expect(type == "MultiLineString")
        #expect(lines.count == 2)
        #expect(lines[0].first == [178.44, -18.14])
        #expect(lines[0].last?[0] == 180)
        #expect(lines[1].first?[0] == -180)
        #expect(lines[0].last?[1] == lines[1].first?[1])
        #expect(lines[1].last == [-46.6333, -23.55])
        for line in lines {
            for (first, second) in zip(line, line.dropFirst()) {
                #expect(abs(first[0] - second[0]) < 180)
                #expect(first != second)
            }
        }
    }

    @Test("A flow within one place is a point, as a line needs two positions")
    func samePlace() throws {
        let (type, _) = try geometry("cheapest/flow/assistant/reykjavik/keflavik")
        #expect(type == "Point")
    }

    @Test("A site on the 180th meridian has lines that reach it without a part of no length")
    func onTheMeridian() throws {
        var plan = FormatFixtures.plan
        for market in ["london", "suva"] {
            plan.inference = [
                InferenceRow(
                    service: "assistant", market: market, site: "formula", power: 1, roundTrip: 9,
                    roundTripSource: .stated)
            ]
            let text = PlanGeoJSON.text(of: plan, in: FormatFixtures.scenario)
            let flow = try #require(
                try features(text).first { ($0["id"] as? String)?.contains("/flow/") == true })
            let geometry = try #require(flow["geometry"] as? [String: Any])
            #expect(geometry["type"] as? String == "LineString", "\(market)")
        }
    }

    @Test("The mean round trip of a market is over its requests, whatever energy they take")
    func meanRoundTrip() throws {
        var scenario = FormatFixtures.scenario
        let film = scenario.services[1]
        scenario.services[1] = Service(
            id: film.id, itWattHoursPerRequest: 4, requestsPerDay: film.requestsPerDay)
        let text = PlanGeoJSON.text(of: FormatFixtures.plan, in: scenario)
        let market = try #require(
            try features(text).first { $0["id"] as? String == "cheapest/market/london" })
        let properties = try #require(market["properties"] as? [String: Any])
        // 30 and 20 MW at 1 Wh, 10 MW at 4 Wh: 30, 20 and 2.5 parts of the requests.
        let sum: Double = 30.0 * 40 + 20.0 * 190 + 2.5 * 40
        let mean: Double = sum / 52.5
        let found = try #require(properties["mean_rtt_ms"] as? Double)
        #expect(abs(found - mean) < 1e-9)
        #expect(properties["mean_mw"] as? Double == 60)
    }

    @Test("Without a placement there are markets without figures, and every site is a candidate")
    func infeasible() throws {
        let text = PlanGeoJSON.text(of: PlanFixtures.infeasible, in: FormatFixtures.scenario)
        let found = try features(text)
        #expect(found.count == 9)
        #expect(text.contains(#""mean_rtt_ms": null"#))
        #expect(text.contains(#""status": "infeasible""#))
    }

    @Test("A comparison has the features of each plan and what moves between them")
    func comparison() throws {
        let text = PlanGeoJSON.text(
            of: ComparisonFixtures.comparison, in: FormatFixtures.scenario)
        let moves = text.split(separator: "\n").filter { $0.contains(#""role": "move""#) }
        #expect(moves.count == 3)
        #expect(moves[0].contains(#""baseline": "cheapest", "id": "keflavik""#))
        #expect(moves[0].contains(#""change_mw": -100"#))
        let found = try features(text)
        #expect(Set(found.compactMap { $0["id"] as? String }).count == found.count)
        let candidates = text.split(separator: "\n").filter { $0.contains(#""role": "candidate""#) }
        #expect(candidates.count == 1)
        #expect(candidates[0].contains(#""plan": null, "policy": null"#))
    }

    @Test("The schema has the keys of each role, in the same order")
    func schema() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../sites/schemas/geojson.schema.json")
        let schema = try document(String(contentsOf: url, encoding: .utf8))
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let all =
            try features(text)
            + features(
                PlanGeoJSON.text(of: ComparisonFixtures.comparison, in: FormatFixtures.scenario))
        var seen: Set<String> = []
        for feature in all {
            let properties = try #require(feature["properties"] as? [String: Any])
            let role = try #require(properties["role"] as? String)
            let shape = try #require(definitions[role]?["properties"] as? [String: Any])
            let described = try #require(
                (shape["properties"] as? [String: Any])?["properties"] as? [String: Any])
            #expect(Set(described.keys) == Set(properties.keys), "\(role)")
            seen.insert(role)
        }
        #expect(seen == ["site", "market", "flow", "move", "candidate"])
    }

    @Test("The box is narrow across the 180th meridian, and wide only where it has to be")
    func box() throws {
        var scenario = FormatFixtures.scenario
        func box() throws -> [Double]? {
            let text = PlanGeoJSON.text(of: PlanFixtures.infeasible, in: scenario)
            return try document(text)["bbox"] as? [Double]
        }
        #expect(try box() == [-180, -41.3, 178.44, 63.985])
        scenario.sites = scenario.sites.filter { ["formula", "idle"].contains($0.id) }
        scenario.markets = [scenario.markets[1]]
        #expect(try box() == [174.8, -41.3, -180, 10])
        scenario.sites = []
        scenario.markets = []
        #expect(try box() == nil)
    }
}
