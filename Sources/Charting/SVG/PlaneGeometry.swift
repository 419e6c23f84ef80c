/// A point of a drawing, in pixels from its upper left corner: x to the right, y down.
struct PlanePoint: Sendable, Equatable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    func distance(to other: PlanePoint) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// An upright rectangle of a drawing, in pixels.
struct Box: Sendable, Equatable {
    var minX: Double
    var minY: Double
    /// Zero or more.
    var width: Double
    /// Zero or more.
    var height: Double

    var maxX: Double { minX + width }
    var maxY: Double { minY + height }

    /// The square around a circle.
    static func around(_ centre: PlanePoint, radius: Double) -> Box {
        Box(
            minX: centre.x - radius, minY: centre.y - radius, width: 2 * radius, height: 2 * radius)
    }

    /// Whether the two share an area; touching edges don't count.
    func intersects(_ other: Box) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    func contains(_ other: Box) -> Bool {
        minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
    }

    /// The point inside or on the border that is nearest to another.
    func nearest(to point: PlanePoint) -> PlanePoint {
        PlanePoint(min(max(point.x, minX), maxX), min(max(point.y, minY), maxY))
    }
}
