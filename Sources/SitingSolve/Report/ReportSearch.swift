public import Siting

/// Finds all that a placement report shows: plans side by side, what the rules of the chosen one cost,
/// the trade-off curve under it, and what would bring other sites in.
public struct ReportSearch: Sendable {
    /// What is wanted beside the plans.
    public struct Extent: Sendable, Equatable {
        /// The measures of the trade-off curve.
        public var x: Measure
        public var y: Measure
        /// Stop the curve where no plan improves on it by more than this share of both ranges; `nil` for
        /// no curve.
        public var within: Double?
        /// Of how many sites that are not used to say what would bring them in.
        public var sitesOut: Int

        public init(x: Measure, y: Measure, within: Double?, sitesOut: Int) {
            self.x = x
            self.y = y
            self.within = within
            self.sitesOut = sitesOut
        }
    }

    private let scenario: Scenario
    private let policies: [Policy]
    private let chosen: Int
    private let methods: [BaselineMethod]
    private let weights: ScoreWeights
    private let settings: SolveSettings

    /// - Parameters:
    ///   - policies: At least one, each of the scenario.
    ///   - chosen: The place of the policy that the report is about.
    ///   - weights: Of the method `weighted_score`.
    ///   - settings: Their limit of time is that of everything together.
    public init(
        _ scenario: Scenario, policies: [Policy], chosen: Int, methods: [BaselineMethod],
        weights: ScoreWeights = ScoreWeights(), settings: SolveSettings = SolveSettings()
    ) {
        self.scenario = scenario
        self.policies = policies
        self.chosen = chosen
        self.methods = methods
        self.weights = weights
        self.settings = settings.limitedTogether()
    }

    /// The report; of a policy without a plan, what says so.
    ///
    /// - Parameters:
    ///   - baseline: The column that others are compared with: policies first, then methods.
    ///   - run: How the report was asked for.
    /// - Throws: What a solve throws.
    public func report(
        baseline: Int, extent: Extent, run: Run
    ) async throws -> PlacementReport {
        var comparison = try await PolicyComparison(
            scenario, policies: policies, methods: methods, weights: weights, settings: settings
        ).run(baseline: baseline)
        let policy = policies[chosen]
        let plan = comparison.columns[chosen].plan
        comparison.columns[chosen].plan.ruleCosts = await RuleCosts(
            scenario, under: policy, settings: settings
        ).costs(of: plan)
        var report = PlacementReport(
            scenario: scenario, comparison: comparison, chosen: chosen, run: run)
        guard plan.hasPlacement else { return report }
        report.curve = try await curve(extent)
        report.bestSitesOut = try await Explainer(scenario, under: policy, settings: settings)
            .bestSitesOut(count: extent.sitesOut)
        return report
    }

    private func curve(_ extent: Extent) async throws -> PlacementReport.Curve {
        guard let within = extent.within else { return .notAsked }
        if let obstacle = [extent.x, extent.y].compactMap(scenario.obstacle(toTrading:)).first {
            return .meaningless(obstacle)
        }
        return .found(
            try await FrontierSearch(
                scenario, under: policies[chosen], x: extent.x, y: extent.y,
                extent: FrontierSearch.Extent(within: within), settings: settings
            ).frontier())
    }
}
