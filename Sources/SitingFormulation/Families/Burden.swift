public import LinearProgramming
public import Quantities
public import Siting

/// No member of a grouping bears more of a measure than the burden's column, which is minimised or limited.
///
///     sum_{s in m} measure[s] <= scale_m burden_b    for all burdens b of the policy, members m
///                                                    (the measure's unit)
///
/// `scale_m` is 1, or the MW that the sites of m may hold. A burden for each MW that stands is a ratio of
/// decisions: its limit is in the row, `sum measure[s] - limit sum capacity[s] <= burden_b`, and no more than
/// nothing is allowed above it. No burden is below zero, as a site without work bears none.
public enum BurdenFamily: ConstraintFamily {
    public static let name = "burden"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let burdens = formulation.policy.burdens
        let groupings = burdens.map { formulation.bearers(by: $0.grouping) }
        let labels = Set(groupings.flatMap { $0.map(\.label) }).sorted()
        let indexOfLabel = Dictionary(uniqueKeysWithValues: zip(labels, 0...))
        let block = try program.declareRows(
            name, in: One.self,
            over: [
                Dimension("burden", labels: burdens.map(\.name)),
                Dimension("member", labels: ShareFamily.modelLabels(of: labels)),
            ])
        for (index, burden) in burdens.enumerated() {
            guard let column = formulation.decisions.burdens[burden] else { continue }
            let amounts = formulation.amounts(of: burden.kind)
            for bearer in groupings[index] {
                var excess = LinearExpression<One>()
                for site in bearer.sites { excess.add(1, amounts[site]) }
                let scale = burden.scale == .perLimit ? formulation.powerLimit(of: bearer) : 1
                excess.add(-scale, column)
                if let limit = formulation.policy.ratioLimits[burden] {
                    for site in bearer.sites {
                        excess.add(
                            Quantity(-limit), formulation.decisions.capacity[site])
                    }
                }
                try program.addRow(
                    block, index, indexOfLabel[bearer.label] ?? 0, expression: excess.combined(),
                    .atMost(.zero))
            }
        }
    }
}

extension Policy {
    /// The largest amounts for each MW built, by burden.
    var ratioLimits: [Burden: Double] {
        var found: [Burden: Double] = [:]
        for limit in limits where limit.isOnRatio {
            if case .largest(let burden) = limit.measure { found[burden] = limit.maximum }
        }
        return found
    }
}

extension Formulation {
    /// The members of a burden's grouping, by label.
    public func bearers(by grouping: Burden.Grouping) -> [Member] {
        var sites: [String: [Int]] = [:]
        for (index, site) in scenario.sites.enumerated() {
            let label =
                switch grouping {
                case .site: site.id
                case .country: site.country
                case .gridZone: site.gridZone ?? site.id
                }
            sites[label, default: []].append(index)
        }
        return sites.sorted { $0.key < $1.key }.map { Member(label: $0.key, sites: $0.value) }
    }

    /// What each site has of a measure: its terms in the columns of the site.
    public func amounts(of kind: Burden.Kind) -> [LinearExpression<One>] {
        var amounts = [LinearExpression<One>](
            repeating: LinearExpression(), count: scenario.sites.count)
        measures.expression(of: kind.measure).forEachTerm { column, coefficient in
            let site = decisions.siteOfColumn[column]
            guard site >= 0 else { return }
            amounts[Int(site)].add(coefficient, Variable<One>(column: column))
        }
        return amounts
    }

    /// MW that the positions of a member may hold, each the most of its sites there.
    public func powerLimit(of bearer: Member) -> Double {
        var most: [Int: Double] = [:]
        for site in bearer.sites {
            let position = positionOfSite[site]
            most[position] = max(most[position] ?? 0, scenario.sites[site].limit.value)
        }
        // In order, so that the sum is the same in every run.
        return most.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
}
