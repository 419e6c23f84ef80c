import Foundation

/// An opaque colour in sRGB.
public struct Colour: Sendable, Hashable {
    /// Red, green and blue as `0xRRGGBB`.
    public let hex: UInt32

    /// A colour from its six hexadecimal digits; higher ones are dropped.
    public init(hex: UInt32) {
        self.hex = hex & 0xFF_FFFF
    }

    /// As CSS writes it: `#0072b2`.
    public var css: String {
        let digits = String(hex, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// From 0 for black to 1 for white: the relative luminance of WCAG 2.2.
    public var luminance: Double {
        let red: Double = Self.linear(hex >> 16 & 0xFF)
        let green: Double = Self.linear(hex >> 8 & 0xFF)
        let blue: Double = Self.linear(hex & 0xFF)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// From 1 for equal luminance to 21 for black on white: the contrast ratio of WCAG 2.2.
    ///
    /// Level AA asks for 4.5 for text (1.4.3) and 3 for what is needed to understand a graphic
    /// (1.4.11).
    public func contrast(with other: Colour) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    private static func linear(_ channel: UInt32) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
