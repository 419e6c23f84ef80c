import Foundation
import Siting
import Testing

@testable import SitingFiles

@Suite("The schema of scenarios")
struct ScenarioSchemaTests {
    private func schema() throws -> [String: Any] {
        let path = "\(repository)/sites/schemas/scenario.schema.json"
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// The keys of each object that the loader reads, by the object's name in the schema.
    private static let objects: [String: [String]] = [
        "period": PeriodSection.keys, "sites": SitesSection.keys, "site_filter": SiteFilter.keys,
        "assumed_figures": FigureResolver.keys,
        "site_settings": SiteSettings.keys, "supply": SupplyReader.keys,
        "season": SupplyReader.seasonKeys,
        "missing": MissingRules.keys, "markets": MarketsSection.keys,
        "service": ServicesSection.keys, "job": JobsSection.keys, "latency": LatencySection.keys,
        "prices": PricesSection.keys, "rule": RulesSection.keys,
        "residency": RulesSection.residencyKeys, "access": RulesSection.accessKeys,
        "closed": RulesSection.closedKeys, "share": RulesSection.shareKeys,
        "training_supply": RulesSection.trainingSupplyKeys,
        "placement": RulesSection.placementKeys, "job_accelerators": AcceleratorFleet.jobKeys,
        "service_accelerators": AcceleratorFleet.keys, "embodied": EmbodiedByHours.keys,
        "site_selection": SelectionReader.siteKeys,
        "market_selection": SelectionReader.marketKeys, "policy": PoliciesSection.keys,
        "weights": PoliciesSection.weightKeys, "limits": PoliciesSection.limitKeys,
    ]

    @Test("every object has the keys that the loader reads, no more and no fewer")
    func keys() throws {
        let schema = try schema()
        let root = try #require(schema["properties"] as? [String: Any])
        #expect(Set(root.keys) == Set(ScenarioReader.keys))
        let definitions = try #require(schema["$defs"] as? [String: Any])
        var described: Set<String> = []
        for (name, definition) in definitions {
            guard let object = definition as? [String: Any],
                let properties = object["properties"] as? [String: Any]
            else { continue }
            described.insert(name)
            let read = try #require(Self.objects[name], "the loader reads no \(name)")
            // Burdens are too many to be listed.
            let patterns = Array((object["patternProperties"] as? [String: Any] ?? [:]).keys)
            let listed = read.filter { key in
                !patterns.contains { key.range(of: $0, options: .regularExpression) != nil }
            }
            #expect(Set(properties.keys) == Set(listed), "keys of \(name)")
        }
        #expect(described == Set(Self.objects.keys))
    }

    @Test("every object refuses further keys, and every key is described")
    func strict() throws {
        let schema = try schema()
        let definitions = try #require(schema["$defs"] as? [String: Any])
        for (name, definition) in definitions.merging(["root": schema], uniquingKeysWith: { $1 }) {
            let object = try #require(definition as? [String: Any])
            #expect(object["description"] is String, "\(name) is not described")
            guard let properties = object["properties"] as? [String: Any] else { continue }
            #expect(object["additionalProperties"] as? Bool == false, "\(name) is open")
            for (key, property) in properties {
                let property = try #require(property as? [String: Any])
                let isDescribed = property["description"] is String || property["$ref"] is String
                #expect(isDescribed, "\(name).\(key) is not described")
            }
        }
    }

    @Test("every list of words is the loader's own")
    func words() throws {
        let definitions = try #require(try schema()["$defs"] as? [String: Any])
        func words(_ name: String, _ key: String) throws -> [String] {
            let object = try #require(definitions[name] as? [String: Any])
            let properties = try #require(object["properties"] as? [String: Any])
            let property = try #require(properties[key] as? [String: Any])
            return try #require(property["enum"] as? [String])
        }
        #expect(try words("supply", "kind") == Supply.Kind.allCases.map(\.rawValue))
        #expect(try words("share", "of") == Rule.Grouping.allCases.map(\.rawValue))
        #expect(try words("latency", "fit") == LatencyModel.Caution.allCases.map(\.rawValue))
        #expect(try words("markets", "weight") == MarketsSection.weights)
        #expect(try words("assumed_figures", "carbon_basis") == CarbonBasis.words)
        #expect(try words("site_settings", "carbon_basis") == CarbonBasis.words)
        for field in MissingRules.Field.allCases {
            #expect(try words("missing", field.rawValue) == field.actions.map(\.rawValue))
        }
        let root = try #require(try schema()["properties"] as? [String: Any])
        let fuels = try #require((root["fuels"] as? [String: Any])?["enum"] as? [String])
        #expect(Set(fuels) == Set(try catalogue().fuels.map(\.factorSet)))
    }

    @Test("the ranges of figures are the loader's own")
    func ranges() throws {
        let definitions = try #require(try schema()["$defs"] as? [String: Any])
        for (name, isAssumed) in [("assumed_figures", true), ("site_settings", false)] {
            let object = try #require(definitions[name] as? [String: Any])
            let properties = try #require(object["properties"] as? [String: Any])
            for field in SiteField.allCases {
                let property = try #require(properties[field.rawValue] as? [String: Any])
                let number = (property["anyOf"] as? [[String: Any]])?.first ?? property
                let least = try #require(number["minimum"] as? NSNumber).doubleValue
                let most = try #require(number["maximum"] as? NSNumber).doubleValue
                let range = isAssumed ? field.assumedRange : field.range
                #expect(range == .between(least, most), "\(name).\(field.rawValue)")
            }
        }
    }
}
