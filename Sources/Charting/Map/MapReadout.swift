/// The line below a map that says in words what the site under the pointer or focus is.
///
/// Sites bring their own text for it and show it in turn, each on a background that covers what
/// else stands there; so it needs no script.
struct MapReadout {
    private let width: Double
    private let top: Double
    private let lines: Int

    private static let style = TextStyle.small

    /// Room for the longest of some texts, from `top` on, in pixels.
    init(_ texts: [String], width: Double, top: Double) {
        self.width = width
        self.top = top
        lines = texts.map { TextMeasure.lines($0, width: width, Self.style).count }.max() ?? 0
    }

    /// In pixels.
    var height: Double { Double(lines) * Self.style.lineHeight }

    /// What stands there as long as no site shows its text; not on paper or in a picture.
    func hint(_ text: String) -> SVGElement {
        SVGElement("g", ["class": "chart-hint"], drawn(text))
    }

    /// A site's text, hidden until the site is pointed at.
    func text(_ text: String) -> SVGElement {
        let background = SVGElement.rectangle(
            Box(minX: 0, minY: top, width: width, height: height), fill: .surface)
        return SVGElement("g", ["class": "chart-readout"], [background] + drawn(text))
    }

    private func drawn(_ text: String) -> [SVGElement] {
        TextMeasure.lines(text, width: width, Self.style).prefix(lines).enumerated().map {
            let baseline = PlanePoint(
                0, top + Double($0.offset) * Self.style.lineHeight + Self.style.size)
            return .text($0.element, baseline: baseline, Self.style)
        }
    }
}
