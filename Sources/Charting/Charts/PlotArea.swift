/// The plot of a chart with two axes of numbers and the scales of both.
struct PlotArea {
    let box: Box
    let x: AxisScale
    let y: AxisScale
    private let xTicks: AxisTicks
    private let yTicks: AxisTicks
    private let width: Double

    /// Lays out a plot as wide as the drawing allows.
    ///
    /// - Parameters:
    ///   - headroom: What stays free between the vertical axis's title and the plot, in pixels.
    init(
        x: (axis: ChartAxis, values: [Double]), y: (axis: ChartAxis, values: [Double]),
        width: Double, headroom: Double = 0
    ) {
        let height = min(max(0.5 * width, 180), 360)
        let yTicks = y.axis.ticks(y.values, atMost: 8)
        let left = yTicks.labelWidth + AxisDrawing.labelGap
        let box = Box(
            minX: left, minY: AxisDrawing.verticalTitleHeight + headroom,
            width: max(40, width - left - 8), height: height)
        let limit = AxisDrawing.horizontalLimit(box.width)
        let xTicks = x.axis.ticks(x.values, atMost: limit)
        self.box = box
        self.width = width
        self.x = xTicks.scale(from: box.minX, to: box.maxX)
        self.y = yTicks.scale(from: box.maxY, to: box.minY)
        self.xTicks = xTicks
        self.yTicks = yTicks
    }

    /// Both axes; to be drawn first.
    var axes: [SVGElement] {
        AxisDrawing.vertical(yTicks, y, plot: box, width: width)
            + AxisDrawing.horizontal(xTicks, x, plot: box, width: width)
    }

    /// From the upper edge of the drawing to below the horizontal axis, in pixels.
    var height: Double { box.maxY + AxisDrawing.horizontalHeight }

    func position(_ x: Double, _ y: Double) -> PlanePoint {
        PlanePoint(self.x.position(x), self.y.position(y))
    }
}
