import LinearProgramming
import Quantities
import Testing

@testable import SitewiseCommand

@Suite("What can't be computed or proved") struct RefusalTests {
    @Test("figures that leave the range of numbers together are bad input, not a fault")
    func notFinite() throws {
        let machines = "{power_w: 400, count: 10, utilisation: 1e-320}"
        let run = try Draft.run(
            "place",
            changes: [
                "services": "{a: {accelerators: \(machines), requests_per_user_per_day: 10}}"
            ])
        #expect(run.status == 65)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("too large or too small to be computed with"))
    }

    @Test("a refused proof ends the program with status 70")
    func status() async {
        await #expect(processExitsWith: .exitCode(70)) {
            // One column at least 1 that costs 2: the optimum is 2, with nothing to prove 0.
            var program = LinearModel(name: "planted")
            let block = try program.declareColumns("x", in: Megawatt.self, over: [])
            let x = try program.addColumn(block, from: 1)
            var cost = LinearExpression<Dollar>()
            cost.add(Quantity(2), x)
            try program.minimise(cost)
            let certificate = Certificate(checking: program, columnValues: [0], rowDuals: [])
            do {
                try certificate.require(of: program.name)
            } catch {
                Failure.exit(with: error, of: nil)
            }
        }
    }
}
