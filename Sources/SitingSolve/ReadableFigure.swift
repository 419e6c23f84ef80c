import Foundation

/// Four significant digits in plain notation, for sentences that carry a figure.
enum ReadableFigure {
    /// - Parameter roundingUp: Away from a value that would not be enough.
    static func text(_ value: Double, roundingUp: Bool = false) -> String {
        guard value.isFinite, value != 0 else { return "0" }
        // Beyond these a power of ten under- or overflows.
        guard (1e-12...1e15).contains(abs(value)) else { return "\(value)" }
        let step = pow(10, floor(log10(abs(value))) - 3)
        let steps = value / step
        let rounded = (roundingUp ? (steps - 1e-9).rounded(.up) : steps.rounded()) * step
        if abs(rounded) >= 1000 {
            return Int64(exactly: rounded.rounded()).map(grouped) ?? "\(rounded)"
        }
        let decimals = max(0, min(9, 3 - Int(floor(log10(abs(rounded))))))
        let scale = pow(10, Double(decimals))
        let text = "\((rounded * scale).rounded() / scale)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func grouped(_ value: Int64) -> String {
        var digits = String(abs(value))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "-" : "") + groups.joined(separator: ",")
    }
}
