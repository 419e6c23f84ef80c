/// What LP and MPS files have in common.
extension LinearModel {
    /// The column, fixed at 1, whose cost is the objective's constant.
    static let constantName: StaticString = "constant"
    static let objectiveName: StaticString = "objective"

    func exportColumnNames() -> ExportNames {
        ExportNames(columnBlocks, reserved: Self.constantName.description)
    }

    func exportRowNames() -> ExportNames {
        ExportNames(rowBlocks, reserved: Self.objectiveName.description)
    }

    /// Whether a file needs the constant's column; readers also want at least one column.
    var exportsConstant: Bool { objectiveConstant != 0 || columnCount == 0 }

    /// What a file says first, in lines without a comment sign.
    func exportHeader() -> [String] {
        [name, "minimise, in \(objectiveUnit)"].map { line in
            let printable = line.unicodeScalars.prefix(200).map { scalar in
                scalar.properties.generalCategory == .control ? " " : scalar
            }
            return String(String.UnicodeScalarView(printable))
        }
    }

    /// Whether a row binds anything; one that a relaxation freed does not.
    func hasSides(_ row: Int) -> Bool { rowLower[row] > -.infinity || rowUpper[row] < .infinity }

    /// The bounds of a column; those of an integer rounded inwards unless nothing would be left.
    ///
    /// GLPK refuses integer columns with fractional bounds.
    func exportBounds(_ column: Int) -> (lower: Double, upper: Double) {
        let bounds = (lower: columnLower[column], upper: columnUpper[column])
        guard columnIsInteger[column] else { return bounds }
        let inner = (lower: bounds.lower.rounded(.up), upper: bounds.upper.rounded(.down))
        return inner.lower <= inner.upper ? inner : bounds
    }

    /// Whether each column stands in a row that is written.
    func columnsInRows() -> [Bool] {
        var result = [Bool](repeating: false, count: columnCount)
        for row in 0..<rowCount where hasSides(row) {
            for entry in rowStart[row]..<rowStart[row + 1] {
                result[Int(entryColumn[entry])] = true
            }
        }
        return result
    }
}
