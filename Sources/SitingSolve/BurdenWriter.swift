import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// What each site, grid zone and country bears in a plan, from its column values.
struct BurdenWriter {
    private let formulation: Formulation
    private let values: [Double]

    /// Below this many MW nothing stands.
    private static let leastCapacity = 1e-9

    init(_ formulation: Formulation, values: [Double]) {
        self.formulation = formulation
        self.values = values
    }

    /// The member that bears most, for every burden there is.
    func largest() -> [LargestBurden] {
        let judged = Set(formulation.policy.burdens)
        let amounts = Dictionary(
            uniqueKeysWithValues: Burden.Kind.allCases.map { ($0, self.amounts(of: $0)) })
        let standing = formulation.decisions.capacity.map { values[$0.column] }
        return Burden.Grouping.allCases.flatMap { grouping in
            let bearers = formulation.bearers(by: grouping)
            let limits = bearers.map { formulation.powerLimit(of: $0) }
            return Burden.all.filter { $0.grouping == grouping }.compactMap { burden in
                let divisors =
                    switch burden.scale {
                    case .total: [Double](repeating: 1, count: bearers.count)
                    case .perLimit: limits
                    case .perBuilt: bearers.map { $0.sites.reduce(0) { $0 + standing[$1] } }
                    }
                return largest(
                    burden, bearers, amounts[burden.kind] ?? [], divisors,
                    isJudged: judged.contains(burden))
            }
        }
    }

    /// Gives the columns of burdens that can be minimised the values that they stand for.
    func setColumns(in values: inout [Double]) {
        guard !formulation.decisions.burdens.isEmpty else { return }
        for most in largest() where most.burden.scale != .perBuilt {
            guard let column = formulation.decisions.burdens[most.burden]?.column else { continue }
            values[column] = most.value
        }
    }

    private func largest(
        _ burden: Burden, _ bearers: [Formulation.Member], _ amounts: [Double],
        _ divisors: [Double], isJudged: Bool
    ) -> LargestBurden? {
        var most: (value: Double, amount: Double, member: String)?
        var all = 0.0
        for (bearer, divisor) in zip(bearers, divisors) {
            let amount = bearer.sites.reduce(0) { $0 + amounts[$1] }
            let value = divisor > Self.leastCapacity ? amount / divisor : 0
            all += amount
            if value > most?.value ?? -.infinity { most = (value, amount, bearer.label) }
        }
        guard let most else { return nil }
        return LargestBurden(
            burden: burden, value: max(0, most.value), member: most.member,
            share: all > 0 ? most.amount / all : nil, isJudged: isJudged)
    }

    /// By site, in the unit of the measure.
    private func amounts(of kind: Burden.Kind) -> [Double] {
        var sums = [CompensatedSum](
            repeating: CompensatedSum(), count: formulation.scenario.sites.count)
        formulation.measures.expression(of: kind.measure).forEachTerm { column, coefficient in
            let site = Int(formulation.decisions.siteOfColumn[column])
            if site >= 0, values[column] != 0 {
                sums[site].add(product: coefficient, values[column])
            }
        }
        return sums.map(\.value)
    }
}
