/// Finds what differs between two plans, figure by figure.
struct PlanChanges {
    let first: Plan
    let second: Plan
    /// The share of a figure up to which a difference is no change.
    let noise: Double

    /// MW: a watt is no move.
    static let leastPower = 1e-6
    /// What a watt comes to over a year, MWh.
    static let leastEnergy = leastPower * 8760

    var measures: [FigureShift] {
        ComparedFigure.allCases.map { figure in
            FigureShift(
                key: figure.rawValue, unit: figure.unit,
                shift: Shift(figure.value(of: first), figure.value(of: second), noise: noise))
        }
    }

    var costParts: [FigureShift] {
        let parts = [first, second].map { $0.hasPlacement ? $0.totals?.costParts ?? [] : [] }
        return merged(parts[0].map(\.name), parts[1].map(\.name)).map { name in
            let costs = parts.map { list in list.first { $0.name == name }?.cost }
            return FigureShift(
                key: name, unit: Measure.cost.unit, shift: Shift(costs[0], costs[1], noise: noise))
        }
    }

    var stages: [StageShift] {
        guard arePlaced, first.stages.map(\.measure) == second.stages.map(\.measure)
        else { return [] }
        return zip(first.stages, second.stages).map { StageShift($0, $1, noise: noise) }
    }

    /// Whether there are two placements to compare: of one alone everything comes or goes.
    var arePlaced: Bool { first.hasPlacement && second.hasPlacement }

    var sites: [SiteShift] {
        guard arePlaced else { return [] }
        let (before, after) = (byID(first), byID(second))
        let ids = merged(first.sites.map(\.id), second.sites.map(\.id))
        let shifts = ids.compactMap { id -> SiteShift? in
            guard let site = after[id] ?? before[id] else { return nil }
            let plans = [before[id], after[id]]
            let shift = SiteShift(
                id: id, name: site.name, country: site.country,
                capacity: power(plans.map { $0?.capacity ?? 0 }),
                training: energy(plans.map { $0?.training ?? 0 }),
                inference: energy(plans.map { $0?.inference ?? 0 }))
            let figures = [shift.capacity, shift.training, shift.inference]
            return figures.contains(where: \.isChange) ? shift : nil
        }
        return shifts.sorted { left, right in
            let changes = [left, right].map { abs($0.capacity.change?.absolute ?? 0) }
            return changes[0] == changes[1] ? left.id < right.id : changes[0] > changes[1]
        }
    }

    var prices: [PriceShift] {
        guard arePlaced else { return [] }
        let tables = [first, second].map { plan in
            Dictionary(
                plan.prices.map { ($0.rule, $0) },
                uniquingKeysWith: { first, _ in first })
        }
        let rules = merged(first.prices.map(\.rule), second.prices.map(\.rule))
        let shifts = rules.compactMap { rule -> PriceShift? in
            let shift = PriceShift(rule: rule, first: tables[0][rule], second: tables[1][rule])
            return isChange(shift) ? shift : nil
        }
        // Stable: each part stays in the order of the plans, dearest first.
        let isSteady = { (shift: PriceShift) in shift.first != nil && shift.second != nil }
        return shifts.filter { !isSteady($0) } + shifts.filter(isSteady)
    }

    private func isChange(_ shift: PriceShift) -> Bool {
        guard let first = shift.first, let second = shift.second else {
            return shift.first != nil || shift.second != nil
        }
        guard first.unit == second.unit else { return true }
        let isEqual = second.value.difference(from: first.value, noise: noise) == 0
        return !isEqual && !first.overlaps(second)
    }

    private func power(_ values: [Double]) -> Shift {
        Shift(values[0], values[1], noise: noise, least: Self.leastPower)
    }

    private func energy(_ values: [Double]) -> Shift {
        Shift(values[0], values[1], noise: noise, least: Self.leastEnergy)
    }

    private func byID(_ plan: Plan) -> [String: SitePlan] {
        Dictionary(plan.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Price {
    /// Whether a single price may lie in the range of both: where the dual is not unique, the one that a
    /// solve gives is a choice.
    fileprivate func overlaps(_ other: Price) -> Bool {
        guard let lower, let upper, let otherLower = other.lower, let otherUpper = other.upper
        else { return false }
        return lower <= otherUpper && otherLower <= upper
            && (lower < upper || otherLower < otherUpper)
    }
}

/// The names of two lists, each once: those of the first, then what only the second has.
func merged(_ first: [String], _ second: [String]) -> [String] {
    var seen: Set<String> = []
    return (first + second).filter { seen.insert($0).inserted }
}
