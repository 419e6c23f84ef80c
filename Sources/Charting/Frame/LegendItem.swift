/// What one colour or shape of a chart means.
public struct LegendItem: Sendable, Equatable {
    /// The shape drawn before the words.
    public enum Swatch: Sendable, Equatable {
        case square
        case line
        case dot
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

    /// Series in the order of their colours.
    static func series(_ names: [String], _ swatch: Swatch) -> [LegendItem] {
        zip(names, PaletteRole.series).map { LegendItem($0, swatch, $1) }
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
            elements.append(Self.swatch(item, middle))
            elements.append(.text(label, middle: PlanePoint(x + Self.indent, middle.y)))
            x += size + Self.gap
        }
        self.elements = elements
        height = items.isEmpty ? 0 : (line + 1) * Self.lineHeight
    }

    private static func swatch(_ item: LegendItem, _ middle: PlanePoint) -> SVGElement {
        let centre = PlanePoint(middle.x + 6, middle.y)
        switch item.swatch {
        case .square: return .rectangle(.around(centre, radius: 6), fill: item.role)
        case .dot: return .circle(centre, radius: 4.5, fill: item.role)
        case .ring:
            return .circle(centre, radius: 4.5, fill: .surface)
                .with("stroke", .paint(item.role)).with("stroke-width", 1.5)
        case .line:
            let end = PlanePoint(middle.x + 13, middle.y)
            return .line(from: middle, to: end, stroke: item.role, width: 2.5)
        }
    }
}
