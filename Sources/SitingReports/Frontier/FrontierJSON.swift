public import Siting
public import Typesetting

/// A trade-off curve as JSON, described by `sites/schemas/frontier.schema.json`.
public enum FrontierJSON {
    /// Names and version of the keys; it changes when a key changes its meaning or goes away.
    public static let format = "sitewise-frontier/1"

    /// The document as text, the same bytes for the same curve.
    public static func text(of frontier: Frontier) -> String {
        JSONText.text(value(of: frontier))
    }

    /// The document as a value. Every key is always there; what does not apply or is not known is
    /// null.
    public static func value(of frontier: Frontier) -> JSONValue {
        let words = FrontierWords(x: frontier.x, y: frontier.y)
        return [
            "format": .string(format),
            "scenario": .string(frontier.scenario),
            "file": ReportHead.fileName(frontier.file),
            "policy": .string(frontier.policy),
            "status": .string(frontier.status.rawValue),
            "emissions_basis": .string(frontier.carbonBasis),
            "x": axis(frontier.x),
            "y": axis(frontier.y),
            "rate_unit": .string(words.exactRateUnit),
            "complete": .bool(frontier.isComplete),
            "gap": frontier.points.isEmpty ? .null : .number(frontier.gap),
            "solves": .integer(frontier.solveCount),
            "knee": JSONValue(frontier.knee.map { $0 + 1 }),
            "points": .array(
                frontier.points.enumerated().map { point($1, place: $0, of: frontier) }),
            "segments": .array(frontier.segments.enumerated().map { segment($1, place: $0) }),
            "certificate": frontier.proof.map(PlanJSON.certificate) ?? .null,
            "warnings": .array(frontier.warnings.map { .string($0) }),
            "diagnosis": frontier.diagnosis.map(PlanJSON.diagnosis) ?? .null,
        ]
    }

    private static func axis(_ measure: Measure) -> JSONValue {
        ["measure": .string(measure.rawValue), "unit": .string(measure.unit)]
    }

    private static func point(
        _ point: FrontierPoint, place: Int, of frontier: Frontier
    ) -> JSONValue {
        let measures = Measure.ofWhole.map { measure in
            (measure.limitKey, JSONValue(point.measure(measure, of: frontier)))
        }
        let weights = [frontier.x, frontier.y].map { measure in
            (measure.weightKey, JSONValue(point.weights[measure]))
        }
        return [
            "point": .integer(place + 1),
            "x": .number(point.x),
            "y": .number(point.y),
            "rate_from": .number(point.lowestRate),
            "rate_to": JSONValue(point.highestRate.isFinite ? point.highestRate : nil),
            "weights": .object(weights),
            "measures": .object(
                measures + [
                    ("controllable_cost_usd_per_year", .number(point.totals.controllableCost)),
                    ("capacity_mw", .number(point.totals.capacity)),
                ]),
            "sites": .integer(point.siteCount),
            "certificate": PlanJSON.certificate(point.proof),
        ]
    }

    private static func segment(_ segment: FrontierSegment, place: Int) -> JSONValue {
        [
            "from": .integer(place + 1),
            "to": .integer(place + 2),
            "rate": .number(segment.rate),
            "gap": .number(segment.gap),
            "is_edge": .bool(segment.isEdge),
        ]
    }
}
