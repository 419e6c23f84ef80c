import Foundation
import Typesetting

/// A size and weight of text.
struct TextStyle: Sendable, Equatable {
    /// In pixels.
    var size: Double
    var isBold = false

    static let title = TextStyle(size: 16, isBold: true)
    static let heading = TextStyle(size: 12, isBold: true)
    static let body = TextStyle(size: 12)
    static let small = TextStyle(size: 11)

    /// From one baseline to the next, in pixels.
    var lineHeight: Double { (size * 1.3).rounded() }

    /// How far the baseline stands below the middle of lower-case letters and digits, in pixels.
    var baselineDrop: Double { size * 0.35 }
}

/// Estimates the width of text before a browser draws it; on the wide side.
enum TextMeasure {
    /// In pixels.
    static func width(_ text: String, _ style: TextStyle) -> Double {
        let thousandths = text.reduce(0) { $0 + width(of: $1) }
        // Bold letters of DejaVu Sans are about a tenth wider.
        return Double(thousandths) / 1000 * style.size * (style.isBold ? 1.12 : 1)
    }

    /// The text, cut at a grapheme and ended by an ellipsis where it is wider than `width` pixels.
    static func truncated(_ text: String, to width: Double, _ style: TextStyle) -> String {
        guard Self.width(text, style) > width else { return text }
        var kept = text
        while !kept.isEmpty, Self.width(kept + "…", style) > width { kept.removeLast() }
        return kept + "…"
    }

    /// The lines of a paragraph that are at most `width` pixels wide; a longer word is cut.
    static func lines(_ text: String, width: Double, _ style: TextStyle) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: { $0.isWhitespace }).map(String.init) {
            if let last = lines.last, Self.width("\(last) \(word)", style) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(truncated(word, to: width, style))
            }
        }
        return lines
    }

    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        if let first = scalars.first, let width = GlyphWidths.thousandths(of: first) {
            return width
        }
        switch DisplayWidth.of(character) {
        case 0: return 0
        case 2: return GlyphWidths.wideThousandths
        default: break
        }
        // é is as wide as e.
        let base = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first
        if let base, let width = GlyphWidths.thousandths(of: base) { return width }
        let isLetter = scalars.first?.properties.isAlphabetic == true
        return isLetter ? GlyphWidths.narrowThousandths : GlyphWidths.wideThousandths
    }
}
