import Siting
import Typesetting

/// What a rule or a limit costs, in sentences.
struct ExplainedRule {
    private static let priceLimit = 10

    private let rule: RuleExplanation
    private let plan: Plan
    private let amount: StageAmount

    init(_ rule: RuleExplanation, in plan: Plan) {
        self.rule = rule
        self.plan = plan
        amount = StageAmount(of: plan)
    }

    var section: PlanSection {
        var blocks: [PlanBlock] = [.paragraph(PlanRuleCosts.sentence(rule.cost, in: plan) + ".")]
        if let difference = rule.cost.difference {
            blocks.append(
                .paragraph("In all, with it: \(ExplainedSite.changes(difference))."))
        }
        blocks += prices
        if let range = rule.range { blocks += ranges(range) }
        return PlanSection(title: "\(rule.cost.rule) (\(rule.cost.kind))", blocks: blocks)
    }

    private var prices: [PlanBlock] {
        guard !rule.prices.isEmpty else {
            return [.paragraph("None of its rows has a price in the last stage.")]
        }
        var items = rule.prices.prefix(Self.priceLimit).map {
            PlanBlock.Item(text: PlanPrices.sentence($0, stages: plan.stages))
        }
        let more = rule.prices.count - items.count
        if more > 0 {
            items.append(.init(text: "… and \(NumberText.count(more)) more (all in --format json)"))
        }
        return [.paragraph("Its binding rows:"), .list(items)]
    }

    private func ranges(_ range: PriceRange) -> [PlanBlock] {
        let now = text(range.current, range.unit)
        let items = [
            sentence("Loosened", range.looser, range), sentence("Tightened", range.tighter, range),
        ]
        return [
            .paragraph("Where its price holds, from \(now) as it is:"),
            .list(items.map { .init(text: $0) }),
        ]
    }

    private func sentence(
        _ verb: String, _ piece: PriceRange.Piece?, _ range: PriceRange
    ) -> String {
        guard let piece else {
            return "\(verb): no straight piece was found; it may not be possible at all."
        }
        let step = range.unit == "share" ? 0.01 : 1
        let what = range.unit == "share" ? "percentage point" : range.unit
        let end =
            switch piece.reason {
            case .bend: ", where the price changes"
            case .infeasible: ", beyond which no plan is possible"
            case .searched: ", as far as was looked"
            }
        let way = piece.end < range.current ? "down" : "up"
        return "\(verb): \(amount.text(piece.price * step)) for each \(what), \(way) to "
            + text(piece.end, range.unit) + end + "."
    }

    private func text(_ value: Double, _ unit: String) -> String {
        unit == "share"
            ? NumberText.text(value, in: .share, digits: 5)
            : YearlyUnit(unit).text(value, digits: 6)
    }
}
