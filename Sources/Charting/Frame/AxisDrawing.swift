/// Axes with their ticks, labels, lines across the plot and titles.
enum AxisDrawing {
    /// What a horizontal axis takes below the plot, in pixels.
    static let horizontalHeight: Double = 44
    /// What the title of a vertical axis takes above the plot, in pixels.
    static let verticalTitleHeight: Double = 24
    /// Between the labels of a vertical axis and the plot, in pixels.
    static let labelGap: Double = 8

    /// How many ticks of a horizontal axis have room in so many pixels.
    static func horizontalLimit(_ width: Double) -> Int { min(9, max(3, Int(width / 50))) }

    /// An axis along the bottom of a plot.
    ///
    /// - Parameters:
    ///   - plot: What the lines at ticks cross.
    ///   - width: Of the drawing: labels stay within 0…width.
    static func horizontal(
        _ ticks: AxisTicks, _ scale: AxisScale, plot: Box, width: Double
    ) -> [SVGElement] {
        var elements: [SVGElement] = []
        var freeFrom = -Double.infinity
        for (value, label) in zip(ticks.values, ticks.labels) {
            let x = scale.position(value)
            elements.append(
                .line(
                    from: PlanePoint(x, plot.minY), to: PlanePoint(x, plot.maxY), stroke: .grid))
            let size = TextMeasure.width(label, .small)
            let middle = min(max(x, size / 2), width - size / 2)
            // On a logarithmic axis ticks may be closer than their labels.
            guard middle - size / 2 >= freeFrom else { continue }
            freeFrom = middle + size / 2 + 6
            elements.append(
                .text(
                    label, baseline: PlanePoint(middle, plot.maxY + 18), .small, anchor: .middle,
                    fill: .muted))
        }
        let corner = PlanePoint(plot.minX, plot.maxY)
        elements.append(.line(from: corner, to: PlanePoint(plot.maxX, plot.maxY), stroke: .axis))
        let title = TextMeasure.truncated(ticks.title, to: width, .small)
        let start = min(plot.minX, width - TextMeasure.width(title, .small))
        elements.append(.text(title, baseline: PlanePoint(start, plot.maxY + 36), .small))
        return elements
    }

    /// An axis along the left of a plot, its title at the top of the drawing.
    static func vertical(
        _ ticks: AxisTicks, _ scale: AxisScale, plot: Box, width: Double
    ) -> [SVGElement] {
        var elements: [SVGElement] = []
        for (value, label) in zip(ticks.values, ticks.labels) {
            let y = scale.position(value)
            elements.append(
                .line(
                    from: PlanePoint(plot.minX, y), to: PlanePoint(plot.maxX, y), stroke: .grid))
            elements.append(
                .text(
                    label, middle: PlanePoint(plot.minX - labelGap, y), .small, anchor: .end,
                    fill: .muted))
        }
        let title = TextMeasure.truncated(ticks.title, to: width, .small)
        elements.append(.text(title, baseline: PlanePoint(0, 12), .small))
        return elements
    }
}
