package import Siting
import Typesetting

/// The sites that a plan uses as a table, with a total that adds up or is said not to.
package struct PlanSites {
    /// Further sites are summed in one row.
    package static let rowLimit = 30
    /// Further supplies are counted.
    static let supplyLimit = 8
    /// Where names have fewer columns of a line, some figures give way.
    static let narrowestLabel = 14
    private static let bars = TextTable.Column.bars()

    private let plan: Plan
    private let medium: PlanMedium
    private let shown: ArraySlice<SitePlan>
    private let rest: ArraySlice<SitePlan>

    /// - Parameter rowLimit: Nil for a row a site.
    package init(plan: Plan, medium: PlanMedium, rowLimit: Int? = Self.rowLimit) {
        self.plan = plan
        self.medium = medium
        // A row that sums a single site would say less than the site itself.
        let isOneOver = plan.sites.count - 1 == rowLimit
        let limit = isOneOver ? plan.sites.count : rowLimit ?? plan.sites.count
        shown = plan.sites.prefix(limit)
        rest = plan.sites.dropFirst(limit)
    }

    package var section: PlanSection {
        let (figures, dropped, room) = fitted
        let labels = SiteLabels(plan.sites, style: medium.style)
        // Where figures had to go, bars take only what names leave.
        let hasBars = dropped.isEmpty && figures.contains { $0.shares != nil }
        let left = room.map { room in
            hasBars ? labels.room(for: shown, in: room, besides: Self.bars) : room
        }
        let table = table(shown.map { labels.label(of: $0, room: left) }, figures)
        var blocks: [PlanBlock] = [.table(table)]
        let unequal = figures.filter { !$0.addsUp }
        if !unequal.isEmpty {
            let list = Self.names(unequal)
            blocks.append(.paragraph("The sites do not add up to the plan's total of: \(list)."))
        }
        if let drawn { blocks.append(.paragraph(drawn)) }
        let count = NumberText.count(plan.sites.count)
        if !rest.isEmpty { blocks.append(.paragraph("All \(count) are in --format json.")) }
        if !dropped.isEmpty {
            blocks.append(.paragraph("No room for \(Self.names(dropped)): see --format json."))
        }
        return PlanSection(title: "Sites used (\(count))", blocks: blocks)
    }

    /// What sites draw from supplies, whose price and carbon are not those of the grid in the table.
    private var drawn: String? {
        let draws = plan.sites.flatMap { site in
            site.supplies.filter { $0.supply != Supply.grid && $0.power > 0 }
                .map { (site: site.name, supply: $0.supply, power: $0.power) }
        }.sorted { $0.power > $1.power }
        guard !draws.isEmpty else { return nil }
        let listed = draws.prefix(Self.supplyLimit).map { draw in
            "\(draw.site) \(NumberText.text(draw.power, in: .megawatts)) from \(draw.supply)"
        }
        let more = draws.count - listed.count
        return "Drawn beside the grid, with price and carbon of their own, mean power: "
            + listed.joined(separator: ", ") + (more > 0 ? " and \(more) more." : ".")
    }

    /// The figures that fit into a line beside readable labels, and the columns left for those.
    private var fitted: (kept: [SiteFigures], dropped: [SiteFigures], room: Int?) {
        var kept = figures
        var dropped: [SiteFigures] = []
        guard let width = medium.width else { return (kept, dropped, nil) }
        var room = roomForLabels(kept, width: width)
        while room < Self.narrowestLabel,
            let index = kept.indices.filter({ kept[$0].dispensability != nil })
                .max(by: { kept[$0].dispensability ?? 0 < kept[$1].dispensability ?? 0 })
        {
            dropped.append(kept.remove(at: index))
            room = roomForLabels(kept, width: width)
        }
        return (kept, dropped, room)
    }

    private static func names(_ figures: [SiteFigures]) -> String {
        figures.map { figure in
            let isSymbol = figure.title.dropFirst().contains(where: \.isUppercase)
            return isSymbol ? figure.title : figure.title.lowercased()
        }.joined(separator: ", ")
    }

    private var restLabel: String { "… and \(NumberText.count(rest.count)) more" }

    /// What the figures leave of a line for the first column.
    private func roomForLabels(_ figures: [SiteFigures], width: Int) -> Int {
        let bare = table(shown.map { _ in "" }, figures)
        let used = bare.naturalWidth(style: medium.style)
        let own = DisplayWidth.of(medium.style.shown(rest.isEmpty ? "Total" : restLabel))
        return width - used + own
    }

    private func table(_ labels: [String], _ figures: [SiteFigures]) -> TextTable {
        let columns = figures.flatMap { figure -> [TextTable.Column] in
            let column = TextTable.Column(figure.title, figure.unit, alignment: .right)
            return figure.shares == nil ? [column] : [column, Self.bars]
        }
        var table = TextTable(
            columns: [.init("Site"), .init(medium.countryTitle)] + columns)
        let heads = zip(labels, shown).map { ($0, $1.country) }
        let all = rest.isEmpty ? heads : heads + [(restLabel, "")]
        for (row, head) in all.enumerated() {
            table.append([.text(head.0), .text(head.1)] + figures.flatMap { $0.cells(row) })
        }
        table.setTotal(["Total", ""] + figures.flatMap(\.totalCells))
        return table
    }

    private var figures: [SiteFigures] {
        let inputs = SiteFigures.Inputs(shown: shown, rest: rest, totals: plan.totals)
        let hours = YearlyUnit.hours
        // Capacity, training and inference compare along a row, so they share one scale.
        let power = ColumnScale(
            shown.flatMap { [$0.capacity, $0.training / hours, $0.inference / hours] },
            in: .megawatts)
        let emissions = ColumnScale(shown.map(\.emissions), in: .tonnes)
        let cost = ColumnScale(shown.map(\.cost), in: .dollars)
        var capacity = SiteFigures("Capacity", inputs, power, \.capacity, \.capacity)
        // The bar of a single site would compare nothing.
        if shown.count > 1 { capacity.shares = sharesOfLargest(shown.map(\.capacity)) }
        var all = [
            capacity,
            SiteFigures(
                "Training", inputs, power, { $0.training / hours }, { $0.trainingEnergy / hours }),
            SiteFigures(
                "Inference", inputs, power, { $0.inference / hours },
                { $0.inferenceEnergy / hours }),
            SiteFigures(use: inputs),
            SiteFigures("Grid", inputs, .gramsPerKilowattHour, \.carbonGramsPerKilowattHour),
            SiteFigures(
                "Price", inputs, .dollarsPerMegawattHour, label: medium.priceUnit,
                \.priceDollarsPerMegawattHour),
            SiteFigures("CO2e", inputs, emissions, \.emissions, \.emissions),
            SiteFigures("Cost", inputs, cost, \.cost, \.cost),
        ]
        // A narrow line goes without figures of the grid first, and never without capacity or cost.
        let dispensed = ["CO2e", "Training", "Inference", "Use", "Grid", "Price"]
        for index in all.indices {
            all[index].dispensability = dispensed.firstIndex(of: all[index].title)
        }
        return all
    }
}
