/// The part of the world that a map shows and where positions stand in it.
///
/// From the north pole to 58° south: no market or site lies beyond, and without Antarctica the rest
/// is larger.
struct MapFrame {
    /// In pixels.
    let width: Double
    /// In pixels.
    let height: Double
    private let scale: Double
    private let top: Double

    /// The latitude of the lower edge, in degrees.
    static let southernLimit: Double = -58

    /// How far a coast may be off, in pixels.
    private static let coastTolerance: Double = 0.3

    init(width: Double) {
        let east = EqualEarth.project(GeoPoint(latitude: 0, longitude: 180)).x
        let top = EqualEarth.project(GeoPoint(latitude: 90, longitude: 0)).y
        let low = EqualEarth.project(GeoPoint(latitude: Self.southernLimit, longitude: 0)).y
        self.width = width
        self.top = top
        scale = width / (2 * east)
        height = (top - low) * scale
    }

    func place(_ point: GeoPoint) -> PlanePoint {
        let projected = EqualEarth.project(point)
        return PlanePoint(width / 2 + projected.x * scale, (top - projected.y) * scale)
    }

    /// The outline of the world down to the lower edge.
    var outline: SVGPath {
        let latitudes = Array(stride(from: Self.southernLimit, through: 90, by: 2))
        let east = latitudes.map { place(GeoPoint(latitude: $0, longitude: 180)) }
        let west = latitudes.reversed().map { place(GeoPoint(latitude: $0, longitude: -180)) }
        var path = SVGPath()
        path.addRing(east + west, spacing: 0)
        return path
    }

    /// Land that reaches north of the lower edge; lakes are rings inside others.
    func land(_ rings: [[GeoPoint]]) -> SVGElement {
        var path = CompactPath()
        for ring in rings where ring.contains(where: { $0.latitude > Self.southernLimit }) {
            let outline = ring.map(place) + ring.prefix(1).map(place)
            path.addRing(outline.simplified(tolerance: Self.coastTolerance))
        }
        return SVGElement(
            "path",
            [
                "d": .text(path.data), "fill": .paint(.land), "fill-rule": "evenodd",
                "stroke": .paint(.coast), "stroke-width": 0.6, "stroke-linejoin": "round",
            ])
    }
}
