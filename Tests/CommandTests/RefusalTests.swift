import LinearProgramming
import Quantities
import Testing

@testable import SitewiseCommand

@Suite("A refused proof") struct RefusalTests {
    @Test("ends the program with status 70")
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
                Failure.exit(with: error)
            }
        }
    }
}
