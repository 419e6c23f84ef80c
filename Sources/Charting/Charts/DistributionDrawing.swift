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
            headroom: Self.markHeight * Double(chart.marks.count))
    }

    var drawing: ChartDrawing {
        let body = chart.kind == .histogram ? bars : [steps]
        let marks = chart.marks.enumerated().flatMap { mark($0.offset, $0.element) }
        return ChartDrawing(elements: plot.axes + body + marks, height: plot.height)
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

    /// The cumulative share, which rises at each value and is level between.
    private var steps: SVGElement {
        let total = chart.samples.reduce(0) { $0 + $1.weight }
        var points = [plot.position(plot.x.domain.lowerBound, 0)]
        var sum = 0.0
        for sample in chart.samples {
            points.append(plot.position(sample.value, min(1, sum / total)))
            sum += sample.weight
            points.append(plot.position(sample.value, min(1, sum / total)))
        }
        points.append(plot.position(plot.x.domain.upperBound, chart.samples.isEmpty ? 0 : 1))
        var path = SVGPath()
        path.addLine(through: points)
        return path.stroked(.series1, width: 2)
    }

    /// A broken line with its label on a level of its own, so that no two labels meet.
    private func mark(_ index: Int, _ mark: DistributionChart.Mark) -> [SVGElement] {
        let x = plot.x.position(mark.value)
        let last = chart.marks.count - 1 - index
        let middle = plot.box.minY - Self.markHeight * (Double(last) + 0.5)
        let line = SVGElement.line(
            from: PlanePoint(x, middle - 6), to: PlanePoint(x, plot.box.maxY), stroke: .text
        ).with("stroke-dasharray", "4 3")
        let label = TextMeasure.truncated(mark.label, to: max(x, width - x) - 6, .small)
        let isRight = x + 6 + TextMeasure.width(label, .small) <= width
        let start = PlanePoint(isRight ? x + 6 : x - 6, middle)
        let text = SVGElement.text(
            label, middle: start, .small, anchor: isRight ? .start : .end, halo: .surface)
        return [line, text]
    }
}
