package import Siting
import Typesetting

/// Why a plan uses a site or not, in sentences.
package struct ExplainedSite {
    private let site: SiteExplanation
    private let plan: Plan
    private let amount: StageAmount

    package init(_ site: SiteExplanation, in plan: Plan) {
        self.site = site
        self.plan = plan
        amount = StageAmount(of: plan)
    }

    package var section: PlanSection {
        var blocks: [PlanBlock] = [.paragraph(use)]
        if let without { blocks.append(.paragraph(without)) }
        if let marginalValue { blocks.append(.paragraph(marginalValue)) }
        if !site.breakEvens.isEmpty {
            let title = site.use == nil ? "What would bring it in" : "What would push it out"
            blocks.append(.paragraph("\(title), all else unchanged:"))
            blocks.append(.list(site.breakEvens.map(item)))
        }
        return PlanSection(title: "\(site.name) (\(site.id), \(site.country))", blocks: blocks)
    }

    private var use: String {
        let limit = NumberText.text(site.limit, in: .megawatts)
        guard let use = site.use else {
            guard site.closedBy.isEmpty else {
                let rules = site.closedBy.joined(separator: ", ")
                return "The plan does not use it: closed by \(rules)."
            }
            return "The plan does not use it; up to \(limit) could stand there."
        }
        let capacity = NumberText.text(use.capacity, in: .megawatts)
        let training = NumberText.text(use.training / YearlyUnit.hours, in: .megawatts)
        let inference = NumberText.text(use.inference / YearlyUnit.hours, in: .megawatts)
        return "The plan has \(capacity) there, of \(limit) at most, for \(inference) of inference "
            + "and \(training) of training on average."
    }

    private var without: String? {
        guard let without = site.without else { return nil }
        guard let worse = without.worseBy else {
            return without.status == .infeasible
                ? "Without it no plan is possible."
                : "What it saves is not known: without it no plan was proved best."
        }
        let changes = without.difference.map { ": \(Self.changes($0))" } ?? ""
        return worse == 0
            ? "The best plan without it is as good on \(amount.noun)\(changes)."
            : "The best plan without it is \(amount.text(worse)) worse on \(amount.noun)\(changes)."
    }

    /// Such as `$5.29 M a year more cost, 16.0 kt a year more emissions`.
    static func changes(_ difference: RuleCost.Difference) -> String {
        let parts = [Measure.cost, .emissions, .roundTrip].compactMap { measure -> String? in
            guard let change = difference.measures[measure], change != 0 else { return nil }
            let figure = YearlyUnit(measure.unit).text(change.magnitude)
            return "\(figure) \(change > 0 ? "more" : "less") \(measure.noun)"
        }
        return parts.isEmpty ? "no measure changes" : parts.joined(separator: ", ")
    }

    private var marginalValue: String? {
        guard let use = site.use else { return nil }
        guard let price = use.marginalValue else {
            return "Its limit does not bind: one more MW of room is worth nothing."
        }
        let sentence = PlanPrices.sentence(price, stages: plan.stages)
        let isComputed = price.upper != nil
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
            + (isComputed ? "." : "; whether one MW less costs as much was not computed.")
    }

    private func item(_ breakEven: BreakEven) -> PlanBlock.Item {
        let words = FigureWords(breakEven.figure)
        let text = Self.sentence(breakEven)
        return switch breakEven.outcome {
        case .found(_, let inside, let outside):
            .init(
                text: text,
                detail: "Solved at \(side(inside, words)) and at \(side(outside, words)).")
        case .alwaysIn(let side), .neverIn(let side):
            .init(text: text, detail: "Solved at \(self.side(side, words)).")
        case .indispensable, .notExamined: .init(text: text)
        }
    }

    /// At which value of a figure the site comes in or falls out.
    package static func sentence(_ breakEven: BreakEven) -> String {
        let words = FigureWords(breakEven.figure)
        let now = words.text(breakEven.current)
        return switch breakEven.outcome {
        case .found(let value, _, _):
            "\(words.noun): \(words.text(value)) is the break-even (now \(now)). "
                + "Below it the site has work, above it none."
        case .alwaysIn(let side):
            "\(words.noun): nothing up to \(words.text(side.value)) pushes it out (now \(now))."
        case .neverIn(let side):
            "\(words.noun): nothing down to \(words.text(side.value)) brings it in (now \(now))."
        case .indispensable:
            "\(words.noun): no value pushes it out, as no plan does without it."
        case .notExamined: "\(words.noun): not found out; a limit came first."
        }
    }

    private func side(_ side: BreakEven.Side, _ words: FigureWords) -> String {
        let work =
            side.work > 1e-6
            ? "\(NumberText.text(side.work, in: .megawatts)) of work" : "no work"
        let value = amount.text(side.objective, digits: 9)
        return "\(words.text(side.value, digits: 7)): \(work), \(amount.noun) \(value)"
    }
}

/// How a figure of a break-even is spoken of.
struct FigureWords {
    private let figure: BreakEven.Figure

    init(_ figure: BreakEven.Figure) { self.figure = figure }

    var noun: String {
        switch figure {
        case .powerPrice: "price of grid power"
        case .carbonIntensity: "carbon intensity of the grid"
        case .roundTripSurcharge: "round trips to all markets"
        }
    }

    func text(_ value: Double, digits: Int = 4) -> String {
        switch figure {
        case .powerPrice: return NumberText.text(value, in: .dollarsPerMegawattHour, digits: digits)
        case .carbonIntensity:
            return NumberText.text(value, in: .gramsPerKilowattHour, digits: digits)
        case .roundTripSurcharge:
            guard value != 0 else { return "as they are" }
            let amount = NumberText.text(value.magnitude, in: .milliseconds, digits: digits)
            return "\(amount) \(value > 0 ? "longer" : "shorter")"
        }
    }

}
