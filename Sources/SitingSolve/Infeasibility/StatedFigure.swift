import Foundation

/// Figures of sentences that are to be typed in as they stand.
enum StatedFigure {
    /// The least figure of few digits that is enough, for a limit that has to rise.
    ///
    /// It is above `least` by at most a thousandth of the rise.
    static func enough(_ least: Double, above from: Double) -> Double {
        let rise = least - from
        guard rise > 0, rise.isFinite else { return least }
        let exponent = Int(floor(log10(rise))) - 3
        // What rounding of the solver leaves is no step more.
        func rounded(_ steps: Double) -> Double { (steps - 1e-6).rounded(.up) }
        let power = pow(10, Double(abs(exponent)))
        return exponent < 0 ? rounded(least * power) / power : rounded(least / power) * power
    }

    /// All digits, whole thousands apart: `303,170` or `12.43`.
    static func text(_ value: Double) -> String {
        let text = "\((value * 1e9).rounded() / 1e9)"
        guard abs(value) < 1e6 * 1e9, !text.contains("e") else { return "\(value)" }
        let parts = text.split(separator: ".", maxSplits: 1)
        var digits = parts[0].drop { $0 == "-" }
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(digits, at: 0)
        let fraction = parts.count > 1 && parts[1] != "0" ? "." + parts[1] : ""
        return (value < 0 ? "-" : "") + groups.joined(separator: ",") + fraction
    }

    /// `a`, `a and b`, `a, b and 3 more`.
    static func list(_ names: [String], atMost count: Int = 3) -> String {
        guard names.count > count else {
            guard names.count > 1, let last = names.last else { return names.joined() }
            return names.dropLast().joined(separator: ", ") + " and " + last
        }
        return names.prefix(count - 1).joined(separator: ", ")
            + " and \(names.count - count + 1) more"
    }
}
