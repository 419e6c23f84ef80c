import Typesetting

/// The geometry of a bar chart: labels, bars, totals, axis.
struct BarDrawing {
    private let chart: BarChart
    private let width: Double
    /// Whether labels stand above their bars, for lack of room beside them.
    private let isNarrow: Bool
    private let ticks: AxisTicks
    private let scale: AxisScale

    private static let rowHeight: Double = 24
    /// With the label above the bar.
    private static let narrowRowHeight: Double = 38
    private static let narrowLabelHeight: Double = 16
    private static let headingHeight: Double = 26

    init(chart: BarChart, width: Double) {
        let labels = chart.bars.map { TextMeasure.width($0.label, .body) }.max() ?? 0
        let figures = chart.bars.map { TextMeasure.width(Self.total($0, chart), .small) }
        let isNarrow = width < 440
        let start = isNarrow ? 0 : min(labels, 0.35 * width) + 10
        let end = width - (figures.max() ?? 0) - 8
        let extents = chart.bars.flatMap { BarChart.extents($0.values).compactMap { $0 } }
        let limit = AxisDrawing.horizontalLimit(end - start)
        self.chart = chart
        self.width = width
        self.isNarrow = isNarrow
        ticks = chart.axis.ticks(extents.flatMap { [$0.start, $0.end] }, atMost: limit)
        scale = ticks.scale(from: start, to: end)
    }

    var drawing: ChartDrawing {
        var rows: [SVGElement] = []
        var y = 0.0
        var next = chart.bars[...]
        while let first = next.first {
            let group = next.prefix { $0.group == first.group }
            next = next.dropFirst(group.count)
            if let heading = first.group {
                let text = TextMeasure.truncated(heading, to: width, .heading)
                rows.append(.text(text, baseline: PlanePoint(0, y + 17), .heading))
                y += Self.headingHeight
            }
            let height = isNarrow ? Self.narrowRowHeight : Self.rowHeight
            let bands = BandScale(
                count: group.count, start: y, end: y + height * Double(group.count))
            rows += zip(group, 0...).map { row($0, bands, $1) }
            y = bands.end
        }
        let plot = Box(minX: scale.start, minY: 0, width: scale.end - scale.start, height: y)
        let axis = AxisDrawing.horizontal(ticks, scale, plot: plot, width: width)
        let zero = SVGElement.line(
            from: PlanePoint(scale.position(0), 0), to: PlanePoint(scale.position(0), y),
            stroke: .axis)
        return ChartDrawing(
            elements: axis + rows + [zero], height: y + AxisDrawing.horizontalHeight)
    }

    private static func total(_ bar: BarChart.Bar, _ chart: BarChart) -> String {
        NumberText.text(BarChart.sum(bar.values), in: chart.axis.unit)
    }

    private func row(_ bar: BarChart.Bar, _ bands: BandScale, _ index: Int) -> SVGElement {
        var top = bands.position(index)
        var thickness = bands.thickness
        var label = PlanePoint(scale.start - 8, top + thickness / 2)
        if isNarrow {
            label = PlanePoint(0, top + Self.narrowLabelHeight / 2)
            top += Self.narrowLabelHeight
            thickness -= Self.narrowLabelHeight
        }
        let room = isNarrow ? width : scale.start - 10
        let name = TextMeasure.truncated(bar.label, to: room, .body)
        let extents = BarChart.extents(bar.values)
        var children = [SVGElement.tooltip(tooltip(bar))]
        children.append(.text(name, middle: label, anchor: isNarrow ? .start : .end))
        for (extent, role) in zip(extents, PaletteRole.series) {
            guard let extent, extent.start != extent.end else { continue }
            let (from, to) = (scale.position(extent.start), scale.position(extent.end))
            let box = Box(
                minX: min(from, to), minY: top, width: (to - from).magnitude, height: thickness)
            // Neighbours are told apart by a line in the colour of the background.
            children.append(
                .rectangle(box, fill: role).with("stroke", .paint(.surface))
                    .with("stroke-width", 0.5))
        }
        let end = extents.compactMap { $0?.end }.max() ?? 0
        let middle = PlanePoint(scale.position(max(0, end)) + 6, top + thickness / 2)
        children.append(.text(Self.total(bar, chart), middle: middle, .small, fill: .muted))
        return .group(children)
    }

    private func tooltip(_ bar: BarChart.Bar) -> String {
        let figures = zip(chart.series, bar.values).map { name, value in
            "\(name) \(NumberText.text(value, in: chart.axis.unit))"
        }
        let name = bar.group.map { "\($0), \(bar.label)" } ?? bar.label
        let all = figures.count > 1 ? figures + ["total \(Self.total(bar, chart))"] : figures
        return "\(name): " + all.joined(separator: ", ")
    }
}
