import Siting
import SitingReports
import Typesetting

/// Measures of all plans side by side, with bars that compare along a row.
struct PolicyTable {
    let comparison: Comparison
    let chosen: Int

    /// Nil for a single plan.
    var part: PageShell.Part? {
        guard comparison.columns.count > 1 else { return nil }
        let title = "Policies side by side"
        let id = "policies"
        let note = HTML(
            "p", ["class": "note"],
            text: "Bars compare along a row; the lowest figure of a row says so.")
        return PageShell.Part(
            id: id, title: title,
            html: SectionHTML.html(
                title, id: id,
                [note, TableHTML.region(title, [table(title)])]
                    + [methods, regrets].compactMap(\.self)))
    }

    private func table(_ title: String) -> HTML {
        let heads = comparison.columns.enumerated().map { index, column in
            HTML(
                "th", ["scope": "col", "class": index == chosen ? "chosen" : nil],
                [.text(column.name), HTML("span", ["class": "unit"], text: role(of: index))])
        }
        let figures = HTML("th", ["scope": "col"], text: "Measure")
        return HTML(
            "table", ["class": "policies short"],
            [
                HTML("caption", ["class": "heard"], text: title),
                HTML("thead", [:], [HTML("tr", [:], [figures] + heads)]),
                HTML("tbody", [:], ComparedFigure.allCases.compactMap(row)),
            ])
    }

    /// Such as `optimal, this report`.
    private func role(of index: Int) -> String {
        let column = comparison.columns[index]
        let isPlaced = column.method != nil && column.plan.hasPlacement
        var words = [isPlaced ? "simple method" : column.plan.status.rawValue]
        if index == chosen { words.append("this report") }
        if index == comparison.baseline { words.append("baseline") }
        return " \(words.joined(separator: ", "))"
    }

    /// Nil where no plan has the figure.
    private func row(_ figure: ComparedFigure) -> HTML? {
        let values = comparison.columns.map { figure.value(of: $0.plan) }
        guard values.contains(where: { $0 != nil }) else { return nil }
        let yearly = YearlyUnit(figure.unit)
        let scale = ColumnScale(values, in: figure == .siteCount ? .count : yearly.unit)
        let shares = sharesOfLargest(values)
        let lowest = figure.isBetterLower ? Self.lowest(values) : nil
        let label = HTML(
            "th", ["scope": "row"],
            [
                .text(figure.label),
                HTML("span", ["class": "unit"], text: " \(scale.label)\(yearly.suffix)"),
            ])
        let cells = values.enumerated().map { index, value in
            cell(
                scale.text(value), share: shares[index],
                isLowest: value != nil && value == lowest, isChosen: index == chosen)
        }
        return HTML("tr", [:], [label] + cells)
    }

    /// In rem; no column is narrower.
    private static let longestBar = 6.0

    /// Nil where all plans have the same.
    private static func lowest(_ values: [Double?]) -> Double? {
        let known = values.compactMap(\.self)
        guard let least = known.min(), let most = known.max(), least < most else { return nil }
        return least
    }

    private func cell(_ text: String, share: Double?, isLowest: Bool, isChosen: Bool) -> HTML {
        let number = HTML(isLowest ? "strong" : "span", text: text)
        let word = HTML("span", ["class": "lowest"], text: " lowest")
        let bar = share.map { share in
            // Not of the cell's width: columns differ in it.
            let width = NumberText.fixed(Self.longestBar * min(1, max(0, share)), decimals: 2)
            return HTML(
                "span",
                ["class": "bar", "style": "inline-size:\(width)rem", "aria-hidden": "true"])
        }
        return HTML(
            "td", ["class": isChosen ? "chosen" : nil],
            [number] + (isLowest ? [word] : []) + [bar].compactMap(\.self))
    }

    /// What the simple methods do.
    private var methods: HTML? {
        let methods = comparison.columns.compactMap(\.method)
        guard !methods.isEmpty else { return nil }
        let items = methods.map { HTML("li", text: "\($0.rawValue): \($0.summary).") }
        let note = HTML(
            "p",
            text:
                "Simple methods are no optima: they keep to limits of sites, of round trips and of "
                + "where work may run, and look neither at limits on measures nor at rules on sums."
        )
        return HTML("div", ["class": "note"], [note, HTML("ul", [:], items)])
    }

    private var regrets: HTML? {
        let sections = ComparisonRegrets(comparison).sections
        guard !sections.isEmpty else { return nil }
        let summary = HTML("summary", text: "How each plan does under the other policies")
        let content = sections.enumerated().map { index, section in
            SectionHTML.html(of: section, level: 3, id: "regret-\(index + 1)")
        }
        return HTML("details", [:], [summary] + content)
    }
}

extension ComparedFigure {
    /// Whether less of it is what policies look for; capacity and sites are means to an end.
    var isBetterLower: Bool {
        switch self {
        case .cost, .controllableCost, .emissions, .meanRoundTrip, .p95RoundTrip, .energy, .water:
            true
        case .capacity, .siteCount: false
        }
    }
}
