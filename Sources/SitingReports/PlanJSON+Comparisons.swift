import Siting
import Typesetting

extension PlanJSON {
    static func equivalences(of plan: Plan) -> JSONValue {
        guard let emissions = plan.comparableEmissions else { return .array([]) }
        return .array(
            plan.equivalences.map { equivalence in
                [
                    "id": .string(equivalence.id),
                    "amount": .number(equivalence.amount(emitting: emissions)),
                    "unit": .string(equivalence.unit),
                    "kg_per_unit": .number(equivalence.kilogramsPerUnit),
                    "gas": .string(equivalence.gas),
                    "source": .string(equivalence.source),
                    "year": JSONValue(equivalence.year),
                ]
            })
    }

    static func ruleCost(_ cost: RuleCost) -> JSONValue {
        let measures: [Measure] = [.emissions, .latency, .roundTrip, .energy, .water]
        let head: [(String, JSONValue)] = [
            ("rule", .string(cost.rule)),
            ("kind", .string(cost.kind)),
            ("status", .string(cost.status.rawValue)),
            ("cost_usd_per_year", JSONValue(cost.difference?.measures[.cost])),
            ("controllable_cost_usd_per_year", JSONValue(cost.difference?.controllableCost)),
        ]
        return .object(
            head
                + measures.map { ($0.limitKey, JSONValue(cost.difference?.measures[$0])) })
    }
}
