extension SVGElement {
    /// A point in the shape of its series, of about the same area in each.
    static func marker(_ shape: MarkerShape, at centre: PlanePoint, fill: PaletteRole) -> SVGElement
    {
        switch shape {
        case .circle: return .circle(centre, radius: MarkerShape.radius, fill: fill)
        case .square:
            return .rectangle(.around(centre, radius: MarkerShape.radius * 0.9), fill: fill)
        case .triangle: return polygon([(0, -1.3), (1.2, 0.9), (-1.2, 0.9)], centre).filled(fill)
        case .diamond:
            return polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)], centre).filled(fill)
        case .cross:
            var path = SVGPath()
            let arm = MarkerShape.radius
            path.addLine(
                through: [
                    PlanePoint(centre.x - arm, centre.y - arm),
                    PlanePoint(centre.x + arm, centre.y + arm),
                ])
            path.addLine(
                through: [
                    PlanePoint(centre.x - arm, centre.y + arm),
                    PlanePoint(centre.x + arm, centre.y - arm),
                ])
            return path.stroked(fill, width: 2.5)
        }
    }

    /// A closed outline of corners, in radii of a marker from its centre.
    private static func polygon(_ corners: [(Double, Double)], _ centre: PlanePoint) -> SVGPath {
        var path = SVGPath()
        path.addLine(
            through: corners.map {
                PlanePoint(
                    centre.x + $0.0 * MarkerShape.radius, centre.y + $0.1 * MarkerShape.radius)
            })
        path.close()
        return path
    }
}

extension MarkerShape {
    /// Of a circle, in pixels; no shape reaches further than 1.3 times that.
    static let radius: Double = 4
}
