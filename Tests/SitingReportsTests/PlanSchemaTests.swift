import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("The plan's JSON Schema")
struct PlanSchemaTests {
    /// An object or array of the schema, its references followed.
    private struct Schema {
        let root: [String: Any]

        init() throws {
            let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../sites/schemas/plan.schema.json")
            let value = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
            root = try #require(value as? [String: Any])
        }

        /// The schema that speaks of objects or arrays, out of references and alternatives.
        func resolved(_ node: [String: Any]) -> [String: Any] {
            if let options = node["anyOf"] as? [[String: Any]] {
                return options.first { $0["$ref"] != nil }.map(resolved) ?? node
            }
            guard let name = (node["$ref"] as? String)?.split(separator: "/").last,
                let definitions = root["$defs"] as? [String: [String: Any]],
                let target = definitions[String(name)]
            else { return node }
            return target
        }

        /// Paths of all properties below a node, such as `sites[].id`.
        func paths(of node: [String: Any], at path: String = "") -> Set<String> {
            let node = resolved(node)
            var found: Set<String> = []
            for (key, child) in node["properties"] as? [String: [String: Any]] ?? [:] {
                found.insert("\(path).\(key)")
                found.formUnion(paths(of: child, at: "\(path).\(key)"))
            }
            if let items = node["items"] as? [String: Any] {
                found.formUnion(paths(of: items, at: path + "[]"))
            }
            return found
        }

        /// Every object schema, wherever it stands.
        func objects(in value: Any) -> [[String: Any]] {
            if let list = value as? [Any] { return list.flatMap(objects) }
            guard let node = value as? [String: Any] else { return [] }
            let below = node.values.flatMap(objects)
            return node["properties"] is [String: Any] ? [node] + below : below
        }
    }

    /// Paths of all keys of a document; the names of cost parts are the scenario's own.
    private func paths(of value: Any, at path: String = "") -> Set<String> {
        if let list = value as? [Any] {
            return list.reduce(into: []) { $0.formUnion(paths(of: $1, at: path + "[]")) }
        }
        guard let object = value as? [String: Any], !path.hasSuffix(".cost_parts_usd_per_year")
        else { return [] }
        return object.reduce(into: []) { found, member in
            found.insert("\(path).\(member.key)")
            found.formUnion(paths(of: member.value, at: "\(path).\(member.key)"))
        }
    }

    private func document(_ plan: Plan) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(PlanJSON.text(of: plan).utf8))
    }

    @Test("It has every key that plans have, and no other")
    func sameKeys() throws {
        var plan = PlanFixtures.optimal
        plan.diagnosis = PlanFixtures.conflicting
        for measure in Measure.ofWhole { plan.totals?.coverage[measure] = 0.5 }
        let schema = try Schema()
        let described = schema.paths(of: schema.root)
        let emitted = try paths(of: document(plan))
        #expect(described.subtracting(emitted) == [])
        #expect(emitted.subtracting(described) == [])
    }

    @Test("Every object is closed, requires its keys, and describes each property")
    func documented() throws {
        let schema = try Schema()
        for object in schema.objects(in: schema.root) {
            #expect(object["additionalProperties"] as? Bool == false)
            let properties = try #require(object["properties"] as? [String: [String: Any]])
            let required = Set(object["required"] as? [String] ?? [])
            let isCoverage = properties["rtt"] != nil
            #expect(isCoverage || required == Set(properties.keys))
            for (key, property) in properties {
                #expect((property["description"] as? String)?.hasSuffix(".") == true, "\(key)")
            }
        }
    }

    @Test("Its words for statuses, ties and round trips are the plan's")
    func words() throws {
        let schema = try Schema()
        let properties = try #require(schema.root["properties"] as? [String: [String: Any]])
        let statuses = [PlanStatus.optimal, .feasible, .infeasible, .unbounded, .stopped]
        #expect(properties["status"]?["enum"] as? [String] == statuses.map(\.rawValue))
        let ties = (properties["ties"]?["enum"] as? [Any])?.compactMap { $0 as? String }
        #expect(ties == [Ties.unique, .chosen, .notExamined].map(\.rawValue))
        let definitions = try #require(schema.root["$defs"] as? [String: [String: Any]])
        let rows = try #require(definitions["inference"]?["properties"] as? [String: [String: Any]])
        let sources = rows["rtt_source"]?["enum"] as? [String]
        #expect(sources == RoundTripSource.allCases.map(\.label))
        let stages = try #require(definitions["stage"]?["properties"] as? [String: [String: Any]])
        let costs = try #require(
            definitions["rule_cost"]?["properties"] as? [String: [String: Any]])
        let outcomes = costs["status"]?["enum"] as? [String]
        #expect(outcomes == RuleCost.Status.allCases.map(\.rawValue))
        let kinds = try #require(stages["measure"]?["anyOf"] as? [[String: Any]])
        let measures = kinds.first?["enum"] as? [String]
        #expect(measures == Measure.ofWhole.map(\.rawValue) + ["weighted_sum"])
        let pattern = try #require(kinds.last?["pattern"] as? String)
        let burdens = Measure.all.filter { !Measure.ofWhole.contains($0) && $0.isMinimisable }
        for burden in burdens {
            #expect(burden.rawValue.range(of: pattern, options: .regularExpression) != nil)
        }
    }
}
