import Quantities
import Testing

@testable import LinearProgramming

/// Two columns and a block of rows to add to.
private struct Sandbox {
    var model = LinearModel(name: "sandbox")
    let columns: ColumnBlock<Megawatt>
    let rows: RowBlock<Megawatt>
    let first: Variable<Megawatt>
    let second: Variable<Megawatt>

    init() throws {
        let dimension = Dimension("n", labels: ["a", "b", "c", "d"])
        columns = try model.declareColumns("x", in: Megawatt.self, over: [dimension])
        rows = try model.declareRows("row", in: Megawatt.self, over: [dimension])
        first = try model.addColumn(columns, 0)
        second = try model.addColumn(columns, 1)
    }
}

@Test("A column twice in a row is refused, named, and leaves the model as it was")
func duplicateColumns() throws {
    var box = try Sandbox()
    let before = box.model
    var row = LinearExpression<Megawatt>()
    row.add(1, box.second)
    row.add(2, box.first)
    row.add(3, box.second)
    #expect(throws: ModelError.duplicateColumn(column: "x(b)", row: "row(a)")) {
        try box.model.addRow(box.rows, 0, expression: row, .atMost(1))
    }
    #expect(box.model == before)
    try box.model.addRow(box.rows, 0, expression: row.combined(), .atMost(1))
    #expect(box.model.entryColumn == [0, 1])
    #expect(box.model.entryCoefficient == [2, 4])
}

@Test(
    "A coefficient that is no finite number is refused and leaves the model as it was",
    arguments: [Double.nan, .infinity, -.infinity])
func coefficients(_ value: Double) throws {
    var box = try Sandbox()
    let before = box.model
    var row = LinearExpression<Megawatt>()
    row.add(1, box.first)
    row.add(value, box.second)
    #expect {
        try box.model.addRow(box.rows, 0, expression: row, .atMost(1))
    } throws: { error in
        "\(error)" == "the coefficient of x(b) in row(a) is \(value), not a finite number"
    }
    #expect(box.model == before)
}

@Test("A row needs a finite side, no NaN and sides in order")
func rowSides() throws {
    var box = try Sandbox()
    let before = box.model
    let row = LinearExpression<Megawatt>()
    let nan = Power(.nan)
    let infinity = Power(.infinity)
    let wrong: [RowBounds<Megawatt>] = [
        .equal(nan), .equal(infinity), .atMost(infinity), .atLeast(infinity), .atLeast(nan),
        .between(nan, 1), .between(1, nan), .between(-1 * infinity, infinity), .between(2, 1),
        .between(infinity, 1), .between(1, -1 * infinity),
    ]
    for sides in wrong {
        #expect(throws: ModelError.self, "\(sides)") {
            try box.model.addRow(box.rows, 0, expression: row, sides)
        }
    }
    #expect(box.model == before)
    var shifted = row
    shifted.constant = nan
    #expect(throws: ModelError.self) {
        try box.model.addRow(box.rows, 0, expression: shifted, .equal(1))
    }
    try box.model.addRow(box.rows, 0, expression: row, .between(-1 * infinity, 1))
    #expect(box.model.rowLower == [-.infinity])
}

@Test("Bounds of a column are numbers in order, infinite only outwards")
func columnBounds() throws {
    var box = try Sandbox()
    let before = box.model
    let wrong: [(Double, Double)] = [
        (.nan, 1), (0, .nan), (2, 1), (.infinity, .infinity), (-.infinity, -.infinity),
    ]
    for (lower, upper) in wrong {
        #expect(throws: ModelError.self, "\(lower) \(upper)") {
            try box.model.addColumn(box.columns, 2, from: Power(lower), to: Power(upper))
        }
        #expect(throws: ModelError.self) {
            try box.model.restrictColumn(0, from: lower, to: upper)
        }
        #expect(throws: ModelError.self) {
            try box.model.restrictRow(0, from: lower, to: upper)
        }
    }
    #expect(box.model == before)
    try box.model.addColumn(box.columns, 2, from: Power(-.infinity), to: -3)
    #expect(box.model.columnUpper == [.infinity, .infinity, -3])
}

@Test("Costs and the objective's constant are finite, and costs of a column add up")
func costs() throws {
    var box = try Sandbox()
    let before = box.model
    var cost = LinearExpression<Dollar>()
    cost.add(PowerPrice(2), box.first)
    cost.add(PowerPrice(3), box.first)
    cost.add(PowerPrice(.nan), box.second)
    #expect {
        try box.model.minimise(cost)
    } throws: { error in
        "\(error)" == "the cost of x(b) is nan, not a finite number"
    }
    cost.removeAll()
    cost.constant = Money(.infinity)
    #expect(throws: ModelError.notFinite(what: "the objective's constant", value: .infinity)) {
        try box.model.minimise(cost)
    }
    cost.removeAll()
    cost.add(PowerPrice(1), Variable<Megawatt>(column: 2))
    #expect(throws: ModelError.unknownColumn(2)) { try box.model.minimise(cost) }
    #expect(box.model == before)

    cost.removeAll()
    cost.add(PowerPrice(2), box.first)
    cost.add(PowerPrice(3), box.first)
    cost.constant = 7
    try box.model.minimise(cost)
    #expect(box.model.objective == [5, 0])
    #expect(box.model.objectiveConstant == 7)
    #expect(box.model.objectiveUnit == "USD")
}

@Test("A row over a column that does not exist is refused")
func unknownColumns() throws {
    var box = try Sandbox()
    var row = LinearExpression<Megawatt>()
    row.add(1, box.first)
    row.add(1, Variable(column: 2))
    #expect(throws: ModelError.unknownColumn(2)) {
        try box.model.addRow(box.rows, 0, expression: row, .equal(1))
    }
    #expect(box.model.nonzeroCount == 0)
    #expect(box.model.rowCount == 0)
}

@Test("Models are equal when their rows, columns and objective are, however they were built")
func equality() throws {
    var (left, right) = (try Sandbox(), try Sandbox())
    var row = LinearExpression<Megawatt>()
    row.add(2, left.first)
    row.constant = 1
    try left.model.addRow(left.rows, 0, expression: row, .atMost(5))
    row.constant = 0
    row.add(0, left.second)
    try right.model.addRow(right.rows, 0, expression: row, .atMost(4))
    #expect(left.model == right.model)
    #expect(left.model.nonzeroCount == 1)
    #expect(try smallModel() == smallModel())
    try right.model.restrictColumn(1, from: 0, to: 8)
    #expect(left.model != right.model)
}
