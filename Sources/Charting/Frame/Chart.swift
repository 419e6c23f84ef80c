/// A drawing of figures: a value that makes its own SVG and has its figures as tables.
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
