extension YAMLValue {
    /// A finite decimal number in the unit that the key's ending gives.
    public func number(in range: NumberRange = .any) -> Double? {
        let unit = KeyUnit(name).label.map { " of \($0)" } ?? ""
        let requirement = "be a number\(unit)"
        guard let text = plainText(for: requirement),
            let value = parse(text, requirement, DecimalNumber.parse(_:))
        else { return nil }
        return check(value, in: range) ? value : nil
    }

    /// A share, written as `15%` or `0.15`; both are 0.15.
    public func percentOrNumber(in range: NumberRange = .any) -> Double? {
        let requirement = "be a share such as 15% or 0.15"
        guard let text = plainText(for: requirement) else { return nil }
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? String(text.dropLast()) : text
        guard let number = parse(digits, requirement, DecimalNumber.parse(_:)) else { return nil }
        let value = isPercent ? number / 100 : number
        return check(value, in: range) ? value : nil
    }

    /// A whole number below 2^53.
    public func integer(in range: NumberRange = .any) -> Int? {
        let requirement = "be a whole number"
        guard let text = plainText(for: requirement),
            let value = parse(text, requirement, DecimalNumber.parseInteger(_:))
        else { return nil }
        return check(Double(value), in: range) ? value : nil
    }

    private func plainText(for requirement: String) -> String? {
        switch node.content {
        case .plain(let text):
            return text
        case .quoted(let text):
            let isNumber = (try? DecimalNumber.parse(text)) != nil
            reportType(requirement, help: isNumber ? "write it without quotes" : nil)
        case .null, .list, .mapping:
            reportType(requirement)
        }
        return nil
    }

    private func parse<Number>(
        _ text: String, _ requirement: String,
        _ parser: (String) throws(NumberProblem) -> Number
    ) -> Number? {
        do throws(NumberProblem) {
            return try parser(text)
        } catch {
            reportType(requirement, help: error.help)
            return nil
        }
    }

    private func check(_ value: Double, in range: NumberRange) -> Bool {
        if range.contains(value) { return true }
        reportType(range.requirement)
        return false
    }
}
