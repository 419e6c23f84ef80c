import Siting
import Typesetting

/// The content of a report on alternatives, in reading order and without markup.
struct AlternativesReport {
    let found: Alternatives

    private static let listLimit = 12

    var sections: [PlanSection] {
        let isSolved = found.best.status == .optimal
        let parts = isSolved ? [plans, mustHave, choices, unused] : []
        return [head] + PlanFindings.sections(of: found.best) + parts.compactMap { $0 }
    }

    private var head: PlanSection {
        let plan = found.best
        let title = ReportHead.title(plan.scenario, plan.file)
        var blocks = [PlanVerdict.block(of: plan)]
        if plan.status == .optimal {
            blocks.append(.paragraph(tolerance))
            if plan.stages.count > 1 {
                let held = plan.stages.dropLast().map(\.noun).joined(separator: ", ")
                blocks.append(.paragraph("All of them hold \(held) at what the best plan has."))
            }
        }
        return PlanSection(title: title, blocks: blocks)
    }

    private var tolerance: String {
        let amount = StageAmount(of: found.best)
        let share = NumberText.text(found.within, in: .share)
        let value = found.best.stages.last?.value ?? .nan
        let isControllable = abs(found.base - abs(value)) > 1e-9 * abs(value)
        let base =
            isControllable
            ? "\(amount.text(found.base)), its \(amount.noun) without hardware" : "that"
        return "Alternatives may come to \(share) of \(base) more: up to "
            + "\(amount.text(found.limit, digits: 5)), \(amount.text(found.limit - value)) above "
            + "the best."
    }

    private var plans: PlanSection {
        guard !found.members.isEmpty else {
            return PlanSection(title: "Alternatives", blocks: [.paragraph(ending)])
        }
        var blocks: [PlanBlock] = [.table(table), .list(found.members.indices.map(item))]
        if found.ending != nil { blocks.append(.paragraph(ending)) }
        return PlanSection(
            title: "Alternatives (\(NumberText.count(found.members.count)))", blocks: blocks)
    }

    private var ending: String {
        switch found.ending {
        case .stopped: "A limit came before more were found."
        case .exhausted, nil:
            "No further plan was found: the most unlike one has the sites of one above."
        }
    }

    /// Changes from the best plan, which is the first row.
    private var table: TextTable {
        let measures: [(title: String, measure: Measure, unit: DisplayUnit)] = [
            ("Cost", .cost, .dollars), ("CO2e", .emissions, .tonnes),
            ("Mean round trip", .roundTrip, .milliseconds),
        ]
        let shown = measures.map { item in
            let values =
                [found.best.totals?.known(item.measure)]
                + found.members.map { $0.totals.known(item.measure) }
            return (item.title, values, ColumnScale(values, in: item.unit), item.measure)
        }.filter { $0.1.contains { $0 != nil } }
        var table = TextTable(
            columns: [
                .init("Plan"), .init("Sites", alignment: .right),
                .init("New", alignment: .right), .init("Gone", alignment: .right),
                .init("Moved", "%", alignment: .right),
            ]
                + shown.map {
                    .init(
                        $0.0, $0.2.label + YearlyUnit($0.3.unit).suffix, alignment: .right)
                })
        table.append(
            ["best", .count(found.best.sites.count), "", "", ""]
                + shown.map { .number($0.1[0], scale: $0.2) })
        for (index, member) in found.members.enumerated() {
            table.append(
                [
                    .text("\(index + 1)"), .count(member.sites.count), .count(member.added.count),
                    .count(member.dropped.count),
                    .text(NumberText.fixed(member.movedShare * 100, decimals: 0)),
                ] + shown.map { .number($0.1[index + 1], scale: $0.2) })
        }
        return table
    }

    private func item(_ index: Int) -> PlanBlock.Item {
        let member = found.members[index]
        let best = Dictionary(uniqueKeysWithValues: found.best.sites.map { ($0.id, $0) })
        let added = Set(member.added)
        let new = member.sites.filter { added.contains($0.id) }
        let gone = member.dropped.compactMap { best[$0] }
        return .init(
            text: "\(index + 1) \(ExplainedSite.changes(member.difference)).",
            detail: "New: \(Self.names(new)). Gone: \(Self.names(gone)).")
    }

    /// The largest, with their capacity.
    private static func names(_ sites: [SitePlan]) -> String {
        guard !sites.isEmpty else { return "none" }
        let shown = sites.prefix(5).map {
            "\($0.name) \(NumberText.text($0.capacity, in: .megawatts))"
        }
        let more = sites.count - shown.count
        return shown.joined(separator: ", ")
            + (more > 0 ? " and \(NumberText.count(more)) more" : "")
    }

    private var mustHave: PlanSection {
        let must = found.core.filter(\.isMust)
        let open = found.core.filter { $0.least == nil }
        let none =
            open.isEmpty
            ? "None: for each site, a plan within the tolerance was found that does without."
            : "None is proved."
        let items = must.map { site in
            let least = NumberText.text(site.least, in: .megawatts)
            return PlanBlock.Item(text: "\(site.name) (\(site.site)): at least \(least)")
        }
        var blocks: [PlanBlock] = [must.isEmpty ? .paragraph(none) : .list(items)]
        if !open.isEmpty {
            let names = open.map(\.name).joined(separator: ", ")
            blocks.append(.paragraph("In every plan found, but not tried to be emptied: \(names)."))
        }
        if !must.isEmpty {
            blocks.append(
                .paragraph("Proved: every plan within the tolerance has them, and no less there."))
        }
        return PlanSection(title: "Must have", blocks: blocks)
    }

    private var choices: PlanSection? {
        guard !found.choices.isEmpty else { return nil }
        let plans = found.members.count + 1
        var items = found.choices.prefix(Self.listLimit).map { site in
            PlanBlock.Item(
                text: "\(site.name) (\(site.site)): in \(NumberText.count(site.planCount)) of "
                    + counted(plans, "plan", "plans")
                    + (site.planCount == plans ? ", yet one within the tolerance does without" : "")
            )
        }
        let more = found.choices.count - items.count
        if more > 0 {
            items.append(.init(text: "… and \(NumberText.count(more)) more (all in --format json)"))
        }
        return PlanSection(
            title: "Real choices (\(NumberText.count(found.choices.count)))", blocks: [.list(items)]
        )
    }

    private var unused: PlanSection? {
        guard !found.unused.isEmpty else { return nil }
        let count = counted(found.unused.count, "site is", "sites are")
        return PlanSection(
            title: "In none",
            blocks: [
                .paragraph(
                    "\(count) in no plan found, which does not prove that no plan within the "
                        + "tolerance could use them.")
            ])
    }
}
