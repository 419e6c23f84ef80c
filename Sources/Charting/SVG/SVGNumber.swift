/// Numbers as attributes and paths hold them.
enum SVGNumber {
    /// Coordinates lie far inside; what is beyond comes from a mistake and stays drawable.
    private static let limit = 1e7

    /// A number with at most two decimals, never `-0`, an exponent or NaN (which becomes 0).
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((min(max(value, -limit), limit) * 100).rounded())
        let whole = hundredths.magnitude / 100
        let rest = hundredths.magnitude % 100
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest.isMultiple(of: 10) { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
