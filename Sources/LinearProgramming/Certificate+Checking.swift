extension Certificate {
    /// Recomputes a plan's proof from the model and the solver's values.
    ///
    /// O(nonzeros), in compensated arithmetic. Missing values, NaN and infinities make the
    /// residuals infinite; nothing traps.
    ///
    /// - Parameters:
    ///   - columnValues: One value a column.
    ///   - rowDuals: One dual a row: the change of the optimum per unit of the right-hand side.
    ///   - claimedObjective: The objective as the solver stated it, where it is to be checked.
    public init(
        checking model: LinearModel, columnValues: [Double], rowDuals: [Double],
        claimedObjective: Double? = nil, tolerance: Double = 1e-6
    ) {
        self.init(tolerance: tolerance)
        if let flaw = Self.flaw(in: columnValues, model.columnCount, "column", model.columnName)
            ?? Self.flaw(in: rowDuals, model.rowCount, "row", model.rowName)
        {
            refuse(flaw)
            return
        }
        let sums = CertificateSums(model, columnValues, rowDuals)
        setPrimal(model, columnValues, sums)
        setDual(model, columnValues, rowDuals, sums)
        setClaim(claimedObjective)
    }

    /// Checks an integer plan, or any plan without duals, against the lower bound claimed for it.
    ///
    /// The bound itself is taken on trust; `holds(withinGap:)` wants the gap that was asked for.
    public init(
        checkingInteger model: LinearModel, columnValues: [Double], bound: Double,
        claimedObjective: Double? = nil, tolerance: Double = 1e-6
    ) {
        self.init(tolerance: tolerance)
        if let flaw = Self.flaw(in: columnValues, model.columnCount, "column", model.columnName) {
            refuse(flaw)
            return
        }
        setPrimal(model, columnValues, CertificateSums(model, columnValues, nil))
        setGap(to: bound)
        setClaim(claimedObjective)
    }

    /// Checks a solution in the way that fits it: by its duals, or by its bound if it is an integer
    /// plan or claims no more than to be feasible.
    public init(checking model: LinearModel, _ solution: Solution, tolerance: Double = 1e-6) {
        if model.isMixedInteger || (solution.status == .feasible && solution.rowDuals.isEmpty) {
            self.init(
                checkingInteger: model, columnValues: solution.columnValues,
                bound: solution.bound, claimedObjective: solution.objective,
                tolerance: tolerance)
        } else {
            self.init(
                checking: model, columnValues: solution.columnValues,
                rowDuals: solution.rowDuals, claimedObjective: solution.objective,
                tolerance: tolerance)
        }
    }

    /// Names the first value that can't be computed with.
    private static func flaw(
        in values: [Double], _ count: Int, _ kind: String, _ name: (Int) -> String
    ) -> String? {
        if values.count != count { return "a list of \(values.count) values for \(count) \(kind)s" }
        return values.firstIndex { !$0.isFinite }.map { "\(kind) \(name($0))" }
    }

    private mutating func refuse(_ place: String) {
        (primalResidual, primalPlace) = (.infinity, place)
        (dualResidual, dualPlace) = (.infinity, place)
        (complementarity, complementarityPlace) = (.infinity, place)
    }

    private mutating func setGap(to bound: Double) {
        dualObjective = bound
        let distance = abs(primalObjective - bound) / max(1, abs(primalObjective))
        gap = distance.isNaN ? .infinity : distance
    }

    private mutating func setClaim(_ claim: Double?) {
        guard let claim else { return }
        let error = abs(claim - primalObjective) / max(1, abs(primalObjective))
        objectiveError = error.isNaN ? .infinity : error
    }

    private mutating func setPrimal(
        _ model: LinearModel, _ values: [Double], _ sums: CertificateSums
    ) {
        var worst = WorstPlace()
        for row in 0..<model.rowCount {
            let activity = sums.activity[row]
            let violation = max(
                model.rowLower[row] - activity, activity - model.rowUpper[row], 0)
            worst.see(violation / sums.rowScale[row], .row(row))
        }
        var farthest = WorstPlace()
        for column in 0..<model.columnCount {
            let value = values[column]
            let violation = max(
                model.columnLower[column] - value, value - model.columnUpper[column], 0)
            worst.see(violation / (1 + abs(value)), .column(column))
            if model.columnIsInteger[column] {
                farthest.see(abs(value - value.rounded()), .column(column))
            }
        }
        (primalResidual, primalPlace) = (worst.value, worst.name(in: model))
        (integrality, integralityPlace) = (farthest.value, farthest.name(in: model))
        primalObjective = sums.objective
    }

    private mutating func setDual(
        _ model: LinearModel, _ values: [Double], _ duals: [Double], _ sums: CertificateSums
    ) {
        var check = DualCheck(planScale: sums.objectiveScale)
        check.bound.add(model.objectiveConstant)
        for row in 0..<model.rowCount where duals[row] != 0 {
            check.see(
                price: duals[row], relativePrice: { sums.relativeDual(model, row, duals[row]) },
                value: sums.activity[row], valueScale: sums.rowScale[row],
                lower: model.rowLower[row], upper: model.rowUpper[row], .row(row))
        }
        for column in 0..<model.columnCount where sums.reducedCost[column] != 0 {
            let cost = sums.reducedCost[column]
            check.see(
                price: cost, relativePrice: { abs(cost) / sums.costScale[column] },
                value: values[column], valueScale: 1 + abs(values[column]),
                lower: model.columnLower[column], upper: model.columnUpper[column],
                .column(column))
        }
        (dualResidual, dualPlace) = (check.sign.value, check.sign.name(in: model))
        (complementarity, complementarityPlace) = (
            check.slackness.value, check.slackness.name(in: model)
        )
        setGap(to: check.bound.value)
    }
}
