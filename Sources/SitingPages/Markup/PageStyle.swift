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

    private static let light =
        "--raised:#f5f7f9;--rule:#d5dae0;--link:#00609a;--good:#0b6b43;--attention:#8a4a00;"
        + "--bad:#b3261e;--bar:#0072b2"
    private static let dark =
        "--raised:#1b2128;--rule:#3a434d;--link:#7cc4f2;--good:#6fd3a0;--attention:#f0b35c;"
        + "--bad:#ff9c93;--bar:#56b4e9"
}
