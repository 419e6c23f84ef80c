public import Quantities

/// How a round trip was found, best first.
public enum RoundTripSource: UInt8, Sendable, CaseIterable {
    /// The planner's own matrix.
    case stated
    /// A measured pair of cloud regions at both ends, plus the last mile.
    case measured
    /// The fit of the operators' networks for the pair of continents, plus the last mile.
    case fitContinents
    /// The fit over all pairs, where the pair of continents has none, plus the last mile.
    case fitOverall

    /// The word used in plans.
    public var label: String {
        switch self {
        case .stated: "stated"
        case .measured: "measured"
        case .fitContinents: "fit_continents"
        case .fitOverall: "fit_overall"
        }
    }
}

/// The typical round trip between each market and each site: a dense matrix.
public struct RoundTrips: Sendable, Equatable {
    public let marketCount: Int
    public let siteCount: Int
    /// ms, by `market * siteCount + site`.
    public private(set) var milliseconds: [Double]
    public private(set) var sources: [RoundTripSource]

    /// - Precondition: `milliseconds` and `sources` have `marketCount * siteCount` members.
    public init(
        marketCount: Int, siteCount: Int, milliseconds: [Double], sources: [RoundTripSource]
    ) {
        precondition(milliseconds.count == marketCount * siteCount)
        precondition(sources.count == milliseconds.count)
        self.marketCount = marketCount
        self.siteCount = siteCount
        self.milliseconds = milliseconds
        self.sources = sources
    }

    @inlinable
    public subscript(market: Int, site: Int) -> Latency {
        Latency(milliseconds[market * siteCount + site])
    }

    public func source(market: Int, site: Int) -> RoundTripSource {
        sources[market * siteCount + site]
    }

    /// Puts the planner's own figure in place of an estimate.
    public mutating func state(_ roundTrip: Latency, market: Int, site: Int) {
        milliseconds[market * siteCount + site] = roundTrip.value
        sources[market * siteCount + site] = .stated
    }

    /// The site with the shortest round trip from a market, the first of equals.
    public func nearestSite(to market: Int) -> Int? {
        (0..<siteCount).min { self[market, $0] < self[market, $1] }
    }
}
