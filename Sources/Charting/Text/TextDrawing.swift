/// Which part of a line of text stands at its position.
enum TextAnchor: String {
    case start
    case middle
    case end
}

extension SVGElement {
    /// A line of text; `baseline` is a point of it, as the anchor says which.
    ///
    /// - Parameter halo: A border in this colour keeps the letters readable on top of lines.
    static func text(
        _ text: String, baseline: PlanePoint, _ style: TextStyle = .body,
        anchor: TextAnchor = .start, fill: PaletteRole = .text, halo: PaletteRole? = nil
    ) -> SVGElement {
        var element = SVGElement(
            "text",
            [
                "x": .number(baseline.x), "y": .number(baseline.y), "fill": .paint(fill),
                "font-size": .number(style.size),
            ], text: text)
        if style.isBold { element = element.with("font-weight", "600") }
        if anchor != .start { element = element.with("text-anchor", .text(anchor.rawValue)) }
        guard let halo else { return element }
        return element.with("stroke", .paint(halo)).with("stroke-width", 3)
            .with("stroke-linejoin", "round").with("paint-order", "stroke")
    }

    /// A line of text whose letters are centred on a height.
    static func text(
        _ text: String, middle: PlanePoint, _ style: TextStyle = .body,
        anchor: TextAnchor = .start, fill: PaletteRole = .text, halo: PaletteRole? = nil
    ) -> SVGElement {
        let baseline = PlanePoint(middle.x, middle.y + style.baselineDrop)
        return .text(
            text, baseline: baseline, style, anchor: anchor, fill: fill, halo: halo)
    }
}
