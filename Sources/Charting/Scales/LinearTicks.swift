import Foundation

/// Round values for a linear axis: multiples of 1, 2 or 5 times a power of ten.
struct LinearTicks: Sendable, Equatable {
    /// Ascending and evenly spaced, at least two; the first and last enclose the domain.
    let values: [Double]

    /// The ticks with the smallest step that needs at most so many of them.
    ///
    /// - Parameters:
    ///   - domain: Finite. Where it is a single value, it is widened to one step around it, or to
    ///     0…1 for zero.
    ///   - limit: At least 3, since a range around a round value needs one on each side of it.
    init(covering domain: ClosedRange<Double>, atMost limit: Int) {
        let limit = max(3, limit)
        let (low, high) = Self.widened(domain)
        var power = Int(log10((high - low) / Double(limit)).rounded(.down)) - 1
        while true {
            for mantissa in [1, 2, 5] {
                let (first, last) = Self.multiples(of: mantissa, power, enclosing: low, high)
                if last - first < limit {
                    values = (first...last).map { Self.value(mantissa * $0, power) }
                    return
                }
            }
            power += 1
        }
    }

    /// From the first value to the last.
    var domain: ClosedRange<Double> { values[0]...values[values.count - 1] }

    /// What is nearer to zero counts as zero; labels stay short enough to read then.
    private static let smallest = 1e-13

    private static func widened(_ domain: ClosedRange<Double>) -> (Double, Double) {
        let low = domain.lowerBound
        let high = domain.upperBound
        let size = max(low.magnitude, high.magnitude)
        if size < smallest { return (0, 1) }
        if high - low > 1e-9 * size { return (low, high) }
        let margin = size / 10
        return (low - margin, high + margin)
    }

    /// The numbers of the last multiple at or below `low` and the first at or above `high`.
    private static func multiples(
        of mantissa: Int, _ power: Int, enclosing low: Double, _ high: Double
    ) -> (first: Int, last: Int) {
        let step = value(mantissa, power)
        // A bound that is a multiple but for binary noise, as 0.3 of 0.1, needs no further tick.
        let noise = 1e-9
        let first = Int((low / step + noise).rounded(.down))
        let last = Int((high / step - noise).rounded(.up))
        return (first, max(last, first + 1))
    }

    /// A whole number times a power of ten, without the noise of multiplying by 0.1.
    private static func value(_ whole: Int, _ power: Int) -> Double {
        power < 0 ? Double(whole) / pow(10, Double(-power)) : Double(whole) * pow(10, Double(power))
    }
}
