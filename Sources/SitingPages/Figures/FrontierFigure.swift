import Charting
import Siting
import SitingReports
import Typesetting

/// What a measure costs in terms of another, with the compared plans beside the curve.
struct FrontierFigure {
    let report: PlacementReport

    var figure: Figure? {
        guard let frontier = report.frontier, frontier.points.count > 1 else { return nil }
        let corners = frontier.points.map { CurveChart.Point(x: $0.x, y: $0.y) }
        let chart = CurveChart(
            caption(frontier), x: Self.axis(frontier.x), y: Self.axis(frontier.y),
            series: [
                .init("Best trade-offs under \(frontier.policy)", points: corners),
                .init("Plans compared", points: plans(frontier), isLine: false),
            ])
        return Figure(FigureName.frontier, chart, note: note(frontier))
    }

    private func plans(_ frontier: Frontier) -> [CurveChart.Point] {
        let columns = report.comparison.columns
        return columns.indices.compactMap { index in
            let plan = columns[index].plan
            guard plan.hasPlacement, let x = plan.totals?.known(frontier.x),
                let y = plan.totals?.known(frontier.y)
            else { return nil }
            return CurveChart.Point(
                x: x, y: y, label: columns[index].name, isMarked: index == report.chosen)
        }
    }

    private static func axis(_ measure: Measure) -> ChartAxis {
        let unit = YearlyUnit(measure.unit)
        return ChartAxis(measure.noun.capitalisedFirst + unit.suffix, unit: unit.unit)
    }

    private func caption(_ frontier: Frontier) -> ChartCaption {
        let (x, y) = (frontier.x, frontier.y)
        let ends = [frontier.points.first, frontier.points.last].compactMap(\.self)
        let words = ends.map { point in
            "\(Self.text(point.x, x)) with \(Self.text(point.y, y))"
        }
        let corners = counted(frontier.points.count, "corner", "corners")
        return ChartCaption(
            id: FigureName.frontier,
            title: "\(y.noun.capitalisedFirst) against \(x.noun)",
            description:
                "A falling curve of \(corners), from \(words.joined(separator: " to ")). "
                + "The plans compared are points beside it.",
            source: "Solved under the rules and limits of \(frontier.policy).")
    }

    private static func text(_ value: Double, _ measure: Measure) -> String {
        "\(measure.noun) \(YearlyUnit(measure.unit).text(value))"
    }

    private func note(_ frontier: Frontier) -> String {
        var sentences = [
            "No plan under the rules of \(frontier.policy) lies below the curve"
                + (frontier.gap > 1e-6
                    ? " by more than \(NumberText.text(frontier.gap, in: .share, digits: 2)) of its ranges."
                    : ".")
        ]
        if report.comparison.columns.count > 1 {
            sentences.append(
                "Plans of other policies keep other rules and limits, and weigh other measures, so "
                    + "that they may lie on either side of it; baselines do not optimise.")
        }
        return sentences.joined(separator: " ")
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
