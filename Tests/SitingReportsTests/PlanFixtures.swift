import Siting

/// Plans made by hand, with names that rendering must survive.
enum PlanFixtures {
    static func site(
        _ id: String, _ name: String, _ country: String, capacity: Double, training: Double,
        inference: Double, emissions: Double, cost: Double, carbon: Double?, price: Double?
    ) -> SitePlan {
        SitePlan(
            id: id, name: name, country: country, capacity: capacity, built: capacity,
            training: training, inference: inference, energy: 1.25 * (training + inference),
            emissions: emissions, cost: cost, water: training + inference,
            utilisation: (training + inference) / 8760 / capacity,
            carbonGramsPerKilowattHour: carbon, priceDollarsPerMegawattHour: price)
    }

    static var sites: [SitePlan] {
        var keflavik = site(
            "keflavik", "Keflavík", "IS", capacity: 400, training: 2_190_000, inference: 438_000,
            emissions: 122_000, cost: 2_700e6, carbon: 28, price: 42)
        keflavik.marginalValue = price(
            "position_limit(keflavik)", "one more MW at Keflavík", "USD/year per MW", 412_345)
        keflavik.supplies = [SupplyDraw(supply: "hydro", power: 150)]
        return [
            keflavik,
            site(
                "gui_an", "貴安", "CN", capacity: 120.5, training: 0, inference: 700_800,
                emissions: 480_500, cost: 820.25e6, carbon: 550.4, price: 61.5),
            site(
                "sao_paulo", "São Paulo", "BR", capacity: 12.25, training: 0, inference: 61_320,
                emissions: 9_500, cost: 91.5e6, carbon: nil, price: nil),
            site(
                "hostile", "<script>alert(1)</script>", "XX", capacity: 1, training: 0,
                inference: 4_380, emissions: 120, cost: 7.5e6, carbon: 100, price: 80),
            site(
                "formula", "=cmd|' /C calc'!A0", "YY", capacity: 0.5, training: 0,
                inference: 2_190, emissions: 60, cost: 3.75e6, carbon: 100, price: 80),
        ]
    }

    static func price(
        _ rule: String, _ subject: String, _ unit: String, _ value: Double,
        lower: Double? = nil, upper: Double? = nil, stage: Int = 1
    ) -> Price {
        Price(
            rule: rule, subject: subject, unit: unit, value: value, lower: lower, upper: upper,
            stage: stage)
    }

    static let totals = Totals(
        costParts: [
            CostPart(name: "hardware", cost: 2_800e6), CostPart(name: "shell", cost: 420e6),
            CostPart(name: "electricity", cost: 380e6), CostPart(name: "demand_charge", cost: 0),
            CostPart(name: "egress", cost: 23e6),
        ],
        cost: 3_623e6, controllableCost: 823e6, emissions: 612_180, operationalEmissions: 550_000,
        embodiedEmissions: 62_180, meanRoundTrip: 61.2, p95RoundTrip: 112.5, maxRoundTrip: 148.9,
        meanLatency: 311.2, energy: 4_400_000, itEnergy: 3_520_000, trainingEnergy: 2_190_000,
        inferenceEnergy: 1_206_690, idleEnergy: 123_310,
        inferenceShareOfWork: 1_206_690 / 3_396_690, inferenceShareOfRunningCost: 0.4136,
        water: 3_396_690, capacity: 534.25,
        coverage: [.emissions: 0.982, .cost: 1, .water: 0.75],
        burdens: [
            LargestBurden(
                burden: Burden(.water, of: .country), value: 1_200_000, member: "IS", share: 0.353,
                isJudged: false)
        ])

    static let proof = Proof(
        primalResidual: 1.23e-12, dualResidual: 3.4e-11, complementarity: 5e-13, gap: 0,
        tolerance: 1e-6, columnCount: 35_212, rowCount: 1_203, nonzeroCount: 140_530)

