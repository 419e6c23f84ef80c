extension LinearModel {
    /// The program with some of its columns only; those left out are zero.
    ///
    /// Each row of `shortfallRows` gets a further column, which makes up for what is missing at a cost: a
    /// program that lacks columns may have no solution without.
    ///
    /// - Parameter kept: Rising column indices. Zero must lie within the bounds of every other column.
    /// - Returns: A program whose columns are `kept`, then one a row of `shortfallRows`. Rows are all there;
    ///   columns have no names of their own.
    public func restricted(
        to kept: [Int], shortfallRows: Range<Int>, shortfallCost: Double
    ) -> LinearModel {
        var place = [Int32](repeating: -1, count: columnCount)
        for (index, column) in kept.enumerated() { place[column] = Int32(index) }
        let extra = shortfallRows.count
        var result = LinearModel(name: name)
        result.rowBlocks = rowBlocks
        result.rowLower = rowLower
        result.rowUpper = rowUpper
        result.objectiveConstant = objectiveConstant
        result.objectiveUnit = objectiveUnit
        result.columnLower = kept.map { columnLower[$0] } + [Double](repeating: 0, count: extra)
        result.columnUpper =
            kept.map { columnUpper[$0] } + [Double](repeating: .infinity, count: extra)
        result.columnIsInteger =
            kept.map { columnIsInteger[$0] } + [Bool](repeating: false, count: extra)
        result.objective =
            kept.map { objective[$0] } + [Double](repeating: shortfallCost, count: extra)
        var block = Block(name: "column", unit: "1", dimensions: [], first: 0)
        block.count = kept.count + extra
        result.columnBlocks = [block]
        result.rowStart.reserveCapacity(rowCount + 1)
        for row in 0..<rowCount {
            for entry in rowStart[row]..<rowStart[row + 1] {
                let column = place[Int(entryColumn[entry])]
                guard column >= 0 else { continue }
                result.entryColumn.append(column)
                result.entryCoefficient.append(entryCoefficient[entry])
            }
            if shortfallRows.contains(row) {
                result.entryColumn.append(Int32(kept.count + row - shortfallRows.lowerBound))
                result.entryCoefficient.append(1)
            }
            result.rowStart.append(result.entryColumn.count)
        }
        return result
    }

    /// `c_j - sum_i a_ij y_i` of every column, and the size of the terms it is made of; O(nonzeros).
    ///
    /// In plain arithmetic, for choosing columns. A certificate computes its own.
    public func reducedCosts(
        at rowDuals: [Double]
    ) -> (costs: [Double], scales: [Double]) {
        var costs = objective
        var scales = objective.map { 1 + abs($0) }
        for row in 0..<rowCount {
            let dual = rowDuals[row]
            guard dual != 0 else { continue }
            for entry in rowStart[row]..<rowStart[row + 1] {
                let column = Int(entryColumn[entry])
                let term = entryCoefficient[entry] * dual
                costs[column] -= term
                scales[column] += abs(term)
            }
        }
        return (costs, scales)
    }
}
