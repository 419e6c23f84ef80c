import Siting
import Typesetting

extension DifferenceTables {
    /// Sites that changed, what the others hold, and the whole; the figures add up as printed.
    var sites: PlanSection? {
        guard !difference.sites.isEmpty else { return nil }
        let all = difference.sites
        let shown = all.prefix(all.count == Self.rowLimit + 1 ? all.count : Self.rowLimit)
        let rest = all.dropFirst(shown.count)
        let columns = SiteColumns(shown: Array(shown), rest: Array(rest), difference: difference)
        var table = TextTable(
            columns: [.init("Site"), .init("Country")]
                + columns.all.map { .init($0.title, $0.unit, alignment: .right) }
                + [.init("Is now")])
        for (index, site) in shown.enumerated() {
            table.append(
                [.text(label(of: site)), .text(site.country)]
                    + columns.all.map { .text($0.rows[index]) } + [.text(site.kind.words)])
        }
        if let others = columns.othersLabel {
            table.append(
                [.text(others), ""] + columns.all.map { .text($0.rows[shown.count]) } + [""])
        }
        table.setTotal(["Total", ""] + columns.all.map { .text($0.total) } + [""])
        let note: [PlanBlock] =
            columns.all.allSatisfy(\.addsUp)
            ? [] : [.paragraph("Rounded figures do not add up to all totals.")]
        return PlanSection(
            title: "Sites that changed (\(NumberText.count(all.count)))",
            blocks: [.table(table)] + note)
    }

    /// The name, or the id where a line has no room for it.
    private func label(of site: SiteShift) -> String {
        let room = 22
        return medium.width == nil || DisplayWidth.of(medium.style.shown(site.name)) <= room
            ? site.name : site.id
    }
}

/// Columns over the sites of a difference, each with a row for every site shown, one for all others
/// where there are any, and a total.
private struct SiteColumns {
    struct Column {
        let title: String
        let unit: String
        let rows: [String]
        let total: String
        let addsUp: Bool
    }

    let all: [Column]
    /// `nil` where there are no others.
    let othersLabel: String?

    init(shown: [SiteShift], rest: [SiteShift], difference: PlanDifference) {
        let others = rest.count + difference.steadySiteCount
        othersLabel =
            others == 0 ? nil : counted(others, "other", "others")
        let hasOthers = others > 0
        let capacity = difference.measures.first { $0.key == ComparedFigure.capacity.rawValue }
        func side(_ title: String, _ field: (Shift) -> Double?) -> Column {
            let values = shown.map { field($0.capacity) ?? 0 }
            let total = capacity.flatMap { field($0.shift) } ?? values.reduce(0, +)
            // What sites that did not change hold is not listed: it is the rest of the whole.
            let rest = hasOthers ? [total - values.reduce(0, +)] : []
            return Self.column(title, values, rest, total, .megawatts)
        }
        func change(_ title: String, _ unit: DisplayUnit, _ field: (SiteShift) -> Shift) -> Column {
            let values = shown.map { field($0).change?.absolute ?? 0 }
            let others = Self.sum(rest.map { field($0).change?.absolute ?? 0 })
            let all = values + (hasOthers ? [others] : [])
            let whole = Self.sum(values + rest.map { field($0).change?.absolute ?? 0 })
            return Self.column(title, values, hasOthers ? [others] : [], whole, unit)
                .signed(all, whole)
        }
        var columns = [
            side("First", \.first), side("Second", \.second),
            change("Change", .megawatts, \.capacity),
        ]
        let work: [(String, (SiteShift) -> Shift)] = [
            ("Training", \.training), ("Inference", \.inference),
        ]
        for (title, field) in work where (shown + rest).contains(where: { field($0).isChange }) {
            columns.append(change(title, .megawattHours, field))
        }
        all = columns
    }

    /// What cancels but for arithmetic is nothing, and has no sign.
    private static func sum(_ values: [Double]) -> Double {
        let sum = values.reduce(0, +)
        let size = values.reduce(0) { $0 + abs($1) }
        return abs(sum) <= 1e-9 * size ? 0 : sum
    }

    private static func column(
        _ title: String, _ values: [Double], _ rest: [Double], _ total: Double,
        _ unit: DisplayUnit
    ) -> Column {
        let scale = ColumnScale(values, in: unit)
        let texts = scale.column(values + rest, total: total)
        return Column(
            title: title, unit: scale.label, rows: texts.rows, total: texts.total,
            addsUp: texts.addsUp)
    }
}

extension SiteColumns.Column {
    /// With a plus before what is above zero.
    fileprivate func signed(_ values: [Double], _ whole: Double) -> Self {
        Self(
            title: title, unit: unit,
            rows: zip(rows, values).map { SitingReports.signed($0, of: $1) },
            total: SitingReports.signed(total, of: whole), addsUp: addsUp)
    }
}

extension SiteShift.Kind {
    fileprivate var words: String {
        switch self {
        case .added: "in"
        case .removed: "out"
        case .grown: "larger"
        case .shrunk: "smaller"
        case .reloaded: "as large"
        }
    }
}
