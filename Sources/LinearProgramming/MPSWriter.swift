/// Writes the sections of a free MPS file, called in their order.
struct MPSWriter {
    private let model: LinearModel
    private let columns: ExportNames
    private let rows: ExportNames
    private let matrix: ColumnView
    private var text = LineText()

    init(model: LinearModel) {
        self.model = model
        columns = model.exportColumnNames()
        rows = model.exportRowNames()
        matrix = ColumnView(of: model)
    }

    mutating func writeRows<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for line in model.exportHeader() {
            text.append("* ")
            text.append(line.utf8)
            text.endLine()
        }
        text.append("NAME ")
        text.append(fileName().utf8)
        text.line(" FREE")
        text.line("ROWS")
        text.append(" N ")
        text.line(LinearModel.objectiveName)
        for row in 0..<model.rowCount where model.hasSides(row) {
            switch MPSRowForm(lower: model.rowLower[row], upper: model.rowUpper[row]) {
            case .equal: text.append(" E ")
            case .atMost, .below: text.append(" L ")
            case .atLeast, .above: text.append(" G ")
            }
            rows.write(row, to: &text)
            text.endLine()
            try text.drain(to: sink)
        }
    }

    mutating func writeColumns<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("COLUMNS")
        var isInteger = false
        for column in 0..<model.columnCount {
            if model.columnIsInteger[column] != isInteger {
                isInteger.toggle()
                writeMarker(opensIntegers: isInteger)
            }
            try writeColumn(column, to: sink)
        }
        if isInteger { writeMarker(opensIntegers: false) }
        if model.exportsConstant {
            text.append(" ")
            text.append(LinearModel.constantName)
            writeCost(model.objectiveConstant)
        }
    }

    mutating func writeSides<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("RHS")
        var ranges: [(row: Int, width: Double)] = []
        for row in 0..<model.rowCount where model.hasSides(row) {
            let side: Double
            switch MPSRowForm(lower: model.rowLower[row], upper: model.rowUpper[row]) {
            case .equal(let value), .atMost(let value), .atLeast(let value):
                side = value
            case .above(let value, let width), .below(let value, let width):
                side = value
                ranges.append((row, width))
            }
            guard side != 0 else { continue }
            writeSide("RHS", row, side)
            try text.drain(to: sink)
        }
        guard !ranges.isEmpty else { return }
        text.line("RANGES")
        for (row, width) in ranges {
            writeSide("RANGES", row, width)
            try text.drain(to: sink)
        }
    }

    mutating func writeBounds<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("BOUNDS")
        for column in 0..<model.columnCount {
            let (lower, upper) = model.exportBounds(column)
            // Readers differ in the upper bound that they assume for an integer.
            if lower != 0 || upper != .infinity || model.columnIsInteger[column] {
                writeBounds(of: column, lower, upper)
                try text.drain(to: sink)
            }
        }
        if model.exportsConstant {
            text.append(" FX BOUNDS ")
            text.append(LinearModel.constantName)
            text.line(" 1")
        }
    }

    mutating func finish<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        text.line("ENDATA")
        try text.drain(last: true, to: sink)
    }
}

extension MPSWriter {
    /// The model's name with `_` for what would end a field.
    private func fileName() -> String {
        let scalars = model.name.unicodeScalars.prefix(200).map { scalar in
            "!"..."~" ~= scalar ? scalar : "_"
        }
        return scalars.isEmpty ? "model" : String(String.UnicodeScalarView(scalars))
    }

    private mutating func writeMarker(opensIntegers: Bool) {
        text.append(" MARKER 'MARKER' ")
        text.line(opensIntegers ? "'INTORG'" : "'INTEND'")
    }

    private mutating func writeColumn<Failure: Error>(
        _ column: Int, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var isWritten = false
        for entry in matrix.start[column]..<matrix.start[column + 1] {
            let row = Int(matrix.row[entry])
            guard model.hasSides(row) else { continue }
            isWritten = true
            text.append(" ")
            columns.write(column, to: &text)
            text.append(" ")
            rows.write(row, to: &text)
            text.append(" ")
            text.append(matrix.coefficient[entry])
            text.endLine()
            try text.drain(to: sink)
        }
        // A column must stand here to exist.
        if model.objective[column] != 0 || !isWritten {
            text.append(" ")
            columns.write(column, to: &text)
            writeCost(model.objective[column])
        }
    }

    private mutating func writeCost(_ cost: Double) {
        text.append(" ")
        text.append(LinearModel.objectiveName)
        text.append(" ")
        text.append(cost)
        text.endLine()
    }

    private mutating func writeSide(_ vector: StaticString, _ row: Int, _ value: Double) {
        text.append(" ")
        text.append(vector)
        text.append(" ")
        rows.write(row, to: &text)
        text.append(" ")
        text.append(value)
        text.endLine()
    }

    private mutating func writeBounds(of column: Int, _ lower: Double, _ upper: Double) {
        if lower == upper {
            writeBound(" FX BOUNDS ", column, lower)
        } else if lower == -.infinity, upper == .infinity {
            writeBound(" FR BOUNDS ", column, nil)
        } else {
            // The lower bound goes first: alone, a negative upper one would move it.
            if lower == -.infinity {
                writeBound(" MI BOUNDS ", column, nil)
            } else {
                writeBound(" LO BOUNDS ", column, lower)
            }
            if upper == .infinity {
                writeBound(" PL BOUNDS ", column, nil)
            } else {
                writeBound(" UP BOUNDS ", column, upper)
            }
        }
    }

    private mutating func writeBound(_ kind: StaticString, _ column: Int, _ value: Double?) {
        text.append(kind)
        columns.write(column, to: &text)
        if let value {
            text.append(" ")
            text.append(value)
        }
        text.endLine()
    }
}
