import Typesetting

/// Points of two measures, joined by lines where they are a curve: a frontier, a course over time.
public struct CurveChart: Chart {
    /// One point.
    public struct Point: Sendable, Equatable {
        /// In the unit of the horizontal axis.
        public var x: Double
        /// In the unit of the vertical axis.
        public var y: Double
        /// Stands beside the point where there is room; empty for none.
        public var label: String
        /// Whether it is the one that matters: ringed, and its label placed first.
        public var isMarked: Bool

        public init(x: Double, y: Double, label: String = "", isMarked: Bool = false) {
            self.x = x
            self.y = y
            self.label = label
            self.isMarked = isMarked
        }
    }

    /// Points of one colour, one shape and, where a line joins them, one kind of dashes.
    public struct Series: Sendable, Equatable {
        public var name: String
        /// In the order in which a line joins them.
        public var points: [Point]
        /// Whether a line joins them.
        public var isLine: Bool

        public init(_ name: String, points: [Point], isLine: Bool = true) {
            self.name = name
            self.points = points
            self.isLine = isLine
        }
    }

    public let caption: ChartCaption
    public let x: ChartAxis
    public let y: ChartAxis
    /// Where there are more than colours, the last ones share one and are `others` in the legend.
    public let series: [Series]

    /// A chart of points; those that an axis has no place for are in the table alone.
    public init(_ caption: ChartCaption, x: ChartAxis, y: ChartAxis, series: [Series]) {
        self.caption = caption
        self.x = x
        self.y = y
        self.series = series
    }

    public var legend: [LegendItem] {
        guard series.count > 1 else { return [] }
        let items = zip(series, SeriesLook.all).map { series, look in
            LegendItem(
                series.name, series.isLine ? .line(dashes: look.dashes) : .marker(look.marker),
                look.role)
        }
        guard series.count > items.count, let last = items.last else { return items }
        return items.dropLast() + [LegendItem("others", last.swatch, last.role)]
    }

    public var tables: [ChartTable] {
        let points = series.flatMap { series in series.points.map { (series.name, $0) } }
        let xScale = ColumnScale(points.map { $0.1.x }, in: x.unit)
        let yScale = ColumnScale(points.map { $0.1.y }, in: y.unit)
        var table = TextTable(columns: [
            .init("Series"), .init("Point"), .init(x.title, xScale.label, alignment: .right),
            .init(y.title, yScale.label, alignment: .right),
        ])
        for (name, point) in points {
            let label = point.isMarked ? "\(point.label) (marked)" : point.label
            table.append([
                .text(name), .text(label), .number(point.x, scale: xScale),
                .number(point.y, scale: yScale),
            ])
        }
        return [ChartTable(title: "\(y.title) by \(x.title)", table: table)]
    }

    public func drawing(width: Double) -> ChartDrawing {
        CurveDrawing(chart: self, width: width).drawing
    }
}
