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
    /// Keeps labels off the line of the axis.
    private static let narrowIndent: Double = 4
    private static let headingHeight: Double = 26

    init(chart: BarChart, width: Double) {
        let labels = chart.bars.map { TextMeasure.width($0.label, .body) }.max() ?? 0
        let isNarrow = width < 440
        let start = isNarrow ? 0 : min(labels, 0.35 * width) + 10
        let extents = chart.bars.flatMap { BarChart.extents($0.values).compactMap { $0 } }
        let ticks = chart.axis.ticks(
            extents.flatMap { [$0.start, $0.end] },
            atMost: AxisDrawing.horizontalLimit(width - start))
        let figures = chart.bars.map { TextMeasure.width(Self.total($0, ticks), .small) }
        let end = width - (figures.max() ?? 0) - 8
        self.chart = chart
        self.width = width
        self.isNarrow = isNarrow
        self.ticks = ticks
        scale = ticks.scale(from: start, to: max(start + 40, end))
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

    /// In the axis's unit, so that all of them compare.
    private static func total(_ bar: BarChart.Bar, _ ticks: AxisTicks) -> String {
        BarChart.sum(bar.values).map(ticks.figure) ?? NumberText.missing
    }

    private func row(_ bar: BarChart.Bar, _ bands: BandScale, _ index: Int) -> SVGElement {
        var top = bands.position(index)
        var thickness = bands.thickness
        var label = PlanePoint(scale.start - 8, top + thickness / 2)
        if isNarrow {
            label = PlanePoint(Self.narrowIndent, top + Self.narrowLabelHeight / 2)
            top += Self.narrowLabelHeight
            thickness -= Self.narrowLabelHeight
        }
        let room = isNarrow ? width - Self.narrowIndent : scale.start - 10
        let name = TextMeasure.truncated(bar.label, to: room, .body)
        let extents = BarChart.extents(bar.values)
        var children = [SVGElement.tooltip(tooltip(bar))]
        children.append(.text(name, middle: label, anchor: isNarrow ? .start : .end))
        for (extent, look) in zip(extents, chart.looks) {
            guard let extent, extent.start != extent.end else { continue }
            let (from, to) = (scale.position(extent.start), scale.position(extent.end))
            let box = Box(
                minX: min(from, to), minY: top, width: (to - from).magnitude, height: thickness)
            children += SVGElement.area(box, look)
            children += figure(extent.end - extent.start, in: box, look)
        }
        let end = extents.compactMap { $0?.end }.max() ?? 0
        let middle = PlanePoint(scale.position(max(0, end)) + 6, top + thickness / 2)
        children.append(.text(Self.total(bar, ticks), middle: middle, .small))
        return .group(children)
    }

    /// A part's own figure, where the part is one of several and wide enough.
    private func figure(_ value: Double, in box: Box, _ look: SeriesLook) -> [SVGElement] {
        let text = ticks.figure(value)
        guard chart.series.count > 1, box.width >= TextMeasure.width(text, .small) + 8 else {
            return []
        }
        let middle = PlanePoint(box.minX + box.width / 2, box.minY + box.height / 2)
        if case .solid(let onIt) = look.texture {
            return [.text(text, middle: middle, .small, anchor: .middle, fill: onIt)]
        }
        let size = TextMeasure.width(text, .small) + 6
        let plate = Box(
            minX: middle.x - size / 2, minY: box.minY + 1, width: size, height: box.height - 2)
        return [
            .rectangle(plate, fill: .surface),
            .text(text, middle: middle, .small, anchor: .middle),
        ]
    }

    private func tooltip(_ bar: BarChart.Bar) -> String {
        let figures = zip(chart.series, bar.values).map { name, value in
            "\(name) \(NumberText.text(value, in: chart.axis.unit))"
        }
        let name = bar.group.map { "\($0), \(bar.label)" } ?? bar.label
        let total = NumberText.text(BarChart.sum(bar.values), in: chart.axis.unit)
        let all = figures.count > 1 ? figures + ["total \(total)"] : figures
        return "\(name): " + all.joined(separator: ", ")
    }
}
