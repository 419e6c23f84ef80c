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
            heads: [.init("Site"), .init("Country")], labels: labels, hasTotal: true)
        let scale = ColumnScale(shown.flatMap(\.capacities), in: .megawatts)
        for (index, column) in comparison.columns.enumerated() {
            var values = shown.map { $0.capacities[index] }
            if !rest.isEmpty { values.append(rest.reduce(0) { $0 + $1.capacities[index] }) }
            let texts = scale.column(values, total: values.reduce(0, +))
            let cells = texts.rows + [texts.total]
            let isEmpty = !column.plan.hasPlacement
            table.append(
                .init(column.name, scale.label, alignment: .right),
                cells.map { .text(isEmpty ? NumberText.missing : $0) })
        }
        return table.sections(
            titled: "Sites opened (\(NumberText.count(all.count)))", in: medium)
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
        func power(_ value: Double) -> String {
            signed(NumberText.text(value, in: .megawatts), of: value)
        }
        let sum = NumberText.text(
            moves.reduce(0) { $0 + $1.change.magnitude }, in: .megawatts)
        var names = moves.prefix(Self.namedMoves).map { "\($0.name) \(power($0.change))" }
        let more = moves.count - names.count
        if more > 0 { names.append("and \(NumberText.count(more)) more") }
        return "\(sum) \(word) at \(counted(moves.count, "site", "sites"))"
            + " (\(names.joined(separator: ", ")))"
    }
}
