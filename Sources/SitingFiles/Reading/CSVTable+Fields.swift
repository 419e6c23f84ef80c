/// Typed fields: a field of the wrong type is an error at the field, and the result is nil.
extension CSVTable {
    /// A text that is not empty.
    public func string(_ row: Int, _ column: Int) -> String? {
        guard !isEmpty(row, column) else {
            reportField(row, column, "must not be empty")
            return nil
        }
        return self[row, column]
    }

    /// A text, or nil without an error where the field is empty or there is no such column.
    public func optionalString(_ row: Int, _ column: Int?) -> String? {
        guard let column, !isEmpty(row, column) else { return nil }
        return self[row, column]
    }

    /// A name for use in other files: `[a-z][a-z0-9_]*`.
    public func id(_ row: Int, _ column: Int) -> String? {
        let bytes = source.bytes[field(row, column).range]
        let isWord = bytes.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "_")
        }
        guard isWord, bytes.count <= 100, let first = bytes.first, first >= UInt8(ascii: "a")
        else {
            reportField(
                row, column, "must be an identifier, not \(shown(row, column))",
                help: "use a-z, 0-9 and _, beginning with a letter")
            return nil
        }
        return self[row, column]
    }

    /// A finite number in the unit of the column.
    public func double(_ row: Int, _ column: Int, in range: NumberRange = .any) -> Double? {
        let value: Double
        do throws(NumberProblem) {
            value = try DecimalNumber.parse(source.bytes, field(row, column).range)
        } catch {
            let unit = KeyUnit(columns[column]).label.map { " of \($0)" } ?? ""
            let message = "must be a number\(unit), not \(shown(row, column))"
            reportField(row, column, message, help: error.help)
            return nil
        }
        return check(value, in: range, row, column) ? value : nil
    }

    /// A finite number, or nil without an error where the field is empty or the column missing.
    public func optionalDouble(
        _ row: Int, _ column: Int?, in range: NumberRange = .any
    ) -> Double? {
        guard let column, !isEmpty(row, column) else { return nil }
        return double(row, column, in: range)
    }

    /// A whole number below 2^53.
    public func integer(_ row: Int, _ column: Int, in range: NumberRange = .any) -> Int? {
        let value: Int
        do throws(NumberProblem) {
            value = try DecimalNumber.parseInteger(source.bytes, field(row, column).range)
        } catch {
            let message = "must be a whole number, not \(shown(row, column))"
            reportField(row, column, message, help: error.help)
            return nil
        }
        return check(Double(value), in: range, row, column) ? value : nil
    }

    /// `1`, `true`, `0` or `false`.
    public func bool(_ row: Int, _ column: Int) -> Bool? {
        switch self[row, column] {
        case "1", "true": return true
        case "0", "false": return false
        default:
            reportField(row, column, "must be 0, 1, true or false, not \(shown(row, column))")
            return nil
        }
    }

    /// Records an error at a field; the column's name is put before the message.
    public func reportField(
        _ row: Int, _ column: Int, _ message: String, help: String? = nil
    ) {
        guard !hasTooManyErrors else { return }
        report("\(columns[column]) \(message)", at: location(row: row, column: column), help: help)
    }

    private func check(
        _ value: Double, in range: NumberRange, _ row: Int, _ column: Int
    ) -> Bool {
        guard !range.contains(value) else { return true }
        reportField(row, column, "must \(range.requirement), not \(self[row, column])")
        return false
    }

    private func shown(_ row: Int, _ column: Int) -> String {
        isEmpty(row, column) ? "empty" : quoted(self[row, column])
    }
}
