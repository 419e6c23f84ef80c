import Foundation

/// Where the values of an axis stand, in pixels.
struct AxisScale: Sendable, Equatable {
    let kind: ChartAxis.Kind
    /// Values; above zero on a logarithmic axis.
    let domain: ClosedRange<Double>
    /// Where the ends of the domain stand, in pixels; an axis that rises upwards has `start > end`.
    let start: Double
    let end: Double

    /// The position of a value; beyond the ends for one outside the domain, and at the start for
    /// one that a logarithm does not have.
    func position(_ value: Double) -> Double {
        start + fraction(value) * (end - start)
    }

    private func fraction(_ value: Double) -> Double {
        let low = transformed(domain.lowerBound)
        let high = transformed(domain.upperBound)
        let at = transformed(value)
        guard high > low, at.isFinite else { return 0 }
        return (at - low) / (high - low)
    }

    private func transformed(_ value: Double) -> Double {
        kind == .logarithmic ? log10(value) : value
    }
}
