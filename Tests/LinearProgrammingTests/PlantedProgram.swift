import LinearProgramming
import Quantities

/// A random linear program with an optimal pair of values and duals that it was built around.
///
/// Every row has a column of its own that lies strictly between its bounds, so that no dual can
/// change unnoticed: a price that is wrong is wrong for that column.
struct PlantedProgram {
    /// A column beyond those of the pair, priced to improve the plan.
    enum Extra: CaseIterable { case none, unbounded, bounded }

    private(set) var model = LinearModel(name: "planted")
    private(set) var values: [Double] = []
    private(set) var duals: [Double] = []
    /// Columns held at a bound by a reduced cost.
    private(set) var heldColumns: [Int] = []
    let costScale: Double

    private static let rows = 8
    private static let others = 10
    private var reducedCosts: [Double] = []

    /// Rows whose dual is not zero.
    var pricedRows: [Int] { duals.indices.filter { duals[$0] != 0 } }

    init(seed: UInt64, costScale: Double, extra: Extra = .none) throws {
        self.costScale = costScale
        var random = SplitMix(state: seed)
        try addColumns(extra, &random)
        try addRows(extra, &random)
        var cost = LinearExpression<Dollar>()
        for row in duals.indices {
            for entry in model.rowStart[row]..<model.rowStart[row + 1] {
                let share = model.entryCoefficient[entry] * duals[row]
                cost.add(PowerPrice(share), Variable(column: Int(model.entryColumn[entry])))
            }
        }
        for (column, reducedCost) in reducedCosts.enumerated() {
            cost.add(PowerPrice(reducedCost), Variable(column: column))
        }
        cost.constant = Money(3 * costScale)
        try model.minimise(cost)
    }

    private mutating func addColumns(_ extra: Extra, _ random: inout SplitMix) throws {
        let count = Self.rows + Self.others + (extra == .none ? 0 : 1)
        let names = Dimension("n", labels: (0..<count).map { "n\($0)" })
        let block = try model.declareColumns("x", in: Megawatt.self, over: [names])
        for column in 0..<(Self.rows + Self.others) {
            let value = Double(Int.random(in: -5...5, using: &random))
            let price = costScale * Double(Int.random(in: 1...4, using: &random))
            let (below, above) = (value - 2, Bool.random(using: &random) ? value + 2 : .infinity)
            let (lower, upper, reducedCost): (Double, Double, Double)
            switch column < Self.rows ? 0 : Int.random(in: 0...3, using: &random) {
            case 0: (lower, upper, reducedCost) = (below, above, 0)
            case 1: (lower, upper, reducedCost) = (value, above, price)
            case 2: (lower, upper, reducedCost) = (-.infinity, value, -price)
            default: (lower, upper, reducedCost) = (value, value, -price)
            }
            try model.addColumn(block, column, from: Power(lower), to: Power(upper))
            values.append(value)
            reducedCosts.append(reducedCost)
            if reducedCost != 0 { heldColumns.append(column) }
        }
        guard extra != .none else { return }
        try model.addColumn(block, count - 1, to: extra == .bounded ? 5 : nil)
        values.append(0)
        reducedCosts.append(-costScale)
    }

    private mutating func addRows(_ extra: Extra, _ random: inout SplitMix) throws {
        let names = Dimension("n", labels: (0..<Self.rows).map { "n\($0)" })
        let block = try model.declareRows("row", in: Megawatt.self, over: [names])
        for row in 0..<Self.rows {
            var expression = LinearExpression<Megawatt>()
            expression.add(1, Variable<Megawatt>(column: row))
            for column in Self.rows..<values.count where Bool.random(using: &random) {
                expression.add(
                    Double(Int.random(in: -3...3, using: &random)),
                    Variable<Megawatt>(column: column))
            }
            let activity = expression.value(at: values)
            let price = costScale * Double(Int.random(in: 1...5, using: &random))
            let sides: RowBounds<Megawatt>
            let far = activity + 3
            switch Int.random(in: 0...5, using: &random) {
            case 0: (sides, duals) = (.equal(activity), duals + [price])
            case 1: (sides, duals) = (.equal(activity), duals + [-price])
            case 2: (sides, duals) = (.atLeast(activity), duals + [price])
            case 3: (sides, duals) = (.atMost(activity), duals + [-price])
            case 4: (sides, duals) = (.between(activity, far), duals + [price])
            default: (sides, duals) = (.between(activity - 3, far), duals + [0])
            }
            try model.addRow(block, row, expression: expression, sides)
        }
    }
}
