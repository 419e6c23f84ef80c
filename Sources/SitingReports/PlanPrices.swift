package import Siting
import Typesetting

/// What binding limits cost at the margin, in sentences.
package enum PlanPrices {
    package static let itemLimit = 10

    /// - Parameter limit: Of prices; nil for all.
    package static func section(of plan: Plan, limit: Int? = itemLimit) -> PlanSection? {
        guard plan.hasPlacement, !plan.prices.isEmpty else { return nil }
        var blocks: [PlanBlock] = []
        if plan.stages.count > 1, let last = plan.stages.last {
            let note = "Prices belong to the last stage, \(last.noun), with the earlier ones held."
            blocks.append(.paragraph(note))
        }
        var items = plan.prices.prefix(limit ?? plan.prices.count).map { price in
            PlanBlock.Item(text: sentence(price, stages: plan.stages))
        }
        let more = plan.prices.count - items.count
        if more > 0 {
            let note = "… and \(NumberText.count(more)) more (all in --format json)"
            items.append(.init(text: note))
        }
        return PlanSection(title: "Binding limits", blocks: blocks + [.list(items)])
    }

    /// Such as `one more MW at Keflavík is worth $412,000 a year`.
    package static func sentence(_ price: Price, stages: [Stage]) -> String {
        let numerator = price.unit.firstPart(before: " per ")
        let unit = YearlyUnit(numerator)
        let verb = unit.unit == .dollars ? "is worth" : "saves"
        let stage = stages.indices.contains(price.stage - 1) ? stages[price.stage - 1] : nil
        // A rate says what it is by its unit; a time does not.
        let isTime = unit.unit == .milliseconds
        let suffix = isTime ? stage.map { " of \($0.noun)" } ?? "" : unit.suffix
        return "\(subject(of: price)) \(verb) \(range(price, in: unit.unit, suffix: suffix))"
    }

    /// One figure, or both sides where they differ by more than rounding.
    private static func range(_ price: Price, in unit: DisplayUnit, suffix: String) -> String {
        let value = NumberText.text(price.value, in: unit)
        guard let upper = price.upper else { return value + suffix }
        let loosened = price.lower.map { NumberText.text($0, in: unit) } ?? value
        guard upper.isFinite else { return "\(loosened)\(suffix); it can't be tightened" }
        let tightened = NumberText.text(upper, in: unit)
        let difference = (upper - (price.lower ?? price.value)).magnitude
        if loosened == tightened || difference <= 1e-3 * upper { return value + suffix }
        return "between \(loosened) (loosened) and \(tightened) (tightened)\(suffix)"
    }

    /// Limits on measures are spoken of by what they allow.
    private static func subject(of price: Price) -> String {
        let parts = price.rule.split { $0 == "(" || $0 == ")" }
        guard parts.count == 2, parts[0] == "measure_limit",
            let measure = Measure(rawValue: String(parts[1]))
        else { return price.subject }
        if case .largest(let burden) = measure, !measure.isMinimisable {
            // The row allows an amount beyond the slope that the limit is.
            let unit = measure.ofWhole == .water ? "m³/year" : measure.ofWhole.unit
            return "one \(unit) for each \(burden.grouping.noun) beyond the limit on "
                + "\(burden.kind.rawValue) for each MW built"
        }
        let unit = measure == .water ? "m³/year" : measure.unit
        return "one \(unit) more of \(measure.noun) allowed"
    }
}

extension String {
    /// What stands before a separator; all of it where there is none.
    func firstPart(before separator: String) -> String {
        var rest = self[...]
        while !rest.isEmpty, !rest.hasPrefix(separator) { rest = rest.dropFirst() }
        return String(self[..<rest.startIndex])
    }
}
