/// Puts title, legend, drawing and source below each other and names them for screen readers.
struct ChartFrame {
    let chart: any Chart
    let width: Double

    private static let margin: Double = 12

    init(chart: some Chart, width: Double) {
        self.chart = chart
        self.width = max(240, width)
    }

    func element(style: SVGElement? = nil) -> SVGElement {
        let inner = width - 2 * Self.margin
        var y = Self.margin
        var content: [SVGElement] = []

        func add(_ lines: [String], _ style: TextStyle, _ fill: PaletteRole) {
            for line in lines {
                let baseline = PlanePoint(Self.margin, y + style.size)
                content.append(.text(line, baseline: baseline, style, fill: fill))
                y += style.lineHeight
            }
        }
        func add(_ elements: [SVGElement], height: Double) {
            content.append(.group(right: Self.margin, down: y, elements))
            y += height
        }

        add(TextMeasure.lines(chart.caption.title, width: inner, .title), .title, .text)
        y += 6
        let legend = LegendDrawing(chart.legend, width: inner)
        if legend.height > 0 { add(legend.elements, height: legend.height + 6) }
        let drawing = chart.drawing(width: inner)
        add(drawing.elements, height: drawing.height)
        y += 6
        add(TextMeasure.lines(chart.caption.source, width: inner, .small), .small, .muted)
        return root(height: (y + Self.margin).rounded(.up), style: style, content)
    }

    private func root(height: Double, style: SVGElement?, _ content: [SVGElement]) -> SVGElement {
        // A page may hold the same chart in several widths.
        let id = SVGText.identifier("\(chart.caption.id)-\(SVGNumber.text(width))")
        let size = "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))"
        let names = [
            SVGElement("title", ["id": "\(id)-title"], text: chart.caption.title),
            SVGElement("desc", ["id": "\(id)-desc"], text: chart.caption.description),
        ]
        let background = SVGElement.rectangle(
            Box(minX: 0, minY: 0, width: width, height: height), fill: .surface)
        return SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "id": "\(id)",
                "role": chart.isInteractive ? "group" : "img",
                "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-desc",
                "viewBox": .text(size), "width": .number(width), "height": .number(height),
                "font-family": .text(ChartStyle.fonts),
            ], names + [style, background].compactMap { $0 } + content)
    }
}
