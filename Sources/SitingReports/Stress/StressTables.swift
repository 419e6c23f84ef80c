import Siting
import Typesetting

/// The figures of a stress test.
struct StressTables {
    let stress: Stress
    let medium: PlanMedium

    private static let siteLimit = 30

    private static let spreadColumns = ["Least", "5 %", "Median", "95 %", "Most"].map {
        TextTable.Column($0, alignment: .right)
    }

    /// Of the samples' best plans.
    var measures: PlanSection? {
        guard let given = stress.plan.totals else { return nil }
        var table = TextTable(
            columns: [
                .init("Measure"), .init("Unit"), .init("As given", alignment: .right),
            ] + Self.spreadColumns)
        for measure in Measure.ofWhole {
            guard let spread = stress.spread(of: measure) else { continue }
            append(to: &table, measure.noun, spread, measure.unit, given: given.known(measure))
        }
        for (place, stage) in stress.plan.stages.enumerated() {
            // Weighted sums and burdens.
            if let measure = Measure(rawValue: stage.measure), Measure.ofWhole.contains(measure) {
                continue
            }
            guard let spread = stress.spread(ofStage: place) else { continue }
            append(to: &table, stage.noun, spread, stage.unit, given: stage.value)
        }
        guard !table.rows.isEmpty else { return nil }
        return PlanSection(title: "Best plans of the samples", blocks: [.table(table)])
    }

    private func append(
        to table: inout TextTable, _ noun: String, _ spread: Spread, _ unit: String, given: Double?
    ) {
        let yearly = YearlyUnit(unit)
        let scale = ColumnScale([given] + spread.values, in: yearly.unit)
        table.append(
            [
                .text(noun.capitalisedFirst), .text(scale.label + yearly.suffix),
                .number(given, scale: scale),
            ] + spread.values.map { .number($0, scale: scale) })
    }

    /// Of the chosen plan.
    var regrets: PlanSection? {
        guard !stress.solved.isEmpty else { return nil }
        var table = TextTable(
            columns: [.init("Stage"), .init("Unit"), .init("Samples", alignment: .right)]
                + Self.spreadColumns)
        for (place, stage) in stress.plan.stages.enumerated() {
            let yearly = YearlyUnit(stage.unit)
            let part = "\(medium.partPrefix)of the optimum"
            append(
                to: &table, stage.noun.capitalisedFirst, stress.regret(inStage: place),
                yearly.unit, yearly.suffix)
            append(to: &table, part, stress.relativeRegret(inStage: place), .share, "")
        }
        let broken = stress.broken.map { limit in
            PlanBlock.Item(
                text: "breaks \(limit.rule) in "
                    + "\(counted(limit.sampleCount, "sample", "samples")), by up to "
                    + YearlyUnit(limit.unit).text(limit.most))
        }
        return PlanSection(
            title: "Regret of the chosen plan",
            blocks: (table.rows.isEmpty ? [] : [.table(table)])
                + (broken.isEmpty ? [] : [.list(broken)]) + [.paragraph(regretNote)])
    }

    private var regretNote: String {
        let base =
            "How much worse the chosen plan is than the best plan of a sample that knew its "
            + "figures, over the samples in which it breaks nothing."
        guard stress.plan.stages.count > 1 else { return base }
        return base
            + " In a stage before the last only what exceeds the policy's tolerance counts; where "
            + "it does, later stages are not compared."
    }

    private func append(
        to table: inout TextTable, _ label: String, _ spread: Spread?, _ unit: DisplayUnit,
        _ suffix: String
    ) {
        guard let spread else { return }
        let scale = ColumnScale(spread.values, in: unit)
        table.append(
            [.text(label), .text(scale.label + suffix), .count(spread.count)]
                + spread.values.map { .number($0, scale: scale) })
    }

    /// Parts of the noise.
    var steps: PlanSection? {
        guard !stress.steps.isEmpty else { return nil }
        var table = TextTable(columns: [
            .init("Noise", alignment: .right), .init("Carbon", "± %", alignment: .decimal),
            .init("Price", "± %", alignment: .decimal),
            .init("Round trips", "± %", alignment: .decimal),
            .init("Samples", alignment: .right), .init("Other sites", alignment: .right),
        ])
        let scales = [\FigureNoise.carbon, \.price, \.roundTrip].map { width in
            ColumnScale(
                stress.steps.map { stress.noise.scaled(by: $0.scale)[keyPath: width] }, in: .share)
        }
        for step in stress.steps {
            let noise = stress.noise.scaled(by: step.scale)
            let widths = [noise.carbon, noise.price, noise.roundTrip]
            table.append(
                [.text(StressWords.text(step.scale))]
                    + zip(widths, scales).map { .text($1.text($0)) }
                    + [.count(step.sampleCount), .count(step.otherCount)])
        }
        return PlanSection(
            title: "Parts of the noise",
            blocks: [
                .table(table),
                .paragraph(
                    "Each part takes the first samples again, with the same draws. Other sites: "
                        + "samples whose best plan has not just the chosen ones."),
            ])
    }

    /// Those of most samples first.
    var sites: PlanSection? {
        let count = stress.solved.count
        guard count > 0, !stress.sites.isEmpty else { return nil }
        let shown = stress.sites.prefix(Self.siteLimit)
        let values = shown.flatMap { site -> [Double?] in
            [site.chosenCapacity] + (site.capacity?.values ?? [])
        }
        let scale = ColumnScale(values, in: .megawatts)
        let unit = scale.label
        var table = TextTable(columns: [
            .init("Site"), .init("Country"), .init("In samples", "%", alignment: .right),
            .init("Chosen", unit, alignment: .right), .init("5 %", unit, alignment: .right),
            .init("Median", unit, alignment: .right), .init("95 %", unit, alignment: .right),
        ])
        for site in shown {
            let share = Double(site.sampleCount) / Double(count) * 100
            let chosen: TextTable.Cell =
                site.isChosen ? .number(site.chosenCapacity, scale: scale) : ""
            let spread = [site.capacity?.low, site.capacity?.median, site.capacity?.high]
            table.append(
                [
                    .text(label(of: site)), .text(site.country),
                    .text(NumberText.fixed(share, decimals: 1)),
                    chosen,
                ] + spread.map { .number($0, scale: scale) })
        }
        var blocks: [PlanBlock] = [.table(table)]
        let more = stress.sites.count - shown.count
        if more > 0 {
            blocks.append(.paragraph("… and \(NumberText.count(more)) more (all in --format json)"))
        }
        blocks.append(
            .paragraph("Capacity over all samples with a plan, nothing where it has not the site."))
        return PlanSection(
            title: "Sites (\(NumberText.count(stress.sites.count)))", blocks: blocks)
    }

    /// The name, or the id where a line has no room for it.
    private func label(of site: StressSite) -> String {
        let room = 34
        return medium.width == nil || DisplayWidth.of(medium.style.shown(site.name)) <= room
            ? site.name : site.id
    }
}

extension Spread {
    /// From the least to the most.
    var values: [Double?] { [least, low, median, high, most] }
}

extension String {
    /// The same with a capital at its start.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
