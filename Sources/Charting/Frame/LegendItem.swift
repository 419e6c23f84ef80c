/// What one colour or shape of a chart means.
public struct LegendItem: Sendable, Equatable {
    /// What is drawn before the words.
    public enum Swatch: Sendable, Equatable {
        /// A small area.
        case area(AreaTexture)
        /// A piece of a line; the dashes as `stroke-dasharray` wants them.
        case line(dashes: String?)
        /// A point.
        case marker(MarkerShape)
        /// A dot, its radius in pixels.
        case dot(radius: Double)
        /// A dot without a fill.
        case ring
    }

    public var label: String
    public var swatch: Swatch
    public var role: PaletteRole

    init(_ label: String, _ swatch: Swatch, _ role: PaletteRole) {
        self.label = label
        self.swatch = swatch
        self.role = role
    }

    /// An area that looks as those of a series.
    init(_ label: String, area look: SeriesLook) {
        self.init(label, .area(look.texture), look.role)
    }
}

/// Legend items in lines, from left to right.
struct LegendDrawing {
    let elements: [SVGElement]
    /// In pixels; zero without items.
    let height: Double

    private static let lineHeight: Double = 20
    /// From the start of a swatch to that of its words.
    private static let indent: Double = 18
    private static let gap: Double = 16

    init(_ items: [LegendItem], width: Double) {
        var elements: [SVGElement] = []
        var (x, line) = (0.0, 0.0)
        for item in items {
            let label = TextMeasure.truncated(item.label, to: width - Self.indent, .body)
            let size = Self.indent + TextMeasure.width(label, .body)
            if x > 0, x + size > width { (x, line) = (0, line + 1) }
            let middle = PlanePoint(x, line * Self.lineHeight + Self.lineHeight / 2)
            elements += Self.swatch(item, middle)
            elements.append(.text(label, middle: PlanePoint(x + Self.indent, middle.y)))
            x += size + Self.gap
        }
        self.elements = elements
        height = items.isEmpty ? 0 : (line + 1) * Self.lineHeight
    }

    private static func swatch(_ item: LegendItem, _ middle: PlanePoint) -> [SVGElement] {
        let centre = PlanePoint(middle.x + 6, middle.y)
        switch item.swatch {
        case .area(let texture):
            let look = SeriesLook(role: item.role, marker: .circle, dashes: nil, texture: texture)
            return SVGElement.area(.around(centre, radius: 6), look)
        case .marker(let shape): return [.marker(shape, at: centre, fill: item.role)]
        case .dot(let radius): return [.circle(centre, radius: radius, fill: item.role)]
        case .ring:
            return [
                .circle(centre, radius: 4.5, fill: .surface)
                    .with("stroke", .paint(item.role)).with("stroke-width", 1.5)
            ]
        case .line(let dashes):
            let (start, end) = (
                PlanePoint(middle.x - 1, middle.y), PlanePoint(middle.x + 13, middle.y)
            )
            return [
                .line(from: start, to: end, stroke: item.role, width: 2.5)
                    .with("stroke-dasharray", dashes.map(SVGValue.text))
            ]
        }
    }
}
