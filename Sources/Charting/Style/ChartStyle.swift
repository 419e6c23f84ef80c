/// The style sheet that charts share; a page has it once.
public enum ChartStyle {
    /// Fonts of the reader's system; generic last.
    static let fonts = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

    /// Colours of both modes as custom properties of the root; what reacts to pointer and focus.
    ///
    /// The mode is the reader's, unless the root has `data-theme="light"` or `"dark"`; paper is
    /// always light.
    public static let css = """
        :root{\(properties(\.light))}
        @media screen and (prefers-color-scheme:dark){\
        :root:not([data-theme=light]){\(properties(\.dark))}}
        @media screen{:root[data-theme=dark]{\(properties(\.dark))}}
        .chart-flows{opacity:.3}
        .chart-site:hover .chart-flows,.chart-site:focus .chart-flows{opacity:1}
        .chart-site:focus-visible{outline:2px solid var(--chart-text);outline-offset:2px}

        """

    private static func properties(_ mode: KeyPath<PaletteRole, Colour>) -> String {
        PaletteRole.allCases.map { "--\($0.rawValue):\($0[keyPath: mode].css)" }
            .joined(separator: ";")
    }
}
