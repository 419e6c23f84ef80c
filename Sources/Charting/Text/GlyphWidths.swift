/// How wide letters are, by the font that is widest among the usual defaults.
enum GlyphWidths {
    /// Advance widths of U+0020…U+007E in thousandths of the font size, as in DejaVu Sans 2.37.
    ///
    /// Narrower fonts (Helvetica, Arial, Roboto) leave room to spare; none of them overflows.
    private static let ascii: [Int] = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636,
        838,
    ]

    /// The width of an ASCII character in thousandths of the font size; nil for any other.
    static func thousandths(of scalar: Unicode.Scalar) -> Int? {
        let index = Int(scalar.value) - 0x20
        return ascii.indices.contains(index) ? ascii[index] : nil
    }

    /// For letters of other scripts that take one column of a terminal: about a capital.
    static let narrowThousandths = 720
    /// For letters that take two columns, and for symbols such as `…`.
    static let wideThousandths = 1000
}
