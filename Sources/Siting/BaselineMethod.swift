/// A simple way to place work, as it is done where nothing is optimised: something to compare with.
///
/// Each takes one demand after the other: services' markets first, the largest load first, then jobs, the
/// largest first. Jobs come last as they may go anywhere, and would take the room near users from those
/// who need it. A demand takes its best site until that is full, then the next best.
public enum BaselineMethod: String, Sendable, Hashable, CaseIterable {
    /// One score a site for all work: the weighted mean of its grid's price, its grid's carbon and its mean
    /// round trip to all requests, each from 0 at the best site to 1 at the worst.
    case weightedScore = "weighted_score"
    /// The site with the cleanest grid; of equals, the nearest.
    case greedyCarbon = "greedy_carbon"
    /// The nearest site. A job goes to the site that is nearest to all requests on average.
    case nearestSite = "nearest_site"

    /// What it does, after its name and a colon.
    public var summary: String {
        switch self {
        case .weightedScore:
            "each demand, the largest first, goes to the site with the best score of price, carbon and"
                + " mean round trip that has room"
        case .greedyCarbon:
            "each demand, the largest first, goes to the cleanest grid within its limits that has room"
        case .nearestSite: "each demand, the largest first, goes to the nearest site that has room"
        }
    }
}

/// How much each figure counts in the score of a site.
public struct ScoreWeights: Sendable, Equatable {
    public var price: Double
    public var carbon: Double
    public var roundTrip: Double

    public init(price: Double = 1, carbon: Double = 1, roundTrip: Double = 1) {
        self.price = price
        self.carbon = carbon
        self.roundTrip = roundTrip
    }
}
