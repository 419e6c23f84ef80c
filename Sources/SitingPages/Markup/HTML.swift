import Charting

/// A piece of HTML in which nothing but the program's own names is markup.
///
/// Names of elements and attributes are literals; texts and values, which may come from a file, are
/// escaped when they are taken in. There is no other way to make one.
package struct HTML: Sendable, Equatable {
    package let markup: String

    private init(markup: String) { self.markup = markup }

    /// An element that contains others or nothing.
    ///
    /// - Parameter attributes: One without a value is left out.
    package init(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ content: [HTML] = []
    ) {
        let inner = content.map(\.markup).joined()
        markup = "\(Self.tag(name, attributes))\(inner)</\(name)>"
    }

    /// An element that contains text.
    package init(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        text: String
    ) {
        self.init(name, attributes, [.text(text)])
    }

    /// An element that contains a sentence of the program's own, as of ``prose(_:)``.
    package init(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        prose: String
    ) {
        self.init(name, attributes, [.prose(prose)])
    }

    /// Text that shows as written; what would not show, or would turn what follows, shows as `�`.
    package static func text(_ text: String) -> HTML { HTML(markup: SVGText.escaped(text)) }

    /// Text in which no line ends between a figure and its unit; not for what readers copy.
    package static func prose(_ text: String) -> HTML { .text(Prose.unbroken(text)) }

    /// An element that contains nothing and has no end: `meta`, `link`, `input`.
    package static func void(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
    ) -> HTML {
        HTML(markup: tag(name, attributes))
    }

    /// A chart's own drawing.
    ///
    /// - Parameter width: In CSS pixels.
    static func drawing(_ chart: any Chart, width: Double) -> HTML {
        HTML(markup: chart.svg(width: width))
    }

    /// A style sheet of the program's own, in which nothing is escaped.
    static func style(_ css: String) -> HTML { HTML(markup: "<style>\(css)</style>") }

    /// One below the other in the file.
    package static func lines(_ parts: [HTML]) -> HTML {
        HTML(markup: parts.map { $0.markup + "\n" }.joined())
    }

    private static func tag(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
    ) -> String {
        let written = attributes.compactMap { name, value in
            value.map { " \(name)=\"\(SVGText.escaped($0))\"" }
        }
        return "<\(name)\(written.joined())>"
    }
}
