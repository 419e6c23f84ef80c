/// Writes the sections of an LP file, called in their order.
struct LPWriter {
    private let model: LinearModel
    private let columns: ExportNames
    private let rows: ExportNames
    private var text = LineText()

    init(model: LinearModel) {
        self.model = model
        columns = model.exportColumnNames()
        rows = model.exportRowNames()
    }

    mutating func writeObjective<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for line in model.exportHeader() {
            text.append("\\ ")
            text.append(line.utf8)
            text.endLine()
        }
        text.line("Minimize")
        text.append(" ")
        text.append(LinearModel.objectiveName)
        text.append(":")
        let isInRows = model.columnsInRows()
        var isFirst = true
        for column in 0..<model.columnCount
        where model.objective[column] != 0 || !isInRows[column] {
            writeTerm(model.objective[column], column, isFirst: isFirst)
            isFirst = false
            try text.drain(to: sink)
        }
        if model.exportsConstant {
            writeFactor(model.objectiveConstant, isFirst: isFirst)
            text.space()
            text.append(LinearModel.constantName)
        } else if isFirst {
            writeNothing()
        }
        text.endLine()
    }

    mutating func writeRows<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("Subject To")
        var isEmpty = true
        for row in 0..<model.rowCount where model.hasSides(row) {
            isEmpty = false
            let (lower, upper) = (model.rowLower[row], model.rowUpper[row])
            if lower == upper {
                try writeRow(row, "", "=", lower, to: sink)
            } else if lower == -.infinity {
                try writeRow(row, "", "<=", upper, to: sink)
            } else if upper == .infinity {
                try writeRow(row, "", ">=", lower, to: sink)
            } else {
                try writeRow(row, "(lower)", ">=", lower, to: sink)
                try writeRow(row, "(upper)", "<=", upper, to: sink)
            }
        }
        if isEmpty {
            // GLPK refuses a file without rows.
            text.append(" nothing:")
            writeNothing()
            text.line(" <= 0")
        }
    }

    mutating func writeBounds<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("Bounds")
        for column in 0..<model.columnCount {
            let (lower, upper) = model.exportBounds(column)
            // Readers differ in the bounds that they assume for an integer.
            if lower != 0 || upper != .infinity || model.columnIsInteger[column] {
                writeBounds(of: column, lower, upper)
                try text.drain(to: sink)
            }
        }
        if model.exportsConstant {
            text.append(" ")
            text.append(LinearModel.constantName)
            text.line(" = 1")
        }
    }

    mutating func writeIntegers<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard model.isMixedInteger else { return }
        text.line("General")
        for column in 0..<model.columnCount where model.columnIsInteger[column] {
            text.append(" ")
            columns.write(column, to: &text)
            text.endLine()
            try text.drain(to: sink)
        }
    }

    mutating func finish<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("End")
        try text.drain(last: true, to: sink)
    }
}

extension LPWriter {
    private mutating func writeRow<Failure: Error>(
        _ row: Int, _ suffix: StaticString, _ relation: StaticString, _ side: Double,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.append(" ")
        rows.write(row, to: &text)
        text.append(suffix)
        text.append(":")
        let entries = model.rowStart[row]..<model.rowStart[row + 1]
        for entry in entries {
            let column = Int(model.entryColumn[entry])
            writeTerm(
                model.entryCoefficient[entry], column, isFirst: entry == entries.lowerBound)
            try text.drain(to: sink)
        }
        if entries.isEmpty { writeNothing() }
        text.space()
        text.append(relation)
        text.space()
        text.append(side)
        text.endLine()
        try text.drain(to: sink)
    }

    private mutating func writeBounds(of column: Int, _ lower: Double, _ upper: Double) {
        text.append(" ")
        let isBetween = lower != upper && upper != .infinity
        if isBetween {
            if lower == -.infinity { text.append("-inf") } else { text.append(lower) }
            text.append(" <= ")
        }
        columns.write(column, to: &text)
        text.space()
        if isBetween {
            text.append("<= ")
            text.append(upper)
        } else if lower == -.infinity {
            text.append("free")
        } else {
            text.append(lower == upper ? "= " : ">= ")
            text.append(lower)
        }
        text.endLine()
    }

    private mutating func writeTerm(_ coefficient: Double, _ column: Int, isFirst: Bool) {
        writeFactor(coefficient, isFirst: isFirst)
        text.space()
        columns.write(column, to: &text)
    }

    /// Writes a sign and a magnitude, each where it is needed.
    private mutating func writeFactor(_ factor: Double, isFirst: Bool) {
        if factor < 0 || !isFirst {
            text.space()
            text.append(factor < 0 ? "-" : "+")
        }
        if abs(factor) != 1 {
            text.space()
            text.append(abs(factor))
        }
    }

    /// Writes an expression of no terms, which readers want spelt with a column.
    private mutating func writeNothing() {
        text.append(" 0 ")
        if model.columnCount > 0 {
            columns.write(0, to: &text)
        } else {
            text.append(LinearModel.constantName)
        }
    }
}