    static let prices = [
        price("position_limit(keflavik)", "one more MW at Keflavík", "USD/year per MW", 412_345),
        price(
            "position_limit(gui_an)", "one more MW at the position of 貴安 (+2 more)",
            "USD/year per MW", 120_000, lower: 80_000, upper: 160_000),
        price(
            "measure_limit(emissions)", "one more t/year of the emissions limit",
            "USD/year per t/year", 87.24, lower: 87.24, upper: .infinity),
        price(
            "supply(keflavik,hydro)", "one more mean MW from hydro at Keflavík",
            "USD/year per MW", 0.5),
    ]

    static var optimal: Plan {
        Plan(
            scenario: "Northern split", file: "/home/planner/northern.yaml", policy: "cheapest",
            status: .optimal,
            stages: [
                Stage(
                    measure: "cost", unit: "USD/year", value: 3_623e6, bound: 3_623e6, tolerance: 0)
            ],
            ties: .chosen, totals: totals, sites: sites,
            training: [TrainingRow(job: "llm", site: "keflavik", energy: 2_190_000)],
            inference: [
                InferenceRow(
                    service: "assistant", market: "london", site: "keflavik", power: 50,
                    roundTrip: 47.5, roundTripSource: .measured)
            ],
            prices: prices, proof: proof, assumptions: assumptions, exclusions: exclusions,
            provenance: provenance,
            warnings: ["One price, of Sohar, is below 15 USD/MWh: a subsidised rate."],
            equivalences: equivalences, ruleCosts: ruleCosts, inputs: inputs)
    }

    static let inputs = PlanInputs(
        fingerprint: String(repeating: "ab", count: 32),
        files: [InputFile(name: "northern.yaml", sha256: String(repeating: "0f", count: 32))],
        figures: [
            InputFigure("period.year", .number(2026, unit: "")),
            InputFigure("prices.carbon_usd_per_t", .number(50, unit: "USD/t")),
            InputFigure("policy.minimise", .text("cost")),
        ],
        candidates: [
            Candidate(
                id: "keflavik", name: "Keflavík", country: "IS",
                coordinate: Coordinate(latitude: 64.0, longitude: -22.5),
                figures: [.limit: 400, .carbon: 28, .price: 42, .pue: 1.25],
                supplies: [
                    CandidateSupply(
                        name: "hydro", kind: "direct_line", fuel: "hydro", season: nil,
                        capacityFactor: 0.5, figures: [.power: 300, .price: 35])
                ])
        ])

    /// 40 sites with long names, two stages, one of them with a tolerance.
    static var large: Plan {
        var plan = optimal
        plan.ties = .unique
        plan.sites = (0..<40).map { index in
            site(
                "gcp_northamerica_northeast\(index)",
                "Google Cloud northamerica-northeast\(index) (Montréal)", "CA",
                capacity: 100 - Double(index), training: 0,
                inference: 200_000 - 1_000 * Double(index), emissions: 8_000 / Double(index + 1),
                cost: 600e6, carbon: 30, price: 40)
        }
        plan.stages = [
            Stage(
                measure: "emissions", unit: "t/year", value: 612_180, bound: 612_180,
                tolerance: 0.01),
            Stage(measure: "cost", unit: "USD/year", value: 24e9, bound: 24e9, tolerance: 0),
        ]
        plan.totals?.capacity = plan.sites.reduce(0) { $0 + $1.capacity }
        plan.totals?.trainingEnergy = 0
        plan.totals?.inferenceEnergy = plan.sites.reduce(0) { $0 + $1.inference }
        plan.totals?.emissions = plan.sites.reduce(0) { $0 + $1.emissions }
        plan.totals?.cost = 23e9
        plan.prices = (0..<13).map { index in
            price(
                "position_limit(s\(index))", "one more MW at Site \(index)", "USD/year per MW",
                1_000 * Double(13 - index), stage: 2)
        }
        return plan
    }
}
