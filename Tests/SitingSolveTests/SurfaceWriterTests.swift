import Fixtures
import Quantities
import Siting
import SitingFormulation
import Testing

@testable import SitingSolve

/// What a surface says of solves without an answer.
@Suite struct SurfaceWriterTests {
    private let scenario = Fixtures.scenario(
        sites: [Fixtures.site("s", longitude: 0, limit: 20) { $0.price = 30 }],
        markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [10])],
        roundTrips: [[40]])

    @Test("Answers whose proof is refused are no answers, and the surface says how many")
    func refused() throws {
        let weighing = SurfaceWeighing(
            scenario, under: Fixtures.policy(.cost), measures: [.cost, .emissions, .roundTrip])
        let formulation = try Formulation(
            scenario: scenario, policy: weighing.policy(SIMD3(1, 0, 0)))
        // No residual is less than nothing.
        let strict = FrontierLane(
            scenario, formulation, settings: SolveSettings(tolerance: -1))
        let usual = FrontierLane(scenario, formulation, settings: SolveSettings())
        let (even, ranges) = (SIMD3(1, 1, 1.0), SIMD3(repeating: 1.0))
        #expect(try strict.provedAnswer(to: even, ranges: ranges, by: weighing) == nil)
        let answers = try SurfaceFrame.axes.map {
            try usual.answer(to: $0, ranges: ranges, by: weighing)
        }
        let vertex = answers[0].vertex
        let shape = SurfaceShape([vertex], cuts: answers.map(\.cut))
        let point = SurfacePoint(
            values: (0..<3).map { vertex.values[$0] }, rates: SurfaceRates(second: 1, third: 1),
            weights: weighing.policyWeights(even), isFoundAgain: true,
            totals: vertex.plan.totals, siteCount: 1, proof: vertex.plan.proof)
        var writer = SurfaceWriter(
            formulation, weighing: weighing, within: 0,
            runner: StageRunner(settings: SolveSettings()))
        writer.count(answers)
        let whole = writer.surface(shape, points: [point], .optimal)
        #expect(whole.solveCount == 3)
        #expect(whole.warnings.isEmpty)
        writer.count([nil, nil])
        let part = writer.surface(shape, points: [point], .optimal)
        #expect(part.solveCount == 3)
        #expect(part.warnings.count == 1)
        #expect(part.warnings.first?.hasPrefix("2 of the directions asked for had no") == true)
    }
}
