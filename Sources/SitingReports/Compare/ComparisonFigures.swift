package import Siting
import Typesetting

/// Every plan's measures side by side, and how they differ from the baseline's.
struct ComparisonFigures {
    private let comparison: Comparison
    private let medium: PlanMedium
    private let rows: [Row]

    /// One measure over all columns, in one unit.
    private struct Row {
        let figure: ComparedFigure
        let values: [Double?]
        let scale: ColumnScale
        let unit: String

        init(_ figure: ComparedFigure, _ comparison: Comparison) {
            self.figure = figure
            values = comparison.columns.map { figure.value(of: $0.plan) }
            let yearly = YearlyUnit(figure.unit)
            scale = ColumnScale(values, in: figure == .siteCount ? .count : yearly.unit)
            unit = scale.label + yearly.suffix
        }
    }

    init(_ comparison: Comparison, medium: PlanMedium) {
        self.comparison = comparison
        self.medium = medium
        rows = ComparedFigure.allCases.map { Row($0, comparison) }
    }

    var sections: [PlanSection] {
        let status: [TextTable.Cell] = ["Status", ""]
        var table = WideTable(heads: Self.heads, labels: [status] + rows.map(label))
        let shares = rows.map { sharesOfLargest($0.values) }
        for (index, column) in comparison.columns.enumerated() {
            let isBaseline = column.method != nil && column.plan.hasPlacement
            let word = isBaseline ? "baseline" : column.plan.status.rawValue
            table.append(
                .init(column.name, alignment: .right),
                [.text(word)] + rows.map { .number($0.values[index], scale: $0.scale) },
                shares: [nil] + shares.map { $0[index] })
        }
        return table.sections(titled: "Measures", in: medium)
    }

    var differences: [PlanSection] {
        guard comparison.columns.count > 1,
            comparison.columns[comparison.baseline].plan.hasPlacement
        else { return [] }
        var table = WideTable(heads: Self.heads, labels: rows.map(label))
        for (index, column) in comparison.columns.enumerated() where index != comparison.baseline {
            let cells = rows.map { row -> TextTable.Cell in
                let change = comparison.change(of: row.figure, in: index)
                return .text(text(change, of: row, in: index))
            }
            table.append(.init(column.name, alignment: .right), cells)
        }
        return table.sections(titled: "Differences from \(comparison.baselineName)", in: medium)
    }

    private static let heads: [TextTable.Column] = [.init("Measure"), .init("Unit")]

    private func label(_ row: Row) -> [TextTable.Cell] {
        let prefix = row.figure == .p95RoundTrip ? medium.partPrefix : ""
        return [.text(prefix + row.figure.label), .text(row.unit)]
    }

    /// `+0.214 (+2.3 %)`: of the figures as printed above, so that a reader can check it. The share
    /// is of the exact ones, with two digits, as it is there for its size.
    private func text(_ change: Change?, of row: Row, in column: Int) -> String {
        guard let change else { return NumberText.missing }
        let base = row.values[comparison.baseline]
        let absolute = row.scale.difference(row.values[column], from: base)
        guard change.absolute != 0 else { return "0" }
        guard let relative = change.relative else { return absolute }
        let share = NumberText.text(relative, in: .share, digits: 2)
        return "\(absolute) (\(signed(share, of: relative)))"
    }
}

extension ComparedFigure {
    package var label: String {
        switch self {
        case .cost: "Cost"
        case .controllableCost: "Controllable cost"
        case .emissions: "Emissions, CO2e"
        case .meanRoundTrip: "Mean round trip"
        case .p95RoundTrip: "95th percentile"
        case .energy: "Facility energy"
        case .water: "Water"
        case .capacity: "IT capacity"
        case .siteCount: "Sites used"
        }
    }
}
