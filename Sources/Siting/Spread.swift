/// How the values of a figure lie over samples.
public struct Spread: Sendable, Equatable {
    public let least: Double
    /// The 5th percentile.
    public let low: Double
    public let median: Double
    /// The 95th percentile.
    public let high: Double
    public let most: Double
    /// How many values there are.
    public let count: Int

    /// `nil` where there are none.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        least = Self.quantile(0, of: sorted)
        low = Self.quantile(0.05, of: sorted)
        median = Self.quantile(0.5, of: sorted)
        high = Self.quantile(0.95, of: sorted)
        most = Self.quantile(1, of: sorted)
        count = values.count
    }

    /// The value at a share of the way from the first to the last of sorted values, on the straight line
    /// between neighbours: type 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages, 1996).
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let lower = Int(place.rounded(.down))
        let upper = min(lower + 1, sorted.count - 1)
        return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }
}
