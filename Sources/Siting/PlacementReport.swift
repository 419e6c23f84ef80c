/// What a placement report shows: plans of one scenario side by side, one of them chosen, and why it is
/// as it is.
public struct PlacementReport: Sendable, Equatable {
    /// Where its sites and markets lie, what its workloads are.
    public var scenario: Scenario
    /// The chosen plan and those that it is seen beside; its baseline is what tiles compare with.
    public var comparison: Comparison
    /// The column of the chosen plan.
    public var chosen: Int
    /// Cost against emissions under the chosen plan's policy; `nil` where it was not asked for or has
    /// no meaning.
    public var frontier: Frontier?
    /// Of the chosen plan: the best sites that it does not use, those that would cost least to use first,
    /// with the figures at which they come in.
    public var bestSitesOut: [SiteExplanation]
    /// How the report can be made again.
    public var run: Run

    public init(
        scenario: Scenario, comparison: Comparison, chosen: Int, frontier: Frontier? = nil,
        bestSitesOut: [SiteExplanation] = [], run: Run
    ) {
        self.scenario = scenario
        self.comparison = comparison
        self.chosen = chosen
        self.frontier = frontier
        self.bestSitesOut = bestSitesOut
        self.run = run
    }

    /// The chosen plan.
    public var plan: Plan { comparison.columns[chosen].plan }

    /// The plan that the chosen one is compared with; the same where there is no other.
    public var baseline: Plan { comparison.columns[comparison.baseline].plan }
}
