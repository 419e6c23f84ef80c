import GLPK
import LinearProgramming
import Testing

@Suite("Scaling")
struct ScalingTests {
    @Test(
        "the unit of the costs does not change the plan", arguments: [1e-12, 1e-6, 1e-3, 1e6, 1e9])
    func costsMayHaveAnyUnit(factor: Double) throws {
        let base = try GLPKSolver.solve(siting(sites: 20, markets: 40, seed: 3))
        let scaled = try GLPKSolver.solve(
            siting(sites: 20, markets: 40, seed: 3, costFactor: factor))
        #expect(base.status == .optimal && scaled.status == .optimal)
        #expect(abs(scaled.objective / factor / base.objective - 1) < 1e-9)
        for (left, right) in zip(base.rowDuals, scaled.rowDuals) {
            #expect(abs(right / factor - left) <= 1e-9 * (1e6 + abs(left)))
        }
    }

    @Test("the unit of the loads does not change the plan", arguments: [1e-9, 1e-4, 1e4])
    func loadsMayHaveAnyUnit(factor: Double) throws {
        let base = try GLPKSolver.solve(siting(sites: 20, markets: 40, seed: 4))
        let scaled = try GLPKSolver.solve(
            siting(sites: 20, markets: 40, seed: 4, loadFactor: factor))
        #expect(base.status == .optimal && scaled.status == .optimal)
        #expect(abs(scaled.objective / factor / base.objective - 1) < 1e-9)
    }
}
