/// The style sheet that charts share; a page has it once.
public enum ChartStyle {
    /// Fonts of the reader's system; generic last.
    static let fonts = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

    /// Colours of both modes as custom properties of the root; what reacts to pointer and focus.
    ///
    /// The mode is the reader's, unless the root has `data-theme="light"` or `"dark"`; paper is
    /// always light.
    public static let css = """
        :root{\(light)}
        @media screen and (prefers-color-scheme:dark){\
        :root:not([data-theme=light]){\(dark)}}
        @media screen{:root[data-theme=dark]{\(dark)}}
        .chart-flows{opacity:.3}
        .chart-site:hover .chart-flows,.chart-site:focus .chart-flows{opacity:1}
        .chart-site:focus-visible{outline:2px solid var(--chart-text);outline-offset:2px}

        """

    /// The custom properties of the light palette, for a page that has a switch of its own.
    package static let light = properties(\.light)
    /// Those of the dark palette.
    package static let dark = properties(\.dark)

    private static func properties(_ mode: KeyPath<PaletteRole, Colour>) -> String {
        PaletteRole.allCases.map { "--\($0.rawValue):\($0[keyPath: mode].css)" }
            .joined(separator: ";")
    }
}
