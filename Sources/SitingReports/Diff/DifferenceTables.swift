import Siting
import Typesetting

/// What changed in a plan, as tables.
struct DifferenceTables {
    /// Further sites, and further limits, are counted and not listed.
    static let rowLimit = 30

    let difference: PlanDifference
    let medium: PlanMedium

    /// Sections without content are left out.
    var sections: [PlanSection] {
        [measures, sites, work, prices, stages].compactMap(\.self)
    }

    private var measures: PlanSection? {
        let known = difference.measures.filter { $0.shift.first != nil || $0.shift.second != nil }
        guard !known.isEmpty, difference.verdict != .same else { return nil }
        var table = TextTable(columns: [
            .init("Measure"), .init("First", alignment: .right),
            .init("Second", alignment: .right), .init("Change", alignment: .right),
            .init("Share", alignment: .right),
        ])
        for row in known {
            let figure = ComparedFigure(rawValue: row.key)
            table.append(cells(row, figure?.label ?? row.key))
            guard figure == .cost else { continue }
            for part in difference.costParts where part.shift.isChange {
                let name = part.key.replacing("_", with: " ")
                table.append(cells(part, medium.partPrefix + name))
            }
        }
        return PlanSection(title: "Measures", blocks: [.table(table)])
    }

    private func cells(_ row: FigureShift, _ label: String) -> [TextTable.Cell] {
        let texts = DifferenceFigures.texts(row.shift, in: row.displayUnit)
        return [
            .text(label + row.yearly.suffix), .text(texts.first), .text(texts.second),
            .text(DifferenceFigures.change(row.shift, in: row.displayUnit)),
            .text(DifferenceFigures.share(row.shift)),
        ]
    }

    private var work: PlanSection? {
        let changed = difference.work.filter(\.isChange)
        guard !changed.isEmpty else { return nil }
        var table = TextTable(columns: [
            .init("Work"), .init("First", alignment: .right), .init("Second", alignment: .right),
            .init("Moved", alignment: .right), .init("Share", alignment: .right),
            .init("Markets", alignment: .right),
        ])
        for row in changed {
            let unit: DisplayUnit = row.kind == .service ? .megawatts : .megawattHours
            let texts = DifferenceFigures.texts(row.amount, in: unit)
            let markets =
                "\(NumberText.count(row.movedMarketCount)) of \(NumberText.count(row.marketCount))"
            table.append([
                .text(row.id), .text(texts.first), .text(texts.second),
                .text(NumberText.text(row.moved, in: unit)),
                .text(NumberText.text(row.movedShare, in: .share)),
                .text(row.kind == .service ? markets : ""),
            ])
        }
        return PlanSection(
            title: "Work that runs elsewhere",
            blocks: [
                .table(table),
                .paragraph(
                    "Services in mean MW, jobs in MWh. Moved is what runs at other sites: of each"
                        + " market, half of how much the shares of its sites changed."),
            ])
    }

    private var prices: PlanSection? {
        guard !difference.prices.isEmpty else { return nil }
        var items = difference.prices.prefix(Self.rowLimit).map { price in
            PlanBlock.Item(text: sentence(price))
        }
        let more = difference.prices.count - items.count
        if more > 0 {
            items.append(.init(text: "… and \(NumberText.count(more)) more (all in --format json)"))
        }
        return PlanSection(title: "Binding limits that changed", blocks: [.list(items)])
    }

    /// `binds now: one more MW at Asosa is worth $59,700 a year`.
    private func sentence(_ shift: PriceShift) -> String {
        func amount(_ price: Price, digits: Int = 3) -> String {
            YearlyUnit(price.unit.firstPart(before: " per ")).text(price.value, digits: digits)
        }
        switch (shift.first, shift.second) {
        case (nil, let price?):
            return "binds now: \(price.subject), worth \(amount(price))"
        case (let price?, nil):
            return "binds no more: \(price.subject), worth \(amount(price)) before"
        case (let first?, let second?):
            let unit = YearlyUnit(second.unit.firstPart(before: " per ")).unit
            let isSameUnit = first.unit == second.unit
            let digits =
                isSameUnit ? DifferenceFigures.digits(first.value, second.value, in: unit) : 3
            return "\(second.subject): worth \(amount(second, digits: digits)), and"
                + " \(amount(first, digits: digits)) before"
        case (nil, nil): return shift.rule
        }
    }

    /// Changes of the objective that bounds do not prove.
    private var stages: PlanSection? {
        let open = difference.stages.filter { $0.value.isChange && !$0.isProved }
        guard !open.isEmpty else { return nil }
        let names = open.map { Measure(rawValue: $0.measure)?.noun ?? "the weighted sum" }
        return PlanSection(
            title: nil,
            blocks: [
                .paragraph(
                    "The optima of \(listed(names)) may be the same: the difference lies within"
                        + " the gaps of the two solves.",
                    lead: .init(word: "Note:", tone: .attention))
            ])
    }
}
