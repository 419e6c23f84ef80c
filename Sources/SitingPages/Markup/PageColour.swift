import Charting

/// A colour of a page beside those of its charts; its raw value is the name of its CSS custom property.
enum PageColour: String, CaseIterable {
    /// Behind tiles and what is set off.
    case raised
    /// Lines between parts: context.
    case rule
    case link
    /// What the first word of a verdict says already.
    case good, attention, bad
    /// Bars in tables.
    case bar

    /// On a light page and on paper.
    var light: Colour { Colour(hex: hex.light) }
    /// On a dark page.
    var dark: Colour { Colour(hex: hex.dark) }

    private var hex: (light: UInt32, dark: UInt32) {
        switch self {
        case .raised: (0xF3F6F9, 0x1B2128)
        case .rule: (0xD5DAE0, 0x3A434D)
        case .link: (0x00609A, 0x7CC4F2)
        case .good: (0x0B6B43, 0x6FD3A0)
        case .attention: (0x8A4A00, 0xF0B35C)
        case .bad: (0xB3261E, 0xFF9C93)
        case .bar: (0x0072B2, 0x56B4E9)
        }
    }

    /// The custom properties of one palette.
    static func properties(_ palette: KeyPath<PageColour, Colour>) -> String {
        allCases.map { "--\($0.rawValue):\($0[keyPath: palette].css)" }.joined(separator: ";")
    }
}
