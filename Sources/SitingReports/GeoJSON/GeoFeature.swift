import Charting
import Typesetting

/// A feature of a map (RFC 7946), its properties flat so that every reader takes them for columns.
struct GeoFeature {
    enum Geometry {
        case point(GeoPoint)
        /// At least one line, each of at least two positions, none across the 180th meridian.
        case lines([[GeoPoint]])
    }

    /// Once in a collection.
    let id: String
    let geometry: Geometry
    let properties: [(String, JSONValue)]

    /// Positions that belong together, to be bounded.
    var parts: [[GeoPoint]] {
        switch geometry {
        case .point(let point): [[point]]
        case .lines(let lines): lines
        }
    }

    var value: JSONValue {
        [
            "type": "Feature", "id": .string(id), "geometry": geometry.value,
            "properties": .object(properties),
        ]
    }
}

extension GeoFeature.Geometry {
    /// The shortest way from one position to another, as lines that a flat map can draw; a point where
    /// both are one.
    init(from start: GeoPoint, to end: GeoPoint) {
        let parts = GreatCircle.parts(from: start, to: end).map(Self.distinct)
        // A way that only touches the 180th meridian leaves a part without length behind it.
        let lines = parts.filter { $0.count > 1 }
        self = lines.isEmpty ? .point(start) : .lines(lines)
    }

    /// Without positions that are written like the one before them.
    private static func distinct(_ points: [GeoPoint]) -> [GeoPoint] {
        points.reduce(into: []) { kept, point in
            if kept.last?.written != point.written { kept.append(point) }
        }
    }

    fileprivate var value: JSONValue {
        switch self {
        case .point(let point): ["type": "Point", "coordinates": point.position]
        case .lines(let lines):
            lines.count == 1
                ? ["type": "LineString", "coordinates": Self.positions(lines[0])]
                : [
                    "type": "MultiLineString",
                    "coordinates": .array(lines.map(Self.positions)),
                ]
        }
    }

    private static func positions(_ points: [GeoPoint]) -> JSONValue {
        .array(points.map(\.position))
    }
}

extension GeoPoint {
    /// Longitude and latitude to six decimals, 11 cm: more would pretend.
    var written: [Double] { [longitude, latitude].map { ($0 * 1e6).rounded() / 1e6 } }

    fileprivate var position: JSONValue { .array(written.map(JSONValue.number)) }
}
