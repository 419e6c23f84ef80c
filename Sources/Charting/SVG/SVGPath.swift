/// The outline of a shape as the `d` attribute of a path.
struct SVGPath: Equatable {
    private(set) var data = ""

    /// Starts a new part.
    mutating func move(to point: PlanePoint) { append("M", [point.x, point.y]) }

    /// A straight line from where the path is.
    mutating func line(to point: PlanePoint) { append("L", [point.x, point.y]) }

    /// An arc of a circle, clockwise, in pixels.
    mutating func arc(to point: PlanePoint, radius: Double, isLarge: Bool) {
        append("A", [radius, radius, 0, isLarge ? 1 : 0, 1, point.x, point.y])
    }

    /// Back to the start of the part.
    mutating func close() { data += "Z" }

    /// A part through all points, in order; nothing for fewer than two.
    mutating func addLine(through points: [PlanePoint]) {
        guard points.count > 1 else { return }
        move(to: points[0])
        for point in points.dropFirst() { line(to: point) }
    }

    /// A closed part through points, of which those nearer than `spacing` pixels to the last one
    /// kept are left out; nothing where fewer than three remain.
    mutating func addRing(_ points: [PlanePoint], spacing: Double) {
        var kept: [PlanePoint] = []
        for point in points {
            if let last = kept.last, last.distance(to: point) < spacing { continue }
            kept.append(point)
        }
        guard kept.count > 2 else { return }
        addLine(through: kept)
        close()
    }

    /// The path filled and without a stroke.
    func filled(_ fill: PaletteRole) -> SVGElement {
        SVGElement("path", ["d": .text(data), "fill": .paint(fill)])
    }

    /// The path as a line without a fill; `width` in pixels.
    func stroked(_ stroke: PaletteRole, width: Double) -> SVGElement {
        SVGElement(
            "path",
            [
                "d": .text(data), "fill": "none", "stroke": .paint(stroke),
                "stroke-width": .number(width), "stroke-linejoin": "round",
            ])
    }

    private mutating func append(_ command: String, _ numbers: [Double]) {
        data += command + numbers.map(SVGNumber.text).joined(separator: ",")
    }
}
