/// What a colour of a chart is for; its raw value is the name of its CSS custom property.
///
/// Series have the hues of Okabe and Ito (2002, revised 2008, Color Universal Design), which stay
/// distinct to people with any common kind of colour vision: blue, orange, bluish green, reddish
/// purple, grey. The first two, which most charts need alone, differ threefold in luminance as
/// well, so that they read in grey. The ramp runs from green over violet to the contrast's end and
/// rises evenly in contrast with the background. Colour is never the only sign: see
/// ``SeriesLook``.
public enum PaletteRole: String, Sendable, Hashable, CaseIterable {
    /// Behind everything.
    case surface = "chart-surface"
    /// Behind a map's land.
    case sea = "chart-sea"
    /// A map's land: context, told from the sea by its coast and not needed to read a value.
    case land = "chart-land"
    /// The line around land.
    case coast = "chart-coast"
    /// Lines at ticks: context, since the ticks have labels.
    case grid = "chart-grid"
    /// Axes and outlines.
    case axis = "chart-axis"
    case text = "chart-text"
    /// Labels of ticks, sources.
    case muted = "chart-muted"
    case series1 = "series-1"
    case series2 = "series-2"
    case series3 = "series-3"
    case series4 = "series-4"
    case series5 = "series-5"
    /// Text on the first colour of series.
    case onSeries1 = "on-series-1"
    /// Text on the second colour of series.
    case onSeries2 = "on-series-2"
    case ramp1 = "ramp-1"
    case ramp2 = "ramp-2"
    case ramp3 = "ramp-3"
    case ramp4 = "ramp-4"

    /// Colours of series by their order.
    public static let series: [PaletteRole] = [.series1, .series2, .series3, .series4, .series5]

    /// Classes of an ordered quantity, smallest first.
    public static let ramp: [PaletteRole] = [.ramp1, .ramp2, .ramp3, .ramp4]

    /// As a value in CSS or of an attribute: `var(--series-1)`.
    public var css: String { "var(--\(rawValue))" }

    /// On a light page and on paper.
    public var light: Colour { Colour(hex: hex.light) }
    /// On a dark page.
    public var dark: Colour { Colour(hex: hex.dark) }

    private var hex: (light: UInt32, dark: UInt32) {
        switch self {
        case .surface: (0xFFFFFF, 0x12161B)
        case .sea: (0xF7F9FB, 0x191F26)
        case .land: (0xE6E9ED, 0x2C343E)
        case .coast: (0xA5AEB8, 0x566270)
        case .grid: (0xE3E7EB, 0x2A313A)
        case .axis: (0x7B838D, 0x7F8893)
        case .text: (0x1B1F24, 0xE9ECEF)
        case .muted: (0x545B64, 0xA9B1BB)
        case .series1: (0x003A66, 0x2B83C8)
        case .series2: (0xDB6000, 0xFFDC90)
        case .series3: (0x009E73, 0x009E73)
        case .series4: (0xCC79A7, 0xCC79A7)
        case .series5: (0x595F66, 0xB4BAC2)
        case .onSeries1: (0xFFFFFF, 0x000000)
        case .onSeries2: (0x000000, 0x000000)
        case .ramp1: (0x128A7B, 0x2A8E80)
        case .ramp2: (0x6353A8, 0xA196EA)
        case .ramp3: (0x7A1F70, 0xF0B6EE)
        case .ramp4: (0x2E0A33, 0xFFF3FF)
        }
    }
}

extension SVGValue {
    /// The colour of a role, in whichever mode the page is.
    static func paint(_ role: PaletteRole) -> SVGValue { .text(role.css) }
}
