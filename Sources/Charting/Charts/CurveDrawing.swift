import Typesetting

/// The geometry of a curve chart: axes, lines, points, labels.
struct CurveDrawing {
    /// A point with its place.
    private struct Spot {
        let point: CurveChart.Point
        let place: PlanePoint
        let look: SeriesLook
        let hasMarker: Bool

        /// How far what is drawn reaches, in pixels.
        var radius: Double { point.isMarked ? 8 : hasMarker ? 5 : 1 }
    }

    /// A line through more points shows markers at those alone that are marked or have a label.
    private static let mostMarkers = 60

    private let chart: CurveChart
    private let plot: PlotArea

    init(chart: CurveChart, width: Double) {
        let points = chart.series.flatMap(\.points).filter { Self.isDrawn($0, chart) }
        self.chart = chart
        plot = PlotArea(
            x: (chart.x, points.map(\.x)), y: (chart.y, points.map(\.y)), width: width)
    }

    var drawing: ChartDrawing {
        let spots = chart.series.indices.map { placed(chart.series[$0], SeriesLook.at($0)) }
        let lines = zip(chart.series, spots).filter(\.0.isLine).map(\.1)
        let all = spots.flatMap { $0 }
        // The marked ones last, so that nothing covers them.
        let dots = (all.filter { !$0.point.isMarked } + all.filter(\.point.isMarked)).compactMap(
            dot)
        let elements = plot.axes + lines.compactMap(line) + dots
        return ChartDrawing(elements: elements + labels(all, lines), height: plot.height)
    }

    private static func isDrawn(_ point: CurveChart.Point, _ chart: CurveChart) -> Bool {
        chart.x.holds(point.x) && chart.y.holds(point.y)
    }

    private func placed(_ series: CurveChart.Series, _ look: SeriesLook) -> [Spot] {
        let isSparse = !series.isLine || series.points.count <= Self.mostMarkers
        return series.points.filter { Self.isDrawn($0, chart) }.map { point in
            Spot(
                point: point, place: plot.position(point.x, point.y), look: look,
                hasMarker: isSparse || point.isMarked || !point.label.isEmpty)
        }
    }

    private func line(_ spots: [Spot]) -> SVGElement? {
        guard let look = spots.first?.look else { return nil }
        var path = CompactPath()
        path.addLine(through: spots.map(\.place).simplified(tolerance: 0.2))
        guard !path.data.isEmpty else { return nil }
        return path.stroked(look.role, width: 2).with("stroke-linejoin", "round")
            .with("stroke-dasharray", look.dashes.map(SVGValue.text))
    }

    private func dot(_ spot: Spot) -> SVGElement? {
        guard spot.hasMarker else { return nil }
        let x = NumberText.text(spot.point.x, in: chart.x.unit)
        let y = NumberText.text(spot.point.y, in: chart.y.unit)
        let figures = "\(chart.x.title) \(x), \(chart.y.title) \(y)"
        let name = spot.point.label.isEmpty ? figures : "\(spot.point.label): \(figures)"
        var children = [SVGElement.tooltip(name)]
        if spot.point.isMarked {
            children.append(
                .circle(spot.place, radius: spot.radius, fill: .surface)
                    .with("stroke", .paint(.text)).with("stroke-width", 2))
        }
        children.append(.marker(spot.look.marker, at: spot.place, fill: spot.look.role))
        return .group(children)
    }

    private func labels(_ spots: [Spot], _ lines: [[Spot]]) -> [SVGElement] {
        let requests = spots.enumerated().map { index, spot in
            LabelRequest(
                text: spot.point.label, anchor: spot.place, clearance: spot.radius,
                // After the marked one, those that come first.
                priority: spot.point.isMarked ? 1 : -Double(index),
                style: spot.point.isMarked ? .heading : .small)
        }
        let dots = spots.filter(\.hasMarker).map { Box.around($0.place, radius: $0.radius) }
        let placer = LabelPlacer(
            bounds: Box(
                minX: plot.box.minX, minY: plot.box.minY - 8, width: plot.box.width + 8,
                height: plot.box.height + 8),
            obstacles: dots + lines.flatMap(Self.covers), detours: [0, 12, 26])
        return SVGElement.labels(placer.place(requests), of: requests, halo: .surface)
    }

    /// Small boxes along a line, so that labels keep off it.
    private static func covers(_ line: [Spot]) -> [Box] {
        zip(line, line.dropFirst()).flatMap { start, end in
            let steps = max(1, Int(start.place.distance(to: end.place) / 4))
            return (0...steps).map { step in
                let t = Double(step) / Double(steps)
                let x = start.place.x + t * (end.place.x - start.place.x)
                let y = start.place.y + t * (end.place.y - start.place.y)
                return Box.around(PlanePoint(x, y), radius: 1.5)
            }
        }
    }
}
