import GLPK
public import Siting

/// Answers why a plan is as it is, by its prices and by solving changed scenarios.
///
/// Prices and break-evens belong to the last stage of a policy, with the earlier ones held at what they came
/// to, within the policy's tolerance.
public struct Explainer: Sendable {
    /// What to explain, by index into the scenario.
    public enum Question: Sendable, Equatable {
        case site(Int)
        /// One service, or all that the market asks for.
        case market(Int, service: Int?)
        case job(Int)
        /// A rule of the policy, or the key of one of its limits, such as `emissions_t_per_year`.
        case rule(String)
    }

    private let scenario: Scenario
    private let policy: Policy
    private let settings: SolveSettings

    /// - Parameter settings: Their limit of time is that of all solves together.
    public init(
        _ scenario: Scenario, under policy: Policy, settings: SolveSettings = SolveSettings()
    ) {
        self.scenario = scenario
        self.policy = policy
        self.settings = settings.limitedTogether()
    }

    /// - Throws: `CertificateRefused` when the plan does not stand up to recomputation, and what the solver
    ///   throws when it breaks down.
    public func answer(_ question: Question) async throws -> Explanation {
        let (plan, solved) = try await Self.onOwnThread(settings) { settings in
            try SolvedPolicy.solve(scenario, under: policy, settings: settings)
        }
        guard let solved else { return Explanation(of: plan, answer: nil) }
        let answer: Explanation.Answer =
            switch question {
            case .site(let site):
                .site(
                    try await SiteExplainer(scenario, policy, solved, settings)
                        .explanation(of: site))
            case .market(let market, let service):
                .work(
                    try await WorkExplainer(scenario, solved, settings)
                        .explanations(ofMarket: market, service: service))
            case .job(let job):
                .work([
                    try await WorkExplainer(scenario, solved, settings).explanation(ofJob: job)
                ])
            case .rule(let name):
                .rule(
                    try await RuleExplainer(scenario, policy, solved, settings)
                        .explanation(of: name))
            }
        return Explanation(of: plan, answer: answer)
    }

    /// The best sites that the plan does not use, those that would cost least to use first, each with the
    /// figures that would bring it in.
    ///
    /// - Returns: At most `count`; none where the plan is not proved best.
    public func bestSitesOut(count: Int) async throws -> [SiteOut] {
        let solved = try await Self.onOwnThread(settings) { settings in
            try SolvedPolicy.solve(scenario, under: policy, settings: settings).solved
        }
        guard let solved else { return [] }
        let explainer = SiteExplainer(scenario, policy, solved, settings)
        var sites: [SiteOut] = []
        for candidate in SitesOut(solved).candidates.prefix(count) {
            sites.append(
                SiteOut(
                    explanation: try await explainer.explanation(of: candidate.site),
                    firstMegawatt: candidate.firstMegawatt))
        }
        return sites
    }

    /// Runs solves on a thread of their own.
    static func onOwnThread<Value: Sendable>(
        _ settings: SolveSettings, _ body: @escaping @Sendable (SolveSettings) throws -> Value
    ) async throws -> Value {
        try await GLPKSolver.onOwnThread { isCancelled in
            Result { try body(settings.stopping(when: isCancelled)) }
        }.get()
    }

    /// Runs one body an item side by side, each on a thread of its own; results in order.
    static func sideBySide<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ settings: SolveSettings, atOnce: Int? = nil,
        _ body: @escaping @Sendable (Item, SolveSettings) throws -> Value
    ) async throws -> [Value] {
        let results = await SideBySide.map(items, atOnce: atOnce) {
            item -> Result<Value, any Error> in
            do {
                return .success(try await onOwnThread(settings) { try body(item, $0) })
            } catch {
                return .failure(error)
            }
        }
        return try results.map { try $0.get() }
    }
}
