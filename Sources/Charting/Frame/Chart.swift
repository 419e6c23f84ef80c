/// A drawing of figures: a value that makes its own SVG and has its figures as tables.
///
/// To add a kind of chart:
///
/// 1. Make a public struct of what it shows, in the units of its ``ChartAxis``, and nothing of how.
///    Its initialiser drops or folds what can't be drawn; its tables keep every figure. Missing,
///    infinite and negative values, no value at all and names of any length or script come from
///    scenarios: none of them may trap or leave the plot.
/// 2. Conform it to this protocol. ``tables`` hold the exact values through a `ColumnScale`; the
///    caption brings title, description and source, which `ChartFrame` places.
/// 3. Put the geometry into a struct of its own beside it (`BarDrawing`, `CurveDrawing`): take
///    ticks from ``ChartAxis/ticks(_:atMost:)``, or both axes from `PlotArea`; place names with
///    `LabelPlacer`, since text that is measured (`TextMeasure`) can't collide; shorten long names
///    with `TextMeasure.truncated`. Draw for the width given: below 440 pixels a screen is small.
/// 4. Colour through ``PaletteRole``, never by a literal, so that dark mode, paper and the test of
///    contrast hold. Colour is never the only sign: take shape, dashes and texture of a series from
///    `SeriesLook`, and write figures or names where there is room.
/// 5. Give each mark a tooltip. What takes the focus sets ``isInteractive`` and has an
///    `aria-label`; what appears on focus also appears under the pointer, by ``ChartStyle/css``.
///    Elements have no ids, so that two drawings of one chart fit on a page; where one can't do
///    without, ids must start with the frame's.
/// 6. Use `CompactPath` for what has hundreds of points.
/// 7. Add a chart of it to the tests' `ChartFixtures.all` and to `RandomCharts.all`: its golden
///    file, its markup, texts that overlap and marks outside are then checked with all others.
public protocol Chart: Sendable {
    var caption: ChartCaption { get }
    /// The figures drawn; at least one table.
    var tables: [ChartTable] { get }
    /// What the colours mean, above the drawing; empty where one needs no saying.
    var legend: [LegendItem] { get }
    /// Whether parts of the drawing take the focus; otherwise it is one image to a screen reader.
    var isInteractive: Bool { get }
    /// What is drawn below title and legend, for a width in pixels without the margins.
    func drawing(width: Double) -> ChartDrawing
}

/// The part of a chart between legend and source.
public struct ChartDrawing: Sendable, Equatable {
    /// Drawn from the upper left corner.
    public var elements: [SVGElement]
    /// In pixels.
    public var height: Double
}

extension Chart {
    public var isInteractive: Bool { false }

    /// The chart as an `svg` element for a page that has ``ChartStyle/css``.
    ///
    /// - Parameter width: In CSS pixels, at least 240; part of the ids. A page for small and large
    ///   screens takes two widths and shows one: text shrinks where a drawing does.
    public func svg(width: Double) -> String {
        ChartFrame(chart: self, width: width).element().markup
    }

    /// The chart as a file of its own, style included; in the light or dark mode of its reader.
    public func document(width: Double) -> String {
        let style = SVGElement("style", text: ChartStyle.documentCSS)
        let element = ChartFrame(chart: self, width: width).element(style: style)
        return element.markup + "\n"
    }
}
