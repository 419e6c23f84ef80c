import Siting
import SitingReports
import Typesetting

/// The measures that planners look for first, each beside the baseline's.
struct PlacementTiles {
    let report: PlacementReport

    private var plan: Plan { report.plan }
    private var comparison: Comparison { report.comparison }

    /// Nil without a placement.
    var html: HTML? {
        guard plan.hasPlacement, let totals = plan.totals else { return nil }
        let tiles = Self.figures.compactMap { tile($0.figure, further: $0.further) }
        let content = [
            HTML("h2", ["class": "heard", "id": "key-figures"], text: "Key figures"),
            HTML("dl", ["class": "tiles"], tiles),
        ]
        let more = HTML("summary", text: "All totals and their parts")
        let section = PlanTotals(
            totals: totals, basis: plan.carbonBasis, prefix: PlanMedium.markdown.partPrefix
        ).section
        let table = SectionHTML.html(of: section.blocks, named: "Totals")
        return HTML(
            "section", ["id": "tiles", "aria-labelledby": "key-figures"],
            content + [note].compactMap(\.self) + [HTML("details", [:], [more] + table)])
    }

    /// What a tile shows large, and what stands below it.
    private static let figures: [(figure: ComparedFigure, further: ComparedFigure?)] = [
        (.cost, .controllableCost), (.emissions, nil), (.meanRoundTrip, .p95RoundTrip),
        (.energy, nil), (.water, nil),
    ]

    private func tile(_ figure: ComparedFigure, further: ComparedFigure?) -> HTML? {
        let isTime = figure == .meanRoundTrip
        let value = figure.value(of: plan)
        // Without requests there are no round trips to speak of.
        guard !isTime || value != nil else { return nil }
        var lines = [HTML("dt", text: figure.label)]
        lines.append(Self.amount(value, figure))
        lines += comparison(of: figure)
        if let further, let part = further.value(of: plan) {
            lines.append(
                HTML(
                    "dd", ["class": "further"],
                    prose: "\(further.label) \(Self.text(part, further))"
                ))
            lines += comparison(of: further)
        }
        if let coverage = coverage(of: figure) { lines.append(HTML("dd", prose: coverage)) }
        return HTML("div", ["class": "tile"], lines)
    }

    /// The figure large, and what it is a rate of beside it.
    private static func amount(_ value: Double?, _ figure: ComparedFigure) -> HTML {
        let unit = YearlyUnit(figure.unit)
        guard let value else { return HTML("dd", ["class": "amount"], text: "not known") }
        return HTML(
            "dd", ["class": "amount"],
            [.prose(NumberText.text(value, in: unit.unit)), HTML("small", text: unit.suffix)])
    }

    private static func text(_ value: Double?, _ figure: ComparedFigure) -> String {
        value == nil ? "not known" : YearlyUnit(figure.unit).text(value)
    }

    /// Such as `−18 % against nearest ($9.63 bn a year)`.
    private func comparison(of figure: ComparedFigure) -> [HTML] {
        guard comparison.baseline != report.chosen,
            let change = comparison.change(of: figure, in: report.chosen),
            let value = figure.value(of: report.baseline)
        else { return [] }
        let name = baseline.name
        let amount = NumberText.text(value, in: YearlyUnit(figure.unit).unit)
        return [HTML("dd", prose: "\(Self.words(change)) \(name) (\(amount))")]
    }

    private static func words(_ change: Change) -> String {
        guard change.absolute != 0 else { return "the same as" }
        guard let relative = change.relative else {
            return change.absolute > 0 ? "more than" : "less than"
        }
        let share = NumberText.text(relative.magnitude, in: .share, digits: 2)
        return "\(relative < 0 ? "−" : "+")\(share) against"
    }

    /// A total over a part of the sites is no total.
    private func coverage(of figure: ComparedFigure) -> String? {
        let measure: Measure? =
            switch figure {
            case .emissions: .emissions
            case .water: .water
            default: nil
            }
        guard let measure, let share = plan.totals?.coverage[measure], share < 1, share > 0 else {
            return nil
        }
        return
            "known for \(NumberText.text(share, in: .share)) of energy; the rest counts as nothing"
    }

    private var baseline: Comparison.Column { comparison.columns[comparison.baseline] }

    /// What the baseline is.
    private var note: HTML? {
        guard comparison.baseline != report.chosen else { return nil }
        let words =
            baseline.plan.hasPlacement
            ? baseline.method.map { "\($0.rawValue): \($0.summary)" }
                ?? "the plan of the policy \(baseline.name)"
            : "\(baseline.name), which has no plan"
        let breaches = baselineBreaches
        let remark =
            breaches.isEmpty
            ? "" : " The policy of this report does not allow it: it \(breaks(breaches))."
        return HTML("p", ["class": "note"], prose: "Compared with \(words).\(remark)")
    }

    /// What the baseline breaks of the chosen policy: then it may do better than an optimum.
    private var baselineBreaches: [Breach] {
        let regret = comparison.regrets.first {
            $0.plan == baseline.name && $0.policy == plan.policy
        }
        let saving = comparison.savings.first {
            $0.method == baseline.method && $0.policy == plan.policy
        }
        return regret?.breaches ?? saving?.breaches ?? []
    }
}
