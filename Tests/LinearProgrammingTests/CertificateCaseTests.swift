import Quantities
import Testing

@testable import LinearProgramming

/// Minimise `first x + second y` over two rows that share no column: `x >= 1` and `y >= 1`.
private func twoMarkets(costs: (Double, Double), integer: Bool = false) throws -> LinearModel {
    var model = LinearModel(name: "two markets")
    let names = Dimension("n", labels: ["a", "b"])
    let columns = try model.declareColumns("x", in: Megawatt.self, over: [names])
    let rows = try model.declareRows("demand", in: Megawatt.self, over: [names])
    var cost = LinearExpression<Dollar>()
    for (index, price) in [costs.0, costs.1].enumerated() {
        let variable = try model.addColumn(columns, index, to: 9, isInteger: integer)
        cost.add(PowerPrice(price), variable)
        var row = LinearExpression<Megawatt>()
        row.add(1, variable)
        try model.addRow(rows, index, expression: row, .atLeast(1))
    }
    try model.minimise(cost)
    return model
}

@Test("A large cost in one market does not hide a wrong price in another")
func largeCostsElsewhere() throws {
    let model = try twoMarkets(costs: (1e12, 5))
    let right = Certificate(checking: model, columnValues: [1, 1], rowDuals: [1e12, 5])
    #expect(right.holds())
    let wrong = Certificate(checking: model, columnValues: [1, 1], rowDuals: [1e12, 4.9])
    #expect(wrong.gap <= 1e-6)
    #expect(wrong.complementarityPlace == "column 'x(b)'")
    #expect(!wrong.holds())
    let moved = Certificate(checking: model, columnValues: [1, 1.01], rowDuals: [1e12, 5])
    #expect(moved.complementarityPlace == "row 'demand(b)'")
    #expect(!moved.holds())
}

@Test("A price on a row without the side that it asks for is a dual residual")
func pricesNeedSides() throws {
    var model = try twoMarkets(costs: (2, 5))
    let negative = Certificate(checking: model, columnValues: [1, 1], rowDuals: [2, -5])
    #expect(negative.dualPlace == "row 'demand(b)'")
    #expect(negative.dualResidual > 0.4)
    try model.restrictRow(1, from: -.infinity, to: .infinity)
    #expect(!Certificate(checking: model, columnValues: [1, 1], rowDuals: [2, 5]).holds())
    #expect(Certificate(checking: model, columnValues: [1, 0], rowDuals: [2, 0]).holds())
}

@Test("Objectives, bound and gap are those of the definition")
func figures() throws {
    let model = try smallModel()
    let values = [11.75, 0.5, 5, 0, -2, 8.25]
    let loose = Certificate(
        checking: model, columnValues: values, rowDuals: [1, 0, 0, 0, 0])
    #expect(loose.primalObjective == 350_400 * 11.75 + 0.5 - 5e-7 - 250.5)
    // Reduced costs 350399 and 0, -1e-7 for the modules at up to 3.5.
    #expect(loose.dualObjective == 12.25 - 3.5e-7 - 250.5)
    #expect(loose.gap == (loose.primalObjective - loose.dualObjective) / loose.primalObjective)
    #expect(loose.primalPlace == "column 'modules(yaan)'")
    #expect(loose.primalResidual == 1.5 / 6)
    #expect(loose.integrality == 0)
}

@Test("A refusal names the model, the place and the tolerance")
func refusals() throws {
    let model = try twoMarkets(costs: (2, 5))
    let certificate = Certificate(checking: model, columnValues: [0.5, 1], rowDuals: [2, 5])
    let refusal = try #require(throws: CertificateRefused.self) {
        try certificate.require(of: model.name)
    }
    #expect(refusal.certificate == certificate)
    #expect(
        refusal.description == """
            the answer for model 'two markets' is refused: row 'demand(a)' violates its bounds \
            by 0.3333333333333333 of its size (tolerance 1e-06)
            """)
}

@Test("An integer plan needs integers, feasibility and a bound within the gap asked for")
func integerPlans() throws {
    let model = try twoMarkets(costs: (2, 5), integer: true)
    func check(_ values: [Double], bound: Double, claim: Double? = nil) -> Certificate {
        Certificate(
            checkingInteger: model, columnValues: values, bound: bound, claimedObjective: claim)
    }
    #expect(check([1, 1], bound: 7, claim: 7).holds())
    #expect(check([1, 1], bound: 7).dualObjective == 7)
    #expect(check([1, 1], bound: 6.95).gap == (7 - 6.95) / 7)
    #expect(!check([1, 1], bound: 6.95).holds())
    #expect(check([1, 1], bound: 6.95).holds(withinGap: 0.01))
    #expect(!check([1, 1], bound: 6.95).holds(withinGap: 0.001))
    #expect(check([1, 1], bound: -.infinity).holds(withinGap: .infinity))
    #expect(!check([1, 1], bound: 7.1).holds(withinGap: 1), "a bound above the plan")
    #expect(!check([1, 1], bound: .nan).holds(withinGap: .infinity))
    #expect(!check([1, 1], bound: 7, claim: 7.1).holds())
    #expect(!check([0, 1], bound: 5).holds(), "a demand unmet")
    #expect(!check([1, 10], bound: 52).holds(), "above its bound")
    #expect(!check([1, .nan], bound: 7).holds(withinGap: .infinity))
    #expect(!check([1], bound: 7).holds())
    let fractional = check([1, 1.25], bound: 8.25)
    #expect(fractional.integrality == 0.25)
    #expect(fractional.integralityPlace == "column 'x(b)'")
    #expect(!fractional.holds(withinGap: 1))
}

@Test("A solution is checked by its duals, or by its bound where it has none to show")
func solutions() throws {
    let linear = try twoMarkets(costs: (2, 5))
    let optimal = Solution(
        status: .optimal, objective: 7, bound: 7, columnValues: [1, 1], rowDuals: [2, 5])
    #expect(Certificate(checking: linear, optimal).holds())
    var claim = optimal
    claim.rowDuals = []
    #expect(!Certificate(checking: linear, claim).holds(), "optimal, but no duals")
    claim.status = .feasible
    claim.bound = 6
    #expect(Certificate(checking: linear, claim).holds(withinGap: 0.2))
    let integer = try twoMarkets(costs: (2, 5), integer: true)
    #expect(Certificate(checking: integer, optimal).holds())
    #expect(!Certificate(checking: integer, Solution(status: .stopped)).holds())
}
