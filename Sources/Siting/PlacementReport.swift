/// What a placement report shows: plans of one scenario side by side, one of them chosen, and why it is
/// as it is.
public struct PlacementReport: Sendable, Equatable {
    /// Where its sites and markets lie, what its workloads are.
    public var scenario: Scenario
    /// The chosen plan and those that it is seen beside; its baseline is what tiles compare with.
    public var comparison: Comparison
    /// The column of the chosen plan.
    public var chosen: Int
    /// Two measures under the chosen plan's policy.
    public var curve: Curve
    /// The best sites that the chosen plan does not use, those that would cost least to use first.
    public var bestSitesOut: [SiteOut]
    /// How the report can be made again.
    public var run: Run

    public init(
        scenario: Scenario, comparison: Comparison, chosen: Int, curve: Curve = .notAsked,
        bestSitesOut: [SiteOut] = [], run: Run
    ) {
        self.scenario = scenario
        self.comparison = comparison
        self.chosen = chosen
        self.curve = curve
        self.bestSitesOut = bestSitesOut
        self.run = run
    }

    /// Whether there is a trade-off curve to show.
    public enum Curve: Sendable, Equatable {
        case found(Frontier)
        /// Why a measure can't be traded, a sentence without its full stop.
        case meaningless(String)
        case notAsked
    }

    /// The trade-off curve, where there is one.
    public var frontier: Frontier? {
        if case .found(let frontier) = curve { return frontier }
        return nil
    }

    /// The chosen plan.
    public var plan: Plan { comparison.columns[chosen].plan }

    /// The plan that the chosen one is compared with; the same where there is no other.
    public var baseline: Plan { comparison.columns[comparison.baseline].plan }
}
