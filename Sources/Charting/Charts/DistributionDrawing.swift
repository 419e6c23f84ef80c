import Typesetting

/// The geometry of a distribution: axes, bars or steps, marks with their labels above the plot.
struct DistributionDrawing {
    private let chart: DistributionChart
    private let bins: DistributionBins
    private let plot: PlotArea
    private let width: Double

    private static let markHeight: Double = 16

    init(chart: DistributionChart, width: Double) {
        let bins = DistributionBins(chart)
        let title = "Share of \(chart.weightName)"
        let isHistogram = chart.kind == .histogram
        let share = ChartAxis(
            isHistogram ? title : "\(title) at or below", unit: .share, includesZero: true)
        self.chart = chart
        self.bins = bins
        self.width = width
        plot = PlotArea(
            x: (chart.axis, bins.edges + chart.marks.map(\.value)),
            y: (share, isHistogram ? bins.shares : [1]), width: width,
            headroom: Self.markHeight
                * (Double(chart.marks.count + (bins.tail == nil ? 0 : 1)) + 0.5))
    }

    var drawing: ChartDrawing {
        let body = chart.kind == .histogram ? bars : [steps]
        let marks = chart.marks.enumerated().flatMap { mark($0.offset, $0.element) }
        return ChartDrawing(elements: plot.axes + body + marks + tail, height: plot.height)
    }

    private var bars: [SVGElement] {
        bins.shares.indices.filter { bins.shares[$0] > 0 }.map { index in
            let (low, high) = (bins.edges[index], bins.edges[index + 1])
            let corner = plot.position(low, bins.shares[index])
            let base = plot.position(high, 0)
            let from = NumberText.text(low, in: chart.axis.unit)
            let to = NumberText.text(high, in: chart.axis.unit)
            let share = NumberText.text(bins.shares[index], in: .share)
            let box = Box(
                minX: corner.x + 0.5, minY: corner.y, width: max(0.5, base.x - corner.x - 1),
                height: base.y - corner.y)
            let bar = SVGElement.rectangle(box, fill: .series1)
            return .group([.tooltip("\(from) to \(to): \(share) of \(chart.weightName)"), bar])
        }
    }

    /// What is beyond the classes, in words above all marks, which no line of a mark crosses.
    private var tail: [SVGElement] {
        guard let tail = bins.tail else { return [] }
        let unit = chart.axis.unit
        let share = NumberText.text(tail.share, in: .share, digits: 2)
        let words =
            "\(share) beyond \(NumberText.text(tail.from, in: unit)), "
            + "up to \(NumberText.text(tail.highest, in: unit))"
        let label = TextMeasure.truncated(words, to: plot.box.width, .small)
        let level = Double(chart.marks.count + 1)
        let middle = PlanePoint(plot.box.maxX, plot.box.minY - Self.markHeight * level)
        return [.text(label, middle: middle, .small, anchor: .end, fill: .muted)]
    }

    private var steps: SVGElement {
        var path = CompactPath()
        path.addLine(through: stepPoints)
        return path.stroked(.series1, width: 2).with("stroke-linejoin", "round")
    }

    /// The cumulative share, which rises at each value and is level between; values within half a
    /// pixel of each other rise together.
    var stepPoints: [PlanePoint] {
        let total = chart.samples.reduce(0) { $0 + $1.weight }
        var points = [plot.position(plot.x.domain.lowerBound, 0)]
        var sum = 0.0
        for sample in chart.samples {
            sum += sample.weight
            let place = plot.position(sample.value, min(1, sum / total))
            let previous = points[points.count - 1]
            if points.count > 1, place.x - previous.x < 0.5 {
                points[points.count - 1].y = place.y
            } else {
                points += [PlanePoint(place.x, previous.y), place]
            }
        }
        let end = plot.position(plot.x.domain.upperBound, 0)
        return points + [PlanePoint(end.x, points[points.count - 1].y)]
    }

    /// A broken line with its label on a level of its own, so that no two labels meet.
    private func mark(_ index: Int, _ mark: DistributionChart.Mark) -> [SVGElement] {
        let x = plot.x.position(mark.value)
        let last = chart.marks.count - 1 - index
        let middle = plot.box.minY - Self.markHeight * Double(last + 1)
        let (top, foot) = (PlanePoint(x, middle - 6), PlanePoint(x, plot.box.maxY))
        // Seen on bars as well.
        let back = SVGElement.line(from: top, to: foot, stroke: .surface, width: 3)
        let line = SVGElement.line(from: top, to: foot, stroke: .text)
            .with("stroke-dasharray", "4 3")
        let label = TextMeasure.truncated(mark.label, to: max(x, width - x) - 6, .small)
        let isRight = x + 6 + TextMeasure.width(label, .small) <= width
        let start = PlanePoint(isRight ? x + 6 : x - 6, middle)
        let text = SVGElement.text(
            label, middle: start, .small, anchor: isRight ? .start : .end, halo: .surface)
        return [back, line, text]
    }
}
