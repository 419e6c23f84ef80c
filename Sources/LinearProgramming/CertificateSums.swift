/// Every sum that a certificate needs, in compensated arithmetic.
struct CertificateSums {
    /// `sum_j a_ij x_j` of each row.
    private(set) var activity: [Double] = []
    /// `1 + sum_j |a_ij x_j|` of each row.
    private(set) var rowScale: [Double] = []
    /// `c_j - sum_i a_ij y_i` of each column; empty without duals.
    private(set) var reducedCost: [Double] = []
    /// `1 + |c_j| + sum_i |a_ij y_i|` of each column; empty without duals.
    private(set) var costScale: [Double] = []
    /// `c x` and the constant.
    private(set) var objective = 0.0
    /// `1 + sum_j |c_j x_j|`.
    private(set) var objectiveScale = 1.0

    init(_ model: LinearModel, _ values: [Double], _ duals: [Double]?) {
        sumObjective(model, values)
        activity.reserveCapacity(model.rowCount)
        rowScale.reserveCapacity(model.rowCount)
        for row in 0..<model.rowCount { addActivity(model, row, values) }
        guard let duals else { return }
        // Each half reads all entries and adds up its own columns.
        let middle = model.columnCount / 2
        let halves = Parallel.map(blocks: 2) { half in
            ReducedCosts(
                model, duals, of: half == 0 ? 0..<middle : middle..<model.columnCount)
        }
        reducedCost = halves.flatMap(\.costs)
        costScale = halves.flatMap(\.scales)
    }

    private mutating func addActivity(
        _ model: LinearModel, _ row: Int, _ values: [Double]
    ) {
        var sum = CompensatedSum()
        var scale = 1.0
        for entry in model.rowStart[row]..<model.rowStart[row + 1] {
            let value = values[Int(model.entryColumn[entry])]
            // Of a large plan, nearly all.
            if value == 0 { continue }
            let coefficient = model.entryCoefficient[entry]
            sum.add(product: coefficient, value)
            scale += abs(coefficient * value)
        }
        activity.append(sum.value)
        rowScale.append(scale)
    }

    private mutating func sumObjective(_ model: LinearModel, _ values: [Double]) {
        var sum = CompensatedSum()
        for (cost, value) in zip(model.objective, values) where value != 0 {
            sum.add(product: cost, value)
            objectiveScale += abs(cost * value)
        }
        sum.add(model.objectiveConstant)
        objective = sum.value
    }

    /// A row's dual as the largest share it has in the costs of a column of the row.
    ///
    /// A dual's own size says nothing: a million dollars per megawatt is small change where columns
    /// cost a billion. Setting to zero a dual whose share is below the tolerance moves no reduced
    /// cost by more than the tolerance, so the share is what may be neglected.
    func relativeDual(_ model: LinearModel, _ row: Int, _ dual: Double) -> Double {
        let entries = model.rowStart[row]..<model.rowStart[row + 1]
        guard !entries.isEmpty else { return abs(dual) / (1 + abs(dual)) }
        var share = 0.0
        for entry in entries {
            let cost = abs(model.entryCoefficient[entry] * dual)
            let of = cost / costScale[Int(model.entryColumn[entry])]
            // A NaN, from an overflow, must not be lost.
            if !(of <= share) { share = of }
        }
        return share
    }
}

/// The reduced costs of some columns, and what they are made of, in compensated arithmetic.
private struct ReducedCosts {
    let costs: [Double]
    let scales: [Double]

    init(_ model: LinearModel, _ duals: [Double], of columns: Range<Int>) {
        var sums = model.objective[columns].map { cost in
            var sum = CompensatedSum()
            sum.add(cost)
            return sum
        }
        var scales = model.objective[columns].map { 1 + abs($0) }
        sums.withUnsafeMutableBufferPointer { sums in
            scales.withUnsafeMutableBufferPointer { scales in
                for row in 0..<model.rowCount where duals[row] != 0 {
                    let dual = duals[row]
                    for entry in model.rowStart[row]..<model.rowStart[row + 1] {
                        let column = Int(model.entryColumn[entry])
                        guard columns.contains(column) else { continue }
                        let place = column - columns.lowerBound
                        let coefficient = model.entryCoefficient[entry]
                        sums[place].add(product: -coefficient, dual)
                        scales[place] += abs(coefficient * dual)
                    }
                }
            }
        }
        costs = sums.map(\.value)
        self.scales = scales
    }
}

/// The signs and slackness of prices: the duals of rows and the reduced costs of columns alike.
struct DualCheck {
    private(set) var sign = WorstPlace()
    private(set) var slackness = WorstPlace()
    /// The lower bound that the prices prove.
    var bound = CompensatedSum()
    private let planScale: Double

    /// - Parameter planScale: 1 plus the sum of the plan's |costs|.
    init(planScale: Double) { self.planScale = planScale }

    /// Judges one row or column, whose price is not zero.
    ///
    /// A price above zero holds the value at its lower bound, one below zero at its upper. An
    /// infinite bound adds nothing to the proved bound: it shows in the residual.
    mutating func see(
        price: Double, relativePrice: () -> Double, value: Double, valueScale: Double,
        lower: Double, upper: Double, _ place: WorstPlace.Place
    ) {
        let target = price > 0 ? lower : upper
        guard target.isFinite else {
            sign.see(relativePrice(), place)
            return
        }
        bound.add(product: price, target)
        let slack = abs(value - target)
        guard slack != 0 else { return }
        let distance = slack / valueScale
        let cost = abs(price) * slack / planScale
        let share = distance <= slackness.value ? distance : min(distance, relativePrice())
        slackness.see(share.isNaN ? share : max(share, cost), place)
    }
}

/// The worst of many figures and where it stands.
struct WorstPlace {
    enum Place { case row(Int), column(Int) }

    private(set) var value = 0.0
    private var place: Place?

    mutating func see(_ figure: Double, _ place: Place) {
        guard !(figure <= value) else { return }
        value = figure.isNaN ? .infinity : figure
        self.place = place
    }

    func name(in model: LinearModel) -> String {
        switch place {
        case .row(let row): "row '\(model.rowName(row))'"
        case .column(let column): "column '\(model.columnName(column))'"
        case nil: ""
        }
    }
}
