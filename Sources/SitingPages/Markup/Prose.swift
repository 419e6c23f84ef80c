/// Sentences as a page sets them.
enum Prose {
    /// A sentence in which no line ends between a figure and what it counts: `11 %`, `26.4 million m³`.
    static func unbroken(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isGlued =
                scalar == " " && index > 0
                && isUnit(scalars[(index + 1)...], after: scalars[index - 1])
            result.append(isGlued ? "\u{A0}" : scalar)
        }
        return String(result)
    }

    private static func isUnit(
        _ rest: ArraySlice<Unicode.Scalar>, after last: Unicode.Scalar
    ) -> Bool {
        guard let next = rest.first else { return false }
        let isCounted =
            ("0"..."9").contains(last) && (next == "%" || next.properties.isAlphabetic)
        // Behind `million`.
        return isCounted || rest.starts(with: "m³".unicodeScalars)
    }
}
