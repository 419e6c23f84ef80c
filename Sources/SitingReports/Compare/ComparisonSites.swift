import Siting
import Typesetting

/// Where each plan stands, and what moved against the baseline.
struct ComparisonSites {
    /// Further sites are summed in one row.
    static let rowLimit = 20
    /// Sites named of those that gain, and of those that lose.
    static let namedMoves = 4

    private let comparison: Comparison
    private let medium: PlanMedium

    init(_ comparison: Comparison, medium: PlanMedium) {
        self.comparison = comparison
        self.medium = medium
    }

    var sections: [PlanSection] {
        let all = comparison.siteRows
        guard !all.isEmpty else { return [] }
        // A row that sums a single site would say less than the site itself.
        let shown = all.prefix(all.count == Self.rowLimit + 1 ? all.count : Self.rowLimit)
        let rest = all.dropFirst(shown.count)
        var labels: [[TextTable.Cell]] = shown.map { [.text(label(of: $0)), .text($0.country)] }
        if !rest.isEmpty {
            labels.append([.text("… and \(NumberText.count(rest.count)) more"), ""])
        }
        labels.append(["Total", ""])
        var table = WideTable(
            heads: [.init("Site"), .init(medium.countryTitle)], labels: labels, hasTotal: true)
        let scale = ColumnScale(shown.flatMap(\.capacities), in: .megawatts)
        // Of the largest site of all: further sites together and totals would outgrow it.
        let shares = sharesOfLargest(shown.flatMap(\.capacities))
        let count = comparison.columns.count
        var unequal: [String] = []
        for (index, column) in comparison.columns.enumerated() {
            var values = shown.map { $0.capacities[index] }
            if !rest.isEmpty { values.append(rest.reduce(0) { $0 + $1.capacities[index] }) }
            let texts = scale.column(values, total: values.reduce(0, +))
            let cells = texts.rows + [texts.total]
            if !texts.addsUp { unequal.append(column.name) }
            let isEmpty = !column.plan.hasPlacement
            table.append(
                .init(column.name, scale.label, alignment: .right),
                cells.map { .text(isEmpty ? NumberText.missing : $0) },
                shares: shown.indices.map { isEmpty ? nil : shares[$0 * count + index] })
        }
        let note = "Figures are rounded and do not add up to the total of: "
        return table.sections(
            titled: "Sites opened (\(NumberText.count(all.count)))", in: medium,
            notes: unequal.isEmpty
                ? [] : [.paragraph(note + unequal.joined(separator: ", ") + ".")])
    }

    /// The name, or the id where a line has no room for it.
    private func label(of row: Comparison.SiteRow) -> String {
        let room = 22
        return medium.width == nil || DisplayWidth.of(medium.style.shown(row.name)) <= room
            ? row.name : row.id
    }

    var moves: PlanSection? {
        let items = comparison.columns.indices.compactMap { index -> PlanBlock.Item? in
            guard index != comparison.baseline, comparison.columns[index].plan.hasPlacement,
                comparison.columns[comparison.baseline].plan.hasPlacement
            else { return nil }
            return PlanBlock.Item(
                text: sentence(comparison.moves(to: index), comparison.columns[index].name))
        }
        guard !items.isEmpty else { return nil }
        return PlanSection(
            title: "What moves, from \(comparison.baselineName)", blocks: [.list(items)])
    }

    /// Such as `greenest: 312 MW more at 41 sites (Asosa +100 MW, …) and 312 MW less at 12 sites (…)`.
    private func sentence(_ moves: [Comparison.Move], _ name: String) -> String {
        let parts = [
            part(moves.filter { $0.change > 0 }, "more"),
            part(moves.filter { $0.change < 0 }, "less"),
        ].compactMap { $0 }
        let whole = parts.isEmpty ? "nothing moves" : parts.joined(separator: " and ")
        return "\(name): \(whole)"
    }

    private func part(_ moves: [Comparison.Move], _ word: String) -> String? {
        guard !moves.isEmpty else { return nil }
        let (changes, sum) = amounts(moves)
        var names = zip(moves, changes).map { "\($0.name) \($1)" }
        let more = moves.count - names.count
        if more > 0 { names.append("and \(NumberText.count(more)) more") }
        return "\(sum) \(word) at \(counted(moves.count, "site", "sites"))"
            + " (\(names.joined(separator: ", ")))"
    }

    /// The changes named, and the sum of all. Where all are named they add up to it as printed.
    private func amounts(_ moves: [Comparison.Move]) -> (changes: [String], sum: String) {
        let values = moves.map(\.change)
        let sum = values.reduce(0, +)
        guard moves.count <= Self.namedMoves else {
            let named = values.prefix(Self.namedMoves).map {
                signed(NumberText.text($0, in: .megawatts), of: $0)
            }
            return (named, NumberText.text(sum.magnitude, in: .megawatts))
        }
        let scale = ColumnScale(values, in: .megawatts)
        let texts = scale.column(values, total: sum).rows
        return (
            zip(texts, values).map { "\(signed($0, of: $1)) \(scale.label)" },
            NumberText.text(sum.magnitude, in: .megawatts, digits: 4)
        )
    }
}
