import Charting
public import Siting
import Typesetting

/// Plans on a map, as GeoJSON (RFC 7946): sites, markets, flows, and candidates not used.
///
/// What features hold is described by `sites/schemas/geojson.schema.json`.
public enum PlanGeoJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-geojson/1"

    /// The document as text, one feature a line.
    ///
    /// - Parameter scenario: Where the plan's sites and markets lie.
    public static func text(of plan: Plan, in scenario: Scenario) -> String {
        let column = Comparison.Column(plan: plan)
        let places = ScenarioPlaces(scenario)
        return text(
            PlanFeatures(column, places).all
                + places.candidates(unusedBy: [plan], of: column),
            of: [column], scenario)
    }

    /// All plans of a comparison with what moves between them; every feature names its plan, but for
    /// candidates that none of them uses.
    public static func text(of comparison: Comparison, in scenario: Scenario) -> String {
        let places = ScenarioPlaces(scenario)
        let moves = comparison.columns.indices.flatMap { index in
            comparison.moves(to: index).compactMap { move in
                places.feature(move, to: comparison.columns[index], comparison)
            }
        }
        return text(
            comparison.columns.flatMap { PlanFeatures($0, places).all } + moves
                + places.candidates(unusedBy: comparison.columns.map(\.plan), of: nil),
            of: comparison.columns, scenario)
    }

    private static func text(
        _ features: [GeoFeature], of plans: [Comparison.Column], _ scenario: Scenario
    ) -> String {
        let box = GeoBounds.box(around: features.flatMap(\.parts))
        let told = plans.map { column -> JSONValue in
            [
                "plan": .string(column.name), "policy": .string(column.plan.policy),
                "status": .string(column.plan.status.rawValue),
            ]
        }
        let head: [(String, JSONValue)] = [
            ("type", "FeatureCollection"), ("format", .string(format)),
            ("scenario", .string(scenario.name)),
            ("file", ReportHead.fileName(scenario.file)),
            ("emissions_basis", .string(scenario.carbonBasis)), ("plans", .array(told)),
        ]
        let bounds = box.map { [("bbox", JSONValue.array($0.map(JSONValue.number)))] } ?? []
        let members = (head + bounds).map { key, value in
            "  \(JSONText.line(.string(key))): \(JSONText.line(value)),\n"
        }
        let lines = features.map { "    \(JSONText.line($0.value))" }.joined(separator: ",\n")
        return "{\n\(members.joined())  \"features\": [\n\(lines)\n  ]\n}\n"
    }
}
