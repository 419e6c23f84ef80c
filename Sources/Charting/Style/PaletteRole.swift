/// What a colour of a chart is for; its raw value is the name of its CSS custom property.
///
/// Series follow the palette of Okabe and Ito (2002, revised 2008, Color Universal Design), whose
/// colours stay distinct to people with any common kind of colour vision. On white the darker of
/// them are used and on black the lighter ones of similar hue: blue and sky blue, vermilion and
/// orange; bluish green and reddish purple suit both. The ramp has one hue and rises evenly in
/// contrast with the background, so that it reads in grey too.
public enum PaletteRole: String, Sendable, Hashable, CaseIterable {
    /// Behind everything.
    case surface = "chart-surface"
    /// Behind a map's land.
    case sea = "chart-sea"
    /// A map's land: context, told from the sea by shape and not needed to read a value.
    case land = "chart-land"
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
    case ramp1 = "ramp-1"
    case ramp2 = "ramp-2"
    case ramp3 = "ramp-3"
    case ramp4 = "ramp-4"

    /// Colours of series by their order.
    public static let series: [PaletteRole] = [.series1, .series2, .series3, .series4, .series5]
    /// The colour of a series by its place; all from the last colour on share that.
    static func series(_ index: Int) -> PaletteRole {
        series[min(max(0, index), series.count - 1)]
    }

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
        case .sea: (0xF3F6F9, 0x191F26)
        case .land: (0xE9ECF0, 0x2C343E)
        case .grid: (0xE3E7EB, 0x2A313A)
        case .axis: (0x7B838D, 0x7F8893)
        case .text: (0x1B1F24, 0xE9ECEF)
        case .muted: (0x545B64, 0xA9B1BB)
        case .series1: (0x0072B2, 0x56B4E9)
        case .series2: (0xD55E00, 0xE69F00)
        case .series3: (0x009E73, 0x009E73)
        case .series4: (0xCC79A7, 0xCC79A7)
        case .series5: (0x595F66, 0xB4BAC2)
        case .ramp1: (0x2D958A, 0x37948A)
        case .ramp2: (0x147269, 0x55B8AC)
        case .ramp3: (0x054D47, 0x81DCD0)
        case .ramp4: (0x0B2825, 0xD1F9F2)
        }
    }
}

extension SVGValue {
    /// The colour of a role, in whichever mode the page is.
    static func paint(_ role: PaletteRole) -> SVGValue { .text(role.css) }
}
