import LinearProgramming
import Quantities
import Testing

/// Which columns and rows of an optimum are free to move.
@Suite struct OptimalFaceTests {
    /// `minimise x + y` subject to `x + y >= 1`: every mixture is as good.
    private func model() throws -> LinearModel {
        var model = LinearModel(name: "mixture")
        let block = try model.declareColumns(
            "x", in: One.self, over: [Dimension("column", labels: ["x", "y"])])
        let columns = [try model.addColumn(block, 0), try model.addColumn(block, 1)]
        var sum = LinearExpression<One>()
        for column in columns { sum.add(1, column) }
        let rows = try model.declareRows(
            "row", in: One.self, over: [Dimension("row", labels: ["r"])])
        try model.addRow(rows, 0, expression: sum, .atLeast(1))
        try model.minimise(sum)
        return model
    }

    private func face(dual: Double, columns: [BasisStatus]) throws -> OptimalFace {
        try OptimalFace(
            of: model(),
            at: Solution(
                status: .optimal, objective: 1, bound: 1, columnValues: [1, 0], rowDuals: [dual],
                basis: Basis(columns: columns, rows: [.atLower]), iterations: 0))
    }

    @Test("A nonbasic column without a price may move; the row with a price may not")
    func mixture() throws {
        let face = try face(dual: 1, columns: [.basic, .atLower])
        #expect(face.mayHoldOthers)
        #expect(face.program.rowUpper == [1])
        #expect(face.program.columnUpper == [.infinity, .infinity])
    }

    @Test("A nonbasic column with a price stays at its bound")
    func priced() throws {
        let face = try face(dual: 0.5, columns: [.basic, .atLower])
        #expect(face.program.columnUpper[1] == 0)
        #expect(!face.mayHoldOthers)
    }

    @Test("A basic column is not held where rounding gives it a price")
    func rounding() throws {
        let face = try face(dual: 1 - 1e-7, columns: [.basic, .atLower])
        // At its bound of zero the face would have no plan at all.
        #expect(face.program.columnUpper[0] == .infinity)
    }
}
