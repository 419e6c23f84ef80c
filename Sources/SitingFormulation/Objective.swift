public import LinearProgramming
public import Quantities
import Siting

/// What one stage of a policy minimises.
public struct Objective: Sendable {
    /// A measure's name, or `weighted_sum`.
    public let name: String
    /// As in JSON, such as `USD/year`.
    public let unit: String
    /// Whether the value is money, so that prices may be stated in dollars.
    public let isMoney: Bool
    public let expression: LinearExpression<One>
}

extension Formulation {
    /// The stages of the policy, in order.
    public var objectives: [Objective] {
        switch policy.objective {
        case .inOrder(let list):
            list.map { measure in
                Objective(
                    name: measure.rawValue, unit: measure.unit,
                    isMoney: measure.unit == Measure.cost.unit,
                    expression: measures.expression(of: measure))
            }
        case .weighted(let weights):
            [
                Objective(
                    name: "weighted_sum", unit: Measure.cost.unit, isMoney: true,
                    expression: weightedSum(weights))
            ]
        }
    }

    /// USD a year.
    private func weightedSum(_ weights: [Measure: Double]) -> LinearExpression<One> {
        var sum = LinearExpression<One>()
        for measure in Measure.all {
            guard let weight = weights[measure], weight != 0 else { continue }
            let factor = measure.yearlyWeight(weight, requestsPerYear: scenario.requestsPerYear)
            sum.add(factor, measures.expression(of: measure))
        }
        return sum
    }

    /// What decides between equally good plans: emissions, cost, round trip and the order of ids, each
    /// divided by a fixed yardstick of the scenario, so that the choice depends on nothing else.
    public var tieRule: LinearExpression<One> {
        let yardstick = TieYardstick(scenario)
        var sum = LinearExpression<One>()
        sum.add(1 / yardstick.emissions, measures.expression(of: .emissions))
        sum.add(1 / yardstick.cost, measures.expression(of: .cost))
        sum.add(1 / yardstick.roundTrip, measures.expression(of: .roundTrip))
        let order = scenario.sites.indices.sorted { scenario.sites[$0].id < scenario.sites[$1].id }
        var weights = [Double](repeating: 0, count: order.count)
        for (rank, site) in order.enumerated() {
            let weight = Double(rank + 1) / Double(order.count) / yardstick.power
            weights[site] = weight
            var power = LinearExpression<Megawatt>()
            power.add(weight, decisions.itPower[site])
            power.add(weight, decisions.capacity[site])
            sum.add(1, power.bare)
        }
        sum.add(1, preferenceOfServices(weights).bare)
        return sum.combined()
    }
}

extension Formulation {
    /// Two services of one market that trade places change no measure: the later one weighs more.
    private func preferenceOfServices(_ weights: [Double]) -> LinearExpression<Megawatt> {
        var sum = LinearExpression<Megawatt>()
        for demand in arcs.demands where demand.service > 0 {
            let share = Double(demand.service) / Double(scenario.services.count)
            for arc in demand.arcs {
                sum.add(share * weights[Int(arcs.sites[arc])], decisions.serve(arc))
            }
        }
        return sum
    }
}

/// Typical sizes of a scenario's measures, from its inputs alone.
private struct TieYardstick {
    let power: Double
    let emissions: Double
    let cost: Double
    let roundTrip = 100.0

    init(_ scenario: Scenario) {
        power = max(scenario.meanWork.value, 1e-9)
        // Round figures of the right size: 0.4 t/MWh, 6 million USD a MW and year.
        emissions = power * Period.hours.value * 0.4
        cost = power * 6e6
    }
}
