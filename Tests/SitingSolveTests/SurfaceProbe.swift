import Fixtures
import Siting
import SitingSolve

/// Surfaces of test scenarios.
enum SurfaceProbe {
    static let traded: [Measure] = [.cost, .emissions, .roundTrip]

    static func surface(
        _ scenario: Scenario, _ measures: [Measure] = traded,
        policy: Policy = Fixtures.policy(.cost), within: Double = 0, pointLimit: Int? = nil,
        settings: SolveSettings = SolveSettings()
    ) async throws -> FrontierSurface {
        try await FrontierSurfaceSearch(
            scenario, under: policy, measures: measures,
            extent: .init(within: within, pointLimit: pointLimit), settings: settings
        ).surface()
    }
}
