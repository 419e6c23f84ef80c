public import Quantities

/// A line fitted to measured round trips between cloud regions: `a + b km`.
public struct LatencyFit: Sendable, Equatable {
    /// ms.
    public let intercept: Double
    /// ms per km.
    public let slope: Double
    /// The 90th percentile of the residual, ms.
    public let residualP90: Double
    /// The 90th percentile of measured time over time of light in fibre.
    public let stretchP90: Double

    public init(intercept: Double, slope: Double, residualP90: Double, stretchP90: Double) {
        self.intercept = intercept
        self.slope = slope
        self.residualP90 = residualP90
        self.stretchP90 = stretchP90
    }
}

/// Estimates round trips from distance where none is measured.
public struct LatencyModel: Sendable {
    public enum Caution: String, Sendable, CaseIterable {
        case typical
        /// The fit's 90th percentile.
        case p90
    }

    /// Light in fibre there and back, ms per km: 2 x 1.468 / 299,792.458 km/s.
    public static let lightMillisecondsPerKilometre = 0.009793

    private let overall: LatencyFit
    /// By the two continents in alphabetical order, joined: `EUNA`.
    private let byContinents: [String: LatencyFit]
    private let lastMile: Latency
    private let caution: Caution

    public init(
        overall: LatencyFit, byContinents: [String: LatencyFit], lastMile: Latency,
        caution: Caution
    ) {
        self.overall = overall
        self.byContinents = byContinents
        self.lastMile = lastMile
        self.caution = caution
    }

    /// The key of a pair of continents.
    public static func key(_ first: String, _ second: String) -> String {
        first < second ? first + second : second + first
    }

    /// The fit for a pair of continents and whether it is their own.
    public func fit(between first: String, and second: String) -> (LatencyFit, RoundTripSource) {
        if let fit = byContinents[Self.key(first, second)] { return (fit, .fitContinents) }
        return (overall, .fitOverall)
    }

    /// `max(light, min(a + b km, stretch x light))` plus the last mile; the cautious estimate adds the
    /// fit's residual instead of capping at the stretch.
    public func roundTrip(over distance: Distance, fit: LatencyFit) -> Latency {
        let light = Self.lightMillisecondsPerKilometre * distance.value
        let line = fit.intercept + fit.slope * distance.value
        let network =
            switch caution {
            case .typical: max(light, min(line, fit.stretchP90 * light))
            case .p90: max(light, line + fit.residualP90)
            }
        return Latency(network) + lastMile
    }

    /// A measured time between regions, plus the last mile to the user.
    public func roundTrip(measured: Latency) -> Latency { measured + lastMile }
}
