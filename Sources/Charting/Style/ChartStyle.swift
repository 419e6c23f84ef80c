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
        .chart-flows{opacity:.09;pointer-events:none}
        .chart-ring,.chart-readout{visibility:hidden;pointer-events:none}
        .chart-site{outline:none}
        .chart-site:hover .chart-flows,.chart-site:focus .chart-flows{opacity:.9}
        .chart:has(.chart-site:hover,.chart-site:focus) \
        .chart-site:not(:hover,:focus) .chart-flows{opacity:0}
        .chart-site:hover :is(.chart-ring,.chart-readout),\
        .chart-site:focus :is(.chart-ring,.chart-readout){visibility:visible}
        @media print{.chart-hint{display:none}}

        """

    /// For a file of its own, which is mostly a picture: without what invites to point at it.
    static let documentCSS = css + ".chart-hint{display:none}\n"

    /// The custom properties of the light palette, for a page that has a switch of its own.
    package static let light = properties(\.light)
    /// Those of the dark palette.
    package static let dark = properties(\.dark)

    private static func properties(_ mode: KeyPath<PaletteRole, Colour>) -> String {
        PaletteRole.allCases.map { "--\($0.rawValue):\($0[keyPath: mode].css)" }
            .joined(separator: ";")
    }
}
