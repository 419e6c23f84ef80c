import LinearProgramming

/// Powers of two that bring coefficients to about 1, and typical costs and bounds to about 10.
///
/// GLPK's tolerances are absolute: with all costs a millionth of that it calls plans optimal that
/// are 2 % dearer than the best. Powers of two round nothing, so results need no correction.
struct Scaling {
    /// What each row is multiplied by inside GLPK, which takes it out of its results again.
    let rows: [Double]
    /// What each column is multiplied by inside GLPK, which takes it out of its results again.
    let columns: [Double]
    /// The solver's costs per unit of the model's.
    private(set) var cost = 1.0
    /// The solver's bounds and values per unit of the model's.
    let bound: Double

    /// The solver's objective per unit of the model's.
    var objective: Double { cost * bound }

    init(_ model: WorkingModel) {
        (rows, columns) = Self.equilibrated(model.model)
        // Integers can't be scaled.
        bound = model.isMixedInteger ? 1 : Self.bound(model, rows, columns)
        fitCosts(model)
    }

    /// Chooses the factor of the costs.
    mutating func fitCosts(_ model: WorkingModel) {
        var sizes = Magnitudes()
        for (cost, scale) in zip(model.costs, columns) { sizes.add(cost * scale) }
        cost = sizes.factor
    }

    private static func bound(
        _ model: WorkingModel, _ rows: [Double], _ columns: [Double]
    ) -> Double {
        var sizes = Magnitudes()
        for (row, scale) in rows.enumerated() {
            sizes.add(model.rowLower[row] * scale)
            sizes.add(model.rowUpper[row] * scale)
        }
        for (column, scale) in columns.enumerated() {
            sizes.add(model.columnLower[column] / scale)
            sizes.add(model.columnUpper[column] / scale)
        }
        return sizes.factor
    }

    /// Brings the largest coefficient of each row, then of each column, to between 1 and 2.
    ///
    /// What `glp_scale_prob` does by `GLP_SF_EQ | GLP_SF_2N`, in a twentieth of its time.
    private static func equilibrated(
        _ model: LinearModel
    ) -> (rows: [Double], columns: [Double]) {
        var rows = [Double](repeating: 1, count: model.rowCount)
        var largest = [Double](repeating: 0, count: model.columnCount)
        for row in rows.indices {
            let entries = model.rowStart[row]..<model.rowStart[row + 1]
            let most = entries.reduce(0) { max($0, model.entryCoefficient[$1].magnitude) }
            rows[row] = inversePower(most)
            for entry in entries {
                let column = Int(model.entryColumn[entry])
                let size = model.entryCoefficient[entry].magnitude * rows[row]
                largest[column] = max(largest[column], size)
            }
        }
        return (rows, largest.map(inversePower))
    }

    private static func inversePower(_ size: Double) -> Double {
        size > 0 ? power(-Int(size.exponent)) : 1
    }

    /// 2 to the exponent, held where products of a few can't overflow.
    fileprivate static func power(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: min(max(exponent, -200), 200), significand: 1)
    }
}

/// A count of numbers by their binary exponent.
private struct Magnitudes {
    private static let lowest = -1074
    private static let wanted = 3
    private var counts = [Int](repeating: 0, count: 1024 - lowest)
    private var total = 0

    mutating func add(_ number: Double) {
        guard number.isFinite, number != 0 else { return }
        counts[Int(number.exponent) - Self.lowest] += 1
        total += 1
    }

    /// What brings the median to between 8 and 16.
    var factor: Double {
        guard total > 0 else { return 1 }
        var position = 0
        var below = counts[0]
        while 2 * below < total {
            position += 1
            below += counts[position]
        }
        return Scaling.power(Self.wanted - (position + Self.lowest))
    }
}
