package import Siting
import Typesetting

/// The measures of the whole plan as a table, parts below their wholes.
package struct PlanTotals {
    private let totals: Totals
    private let basis: String
    private let prefix: String
    private var table: TextTable
    /// Wholes that are not the sum of their parts.
    private var unequal: [String] = []
    private var isControllableExact = true

    /// - Parameter prefix: Stands before the label of a part.
    /// - Parameter basis: What the emissions count.
    package init(totals: Totals, basis: String, prefix: String) {
        self.basis = basis
        self.totals = totals
        self.prefix = prefix
        table = TextTable(columns: [
            .init("Measure"), .init("Amount", alignment: .decimal), .init("Unit"),
            .init("Share %", alignment: .decimal), .bars(),
        ])
        addCost()
        addEmissions()
        addRoundTrips()
        addEnergy()
        addWater()
        let capacity = ColumnScale([totals.capacity], in: .megawatts)
        add("IT capacity", totals.capacity, capacity, per: "")
    }

    package var section: PlanSection {
        var notes: [String] = []
        if totals.maxRoundTrip > 0 {
            notes.append("Round trips are over requests, of typical round trips.")
        }
        if !unequal.isEmpty {
            let list = unequal.joined(separator: ", ")
            notes.append("Parts do not add up to the total of: \(list).")
        }
        if !isControllableExact {
            notes.append(
                "Figures are rounded: cost less hardware is not the controllable cost as printed.")
        }
        if let coverage { notes.append(coverage) }
        var blocks: [PlanBlock] = [.table(table)]
        if let inferenceShare { blocks.append(.paragraph(inferenceShare)) }
        if !notes.isEmpty { blocks.append(.paragraph(notes.joined(separator: " "))) }
        return PlanSection(title: "Totals", blocks: blocks)
    }

    /// Only of plans with both kinds of work: of one kind there is nothing to tell apart.
    private var inferenceShare: String? {
        guard let work = totals.inferenceShareOfWork, totals.inferenceEnergy > 0,
            totals.trainingEnergy > 0
        else { return nil }
        let ofWork = "Inference is \(Self.percent(work)) of the working IT energy"
        guard let cost = totals.inferenceShareOfRunningCost else { return ofWork + "." }
        return ofWork + " and \(Self.percent(cost)) of the running cost (electricity, water, "
            + "staff and egress; hardware and buildings apart)."
    }

    private static func percent(_ share: Double) -> String {
        NumberText.fixed(share * 100, decimals: 1) + " %"
    }

    private var coverage: String? {
        let known = Measure.ofWhole.compactMap { measure -> String? in
            guard let share = totals.coverage[measure], share < 1 else { return nil }
            return "\(measure.noun) \(NumberText.text(share, in: .share))"
        }
        guard !known.isEmpty else { return nil }
        return "Coverage: \(known.joined(separator: ", ")) of facility energy; what is not known "
            + "counts as nothing."
    }

    private mutating func addCost() {
        let parts = totals.costParts.filter { $0.cost != 0 }
        let scale = ColumnScale(parts.map(\.cost) + [totals.cost], in: .dollars)
        add("Cost", totals.cost, scale)
        let amounts = addParts(
            parts.map { (Self.words($0.name), $0.cost) }, of: totals.cost, named: "cost", scale)
        add("Controllable cost (without hardware)", totals.controllableCost, scale)
        guard let hardware = parts.firstIndex(where: { $0.name == "hardware" }) else { return }
        isControllableExact = scale.addsUp(
            [amounts[hardware], scale.text(totals.controllableCost)], to: scale.text(totals.cost))
    }

    private mutating func addEmissions() {
        let name = "Emissions, CO2e (\(basis))"
        guard totals.isKnown(.emissions) else {
            return add(name, nil, ColumnScale([], in: .tonnes))
        }
        let scale = ColumnScale([totals.emissions], in: .tonnes)
        add(name, totals.emissions, scale)
        let parts = [
            ("operational (Scope 2 + 3.3)", totals.operationalEmissions),
            ("embodied (hardware)", totals.embodiedEmissions),
        ]
        addParts(parts, of: totals.emissions, named: "emissions", scale)
    }

    private mutating func addRoundTrips() {
        guard totals.maxRoundTrip > 0 else { return }
        let times = [totals.meanRoundTrip, totals.p95RoundTrip, totals.maxRoundTrip]
        let scale = ColumnScale(times, in: .milliseconds)
        add("Mean round trip", totals.meanRoundTrip, scale, per: "")
        add(prefix + "95th percentile", totals.p95RoundTrip, scale, per: "")
        add(prefix + "longest", totals.maxRoundTrip, scale, per: "")
        let difference = (totals.meanLatency - totals.meanRoundTrip).magnitude
        if difference > 1e-9 * totals.meanRoundTrip {
            let scale = ColumnScale([totals.meanLatency], in: .milliseconds)
            add("Mean latency (trips and computing)", totals.meanLatency, scale, per: "")
        }
    }

    private mutating func addEnergy() {
        let scale = ColumnScale([totals.energy, totals.itEnergy], in: .megawattHours)
        add("Facility energy", totals.energy, scale)
        add("IT energy", totals.itEnergy, scale)
        let parts = [
            ("training", totals.trainingEnergy), ("inference", totals.inferenceEnergy),
            ("idle", totals.idleEnergy),
        ]
        addParts(parts, of: totals.itEnergy, named: "IT energy", scale)
    }

    private mutating func addWater() {
        let water = totals.isKnown(.water) ? totals.water : nil
        add("Water", water, ColumnScale([water], in: .cubicMetres))
    }

    private mutating func add(
        _ label: String, _ value: Double?, _ scale: ColumnScale, per: String = " a year"
    ) {
        table.append([
            .text(label), .number(value, scale: scale), .text(scale.label + per), "", "",
        ])
    }

    /// - Returns: The amounts as printed.
    @discardableResult
    private mutating func addParts(
        _ parts: [(name: String, value: Double)], of whole: Double, named name: String,
        _ scale: ColumnScale
    ) -> [String] {
        let amounts = scale.column(parts.map(\.value), total: whole)
        let shares = Self.percentages(parts.map(\.value), of: whole)
        for (index, part) in parts.enumerated() {
            table.append([
                .text(prefix + part.name), .text(amounts.rows[index]),
                .text(scale.label + " a year"), .text(shares.texts[index]),
                .bar(part.value / whole),
            ])
        }
        if !(amounts.addsUp && shares.addsUp), !parts.isEmpty { unequal.append(name) }
        return amounts.rows
    }

    /// With one decimal, adding up to 100.0 where the parts are the whole.
    private static func percentages(
        _ parts: [Double], of whole: Double
    ) -> (texts: [String], addsUp: Bool) {
        guard whole > 0 else { return (parts.map { _ in "" }, true) }
        let exact = parts.map { $0 / whole * 100 }
        let rounded = roundedToAddUp(exact, total: 100, decimals: 1)
        return ((rounded ?? exact).map { NumberText.fixed($0, decimals: 1) }, rounded != nil)
    }

    /// `demand_charge` as `demand charge`.
    private static func words(_ name: String) -> String {
        name.split(separator: "_").joined(separator: " ")
    }
}
