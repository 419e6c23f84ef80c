import LinearProgramming
import Quantities

/// A column of a small test model.
struct Column {
    var cost: Double
    var lower = 0.0
    var upper = Double.infinity
    var isInteger = false

    static func binary(_ cost: Double) -> Column {
        Column(cost: cost, upper: 1, isInteger: true)
    }
}

/// A row of a small test model, one coefficient a column.
struct Row {
    var coefficients: [Double]
    var bounds: RowBounds<One>

    static func equal(_ coefficients: [Double], _ side: Double) -> Row {
        Row(coefficients: coefficients, bounds: .equal(Quantity(side)))
    }

    static func atMost(_ coefficients: [Double], _ side: Double) -> Row {
        Row(coefficients: coefficients, bounds: .atMost(Quantity(side)))
    }

    static func atLeast(_ coefficients: [Double], _ side: Double) -> Row {
        Row(coefficients: coefficients, bounds: .atLeast(Quantity(side)))
    }
}

/// `minimise cost . x + constant` subject to the rows.
func tinyModel(
    _ columns: [Column], _ rows: [Row] = [], named name: String = "tiny", constant: Double = 0
) throws -> LinearModel {
    var model = LinearModel(name: name)
    let columnSet = Dimension("column", labels: columns.indices.map(String.init))
    let x = try model.declareColumns("x", in: One.self, over: [columnSet])
    var variables: [Variable<One>] = []
    for (index, column) in columns.enumerated() {
        variables.append(
            try model.addColumn(
                x, index, from: Quantity(column.lower),
                to: column.upper == .infinity ? nil : Quantity(column.upper),
                isInteger: column.isInteger))
    }
    let rowSet = Dimension("row", labels: rows.indices.map(String.init))
    let row = try model.declareRows("row", in: One.self, over: [rowSet])
    for (index, given) in rows.enumerated() {
        var expression = LinearExpression<One>()
        for (coefficient, variable) in zip(given.coefficients, variables) where coefficient != 0 {
            expression.add(coefficient, variable)
        }
        try model.addRow(row, index, expression: expression, given.bounds)
    }
    var objective = LinearExpression<One>()
    for (column, variable) in zip(columns, variables) { objective.add(column.cost, variable) }
    objective.constant = Quantity(constant)
    try model.minimise(objective)
    return model
}

/// Numbers that are the same on every machine (SplitMix64, Steele et al. 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Markets served from sites: demand by market, capacity by site, one limit on emissions.
///
/// Columns are `serve`, site by site within a market.
func siting(
    sites: Int, markets: Int, seed: UInt64 = 1, costFactor: Double = 1, loadFactor: Double = 1
) throws -> LinearModel {
    var numbers = SeededNumbers(seed: seed)
    let arcs = sites * markets
    var columns: [Column] = []
    var rows: [Row] = []
    let carbon = (0..<sites).map { _ in Double.random(in: 200...7000, using: &numbers) }
    for _ in 0..<arcs {
        columns.append(
            Column(cost: Double.random(in: 200_000...3_000_000, using: &numbers) * costFactor))
    }
    var total = 0.0
    for market in 0..<markets {
        var row = [Double](repeating: 0, count: arcs)
        for site in 0..<sites { row[market * sites + site] = 1 }
        let load = Double.random(in: 0.2...5, using: &numbers) * loadFactor
        total += load
        rows.append(.equal(row, load))
    }
    for site in 0..<sites {
        var row = [Double](repeating: 0, count: arcs)
        for market in 0..<markets { row[market * sites + site] = 1.25 }
        rows.append(.atMost(row, 2.5 * total / Double(sites)))
    }
    let emissions = (0..<arcs).map { carbon[$0 % sites] }
    let mean = carbon.reduce(0, +) / Double(sites)
    rows.append(.atMost(emissions, 0.9 * mean * total))
    return try tinyModel(columns, rows, named: "siting_\(sites)x\(markets)")
}
