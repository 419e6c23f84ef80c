import Siting

extension PlanFixtures {
    static let equivalences = [
        Equivalence(
            id: "car_us_mile_2024", unit: "mile", phrase: "miles in a US passenger vehicle emit",
            kilogramsPerUnit: 0.393, year: 2024, source: "epa_equivalencies"),
        Equivalence(
            id: "home_us_electricity_year", unit: "home",
            phrase: "US homes emit through their electricity in a year", kilogramsPerUnit: 5505,
            gas: "CO2", year: nil, source: "epa_equivalencies"),
    ]

    static let ruleCosts = [
        RuleCost(
            rule: "eu_data", kind: "residency", status: .optimal,
            difference: RuleCost.Difference(
                measures: [
                    .cost: 3.1e6, .emissions: -4_250, .latency: 0.8, .roundTrip: 0.4,
                    .energy: 12_300, .water: 0,
                ], controllableCost: 3.1e6)),
        ruleCost("spread", "share", [.cost: 0, .emissions: 0, .roundTrip: 0]),
        RuleCost(rule: "us_export", kind: "access", status: .stopped),
    ]

    static func ruleCost(
        _ rule: String, _ kind: String, _ measures: [Measure: Double]
    ) -> RuleCost {
        RuleCost(
            rule: rule, kind: kind, status: .optimal,
            difference: RuleCost.Difference(
                measures: measures, controllableCost: measures[.cost] ?? 0))
    }
}
