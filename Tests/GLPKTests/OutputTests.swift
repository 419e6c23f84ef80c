import GLPK
import LinearProgramming
import Testing

@Suite("Terminal")
struct OutputTests {
    @Test("nothing is printed, whatever happens")
    func silence() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            _ = try GLPKSolver.solve(siting(sites: 15, markets: 30))
            let options = SolveOptions(iterationLimit: 50)
            _ = try GLPKSolver.solve(marketSplit(), options: options)
            let bad = Basis(columns: [.basic, .basic], rows: [.basic])
            let model = try tinyModel([Column(cost: 1), Column(cost: 1)], [.atLeast([1, 1], 2)])
            _ = try GLPKSolver.solve(model, options: SolveOptions(start: bad))
        }
        #expect(result?.standardOutputContent.isEmpty == true)
        #expect(result?.standardErrorContent.isEmpty == true)
    }
}
