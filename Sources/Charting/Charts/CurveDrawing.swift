import Typesetting

/// The geometry of a curve chart: axes, lines, points, labels.
struct CurveDrawing {
    /// A point with its place.
    private struct Spot {
        let point: CurveChart.Point
        let place: PlanePoint
        let role: PaletteRole

        var radius: Double { point.isMarked ? 7 : 3.5 }
    }

    private let chart: CurveChart
    private let plot: PlotArea

    init(chart: CurveChart, width: Double) {
        let points = chart.series.flatMap(\.points).filter { Self.isDrawn($0, chart) }
        self.chart = chart
        plot = PlotArea(
            x: (chart.x, points.map(\.x)), y: (chart.y, points.map(\.y)), width: width)
    }

    var drawing: ChartDrawing {
        let spots = chart.series.indices.map {
            placed(chart.series[$0], in: PaletteRole.series($0))
        }
        let lines = zip(chart.series, spots).filter(\.0.isLine).map(\.1)
        let all = spots.flatMap { $0 }
        let elements = plot.axes + lines.compactMap(line) + all.map(dot)
        return ChartDrawing(elements: elements + labels(all, lines), height: plot.height)
    }

    private static func isDrawn(_ point: CurveChart.Point, _ chart: CurveChart) -> Bool {
        chart.x.holds(point.x) && chart.y.holds(point.y)
    }

    private func placed(_ series: CurveChart.Series, in role: PaletteRole) -> [Spot] {
        series.points.filter { Self.isDrawn($0, chart) }.map {
            Spot(point: $0, place: plot.position($0.x, $0.y), role: role)
        }
    }

    private func line(_ spots: [Spot]) -> SVGElement? {
        guard spots.count > 1, let role = spots.first?.role else { return nil }
        var path = SVGPath()
        path.addLine(through: spots.map(\.place))
        return path.stroked(role, width: 2)
    }

    private func dot(_ spot: Spot) -> SVGElement {
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
        children.append(.circle(spot.place, radius: 3.5, fill: spot.role))
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
        let dots = spots.map { Box.around($0.place, radius: $0.radius) }
        let placer = LabelPlacer(
            bounds: Box(
                minX: plot.box.minX, minY: plot.box.minY - 8, width: plot.box.width + 8,
                height: plot.box.height + 8),
            obstacles: dots + lines.flatMap(Self.covers))
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
