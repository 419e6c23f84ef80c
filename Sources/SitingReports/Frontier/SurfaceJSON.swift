public import Siting
public import Typesetting

/// A trade-off surface as JSON, described by `sites/schemas/surface.schema.json`.
public enum SurfaceJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-surface/1"

    private static let axisNames = ["x", "y", "z"]

    /// The document as text, the same bytes for the same surface.
    public static func text(of surface: FrontierSurface) -> String {
        JSONText.text(value(of: surface))
    }

    /// The document as a value. Every key is always there; what does not apply or is not known is
    /// null.
    public static func value(of surface: FrontierSurface) -> JSONValue {
        let head: [(String, JSONValue)] = [
            ("format", .string(format)),
            ("scenario", .string(surface.scenario)),
            ("file", ReportHead.fileName(surface.file)),
            ("policy", .string(surface.policy)),
            ("status", .string(surface.status.rawValue)),
            ("emissions_basis", .string(surface.carbonBasis)),
        ]
        let found: [(String, JSONValue)] = [
            ("within", .number(surface.within)),
            ("complete", .bool(surface.isComplete)),
            ("gap", surface.points.isEmpty ? .null : .number(surface.gap)),
            ("solves", .integer(surface.solveCount)),
            ("ends", surface.points.isEmpty ? .null : ends(of: surface)),
            ("knee", JSONValue(surface.knee.map { $0 + 1 })),
            ("points", .array(surface.points.indices.map { point($0, of: surface) })),
            ("facets", .array(surface.facets.map { facet($0, of: surface) })),
            ("certificate", surface.proof.map(PlanJSON.certificate) ?? .null),
            ("warnings", .array(surface.warnings.map { .string($0) })),
            ("diagnosis", surface.diagnosis.map(PlanJSON.diagnosis) ?? .null),
        ]
        return .object(head + axes(of: surface) + found)
    }

    private static func axes(of surface: FrontierSurface) -> [(String, JSONValue)] {
        let axes = zip(axisNames, surface.measures)
        let measures = axes.map { name, measure -> (String, JSONValue) in
            (name, ["measure": .string(measure.rawValue), "unit": .string(measure.unit)])
        }
        let units = axes.dropFirst().map { name, measure -> (String, JSONValue) in
            let words = FrontierWords(x: surface.measures[0], y: measure)
            return (name, .string(words.exactRateUnit))
        }
        return measures + [("rate_units", .object(units))]
    }

    private static func ends(of surface: FrontierSurface) -> JSONValue {
        .object(zip(axisNames, surface.ends).map { ($0, .integer($1 + 1)) })
    }

    private static func point(_ place: Int, of surface: FrontierSurface) -> JSONValue {
        let point = surface.points[place]
        let values = zip(axisNames, point.values).map { ($0, JSONValue.number($1)) }
        let measures = Measure.ofWhole.map { measure in
            (measure.limitKey, JSONValue(point.measure(measure, of: surface)))
        }
        let plan: [(String, JSONValue)] = [
            ("controllable_cost_usd_per_year", .number(point.totals.controllableCost)),
            ("capacity_mw", .number(point.totals.capacity)),
        ]
        let number: (String, JSONValue) = ("point", .integer(place + 1))
        let rest: [(String, JSONValue)] = [
            ("rates", rates(point.rates)),
            ("weights", weights(point.weights, of: surface)),
            ("found_again", .bool(point.isFoundAgain)),
            ("measures", .object(measures + plan)),
            ("sites", .integer(point.siteCount)),
            ("certificate", PlanJSON.certificate(point.proof)),
        ]
        return .object([number] + values + rest)
    }

    private static func facet(_ facet: SurfaceFacet, of surface: FrontierSurface) -> JSONValue {
        [
            "points": .array(facet.points.map { .integer($0 + 1) }),
            "open": .array(facet.open.map { .string($0.rawValue) }),
            "rates": facet.rates.map(rates) ?? .null,
            "weights": weights(facet.weights, of: surface),
            "gap": .number(facet.gap),
            "is_facet": .bool(facet.isSettled),
        ]
    }

    private static func rates(_ rates: SurfaceRates) -> JSONValue {
        ["y": .number(rates.second), "z": .number(rates.third)]
    }

    private static func weights(
        _ weights: [Measure: Double], of surface: FrontierSurface
    ) -> JSONValue {
        .object(surface.measures.map { ($0.weightKey, JSONValue(weights[$0])) })
    }
}
