extension SVGElement {
    /// An upright rectangle filled as its series is.
    static func area(_ box: Box, _ look: SeriesLook) -> [SVGElement] {
        switch look.texture {
        case .solid:
            // Neighbours are told apart by a line in the colour of the background.
            return [
                .rectangle(box, fill: look.role).with("stroke", .paint(.surface))
                    .with("stroke-width", 0.5)
            ]
        case .hatched(let direction):
            return [outline(box, look.role)] + hatching(box, direction, look.role)
        case .hollow: return [outline(box, look.role)]
        }
    }

    private static func outline(_ box: Box, _ role: PaletteRole) -> SVGElement {
        .rectangle(box, fill: .surface).with("stroke", .paint(role)).with("stroke-width", 1)
    }

    private static func hatching(
        _ box: Box, _ direction: HatchDirection, _ role: PaletteRole
    ) -> [SVGElement] {
        var path = CompactPath()
        for line in HatchLines(box: box, direction: direction).segments {
            path.addLine(through: [line.start, line.end])
        }
        return path.data.isEmpty ? [] : [path.stroked(role, width: 1.5)]
    }
}

/// Parallel lines cut off at the edges of a rectangle.
///
/// They stand at multiples of one distance from the drawing's corner, so that those of neighbouring
/// rectangles meet. Cut here rather than by a pattern of SVG, they need no id.
struct HatchLines {
    let segments: [(start: PlanePoint, end: PlanePoint)]

    /// Between lines along the horizontal, in pixels.
    static let spacing: Double = 6

    init(box: Box, direction: HatchDirection) {
        switch direction {
        case .upright:
            segments = Self.multiples(from: box.minX, to: box.maxX).map {
                (PlanePoint($0, box.minY), PlanePoint($0, box.maxY))
            }
        case .rising:
            // x + y is the same all along a line.
            segments = Self.multiples(from: box.minX + box.minY, to: box.maxX + box.maxY).map {
                let left = max(box.minX, $0 - box.maxY)
                let right = min(box.maxX, $0 - box.minY)
                return (PlanePoint(left, $0 - left), PlanePoint(right, $0 - right))
            }
        case .falling:
            // x - y is the same all along a line.
            segments = Self.multiples(from: box.minX - box.maxY, to: box.maxX - box.minY).map {
                let left = max(box.minX, $0 + box.minY)
                let right = min(box.maxX, $0 + box.maxY)
                return (PlanePoint(left, left - $0), PlanePoint(right, right - $0))
            }
        }
    }

    /// Multiples of the spacing strictly between two numbers.
    private static func multiples(from low: Double, to high: Double) -> [Double] {
        let first = (low / spacing).rounded(.down) + 1
        return Array(stride(from: first * spacing, to: high, by: spacing))
    }
}
