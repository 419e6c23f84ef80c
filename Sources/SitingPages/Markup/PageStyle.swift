import Charting

/// The style sheet of all pages: that of charts, and what stands around them.
///
/// Colours are custom properties; text on its background has a contrast of at least 4.5 in both modes.
enum PageStyle {
    static let css = ChartStyle.css + colours + layout + tables + figures + placement + paper

    /// The reader's mode, unless the page's switch says another; paper is always light.
    private static let colours = """
        :root{color-scheme:light;\(light)}
        @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;\(dark)}}
        @media screen{
        :root:has(#theme-light:checked){color-scheme:light;\(ChartStyle.light);\(light)}
        :root:has(#theme-dark:checked){color-scheme:dark;\(ChartStyle.dark);\(dark)}
        }

        """

    private static let light = PageColour.properties(\.light)
    private static let dark = PageColour.properties(\.dark)
}
