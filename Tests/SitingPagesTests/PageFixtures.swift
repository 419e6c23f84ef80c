import Fixtures
import Quantities
import Siting

/// A small report made by hand: two policies and a simple method over three sites and two markets.
enum PageFixtures {
    /// What a file may hold to do harm.
    static let hostile = [
        "<script>alert(1)</script>", "\"onload=alert(1) x=\"", "=cmd|' /C calc'!A0",
        "\u{202E}gnp.exe\u{2066}", "nul\u{0}l & <b>bold</b>", "</style></title><img src=x>",
    ]

    static func report(
        change: (inout PlacementReport) -> Void = { _ in }, names: (String) -> String = { $0 }
    ) -> PlacementReport {
        let scenario = scenario(names)
        let cheap = plan(
            names, policy: names("cheapest"), inference: [("kef", 0, 60), ("par", 1, 40)])
        var near = plan(
            names, policy: names("nearest"), inference: [("par", 0, 60), ("par", 1, 40)])
        near.totals?.cost = 1_250e6
        near.totals?.emissions = 500_000
        near.totals?.meanRoundTrip = 22
        let comparison = Comparison(
            scenario: scenario.name, file: scenario.file,
            columns: [
                .init(plan: cheap), .init(plan: near), .init(plan: near, method: .nearestSite),
            ],
            baseline: 1, regrets: [], savings: [])
        var report = PlacementReport(
            scenario: scenario, comparison: comparison, chosen: 0,
            curve: .found(frontier(names)), bestSitesOut: [siteOut(names)],
            run: Run(
                program: "sitewise 0.1.0", command: ["sitewise", "report", names("world.yaml")]))
        change(&report)
        return report
    }

    /// Of the same scenario, under a policy that can't be kept.
    static func infeasible() -> PlacementReport {
        report { report in
            let diagnosis = Diagnosis(
                findings: [
                    .init(
                        kind: "capacity", message: "100 MW of work and 30 MW of room",
                        remedy: "raise limit_mw", location: nil)
                ], conflicts: [], relaxations: [])
            report.comparison.columns[0].plan = Plan(
                scenario: "World", file: "world.yaml", policy: "cheapest", status: .infeasible,
                diagnosis: diagnosis)
            report.curve = .notAsked
            report.bestSitesOut = []
        }
    }

    private static func scenario(_ names: (String) -> String) -> Scenario {
        let sites = [
            site("kef", names("Keflavík"), country: "IS", price: 42, carbon: 28),
            site("par", names("Paris"), country: "FR", price: 95, carbon: 56),
            site("dal", names("Dallas"), country: "US", price: 61, carbon: 380),
        ]
        let markets = ["London", "Berlin"].enumerated().map { index, name in
            Market(
                id: "m\(index)", name: names(name), country: "GB", continent: "EU",
                coordinate: Coordinate(latitude: 51 + Double(index), longitude: 10 * Double(index)),
                users: 1e6)
        }
        return Fixtures.scenario(
            sites: sites, markets: markets,
            services: [Fixtures.service(names("chat"), loads: [60, 40])],
            roundTrips: [[50, 20, 110], [70, 25, 130]]
        ) { scenario in
            scenario.name = names("World")
            scenario.file = names("world.yaml")
            scenario.sources = [
                SourceCitation(
                    key: "grids", title: names("Yearly grid data"), publisher: names("A publisher"),
                    licence: "ODbL 1.0", citation: names("Grid data (2026)"))
            ]
        }
    }

    private static func site(
        _ id: String, _ name: String, country: String, price: EnergyPrice, carbon: Double
    ) -> Site {
        Fixtures.site(id, country: country) { site in
            site.name = name
            site.price = price
            site.carbon = CarbonIntensity(carbon / 1000)
        }
    }

    private static func plan(
        _ names: (String) -> String, policy: String,
        inference: [(site: String, market: Int, power: Double)]
    ) -> Plan {
        let names = (kef: names("Keflavík"), par: names("Paris"), chat: names("chat"), all: names)
        let trips = ["kef": [50.0, 70], "par": [20.0, 25]]
        let rows = inference.map { row in
            InferenceRow(
                service: names.chat, market: "m\(row.market)", site: row.site, power: row.power,
                roundTrip: trips[row.site]?[row.market] ?? 0, roundTripSource: .stated)
        }
        let load = { (id: String) in inference.filter { $0.site == id }.reduce(0) { $0 + $1.power }
        }
        let sites = [
            sitePlan("kef", names.kef, "IS", load("kef"), training: 30, price: 42, carbon: 28),
            sitePlan("par", names.par, "FR", load("par"), training: 0, price: 95, carbon: 56),
        ].filter { $0.capacity > 0 }
        return Plan(
            scenario: names.all("World"), file: names.all("world.yaml"), policy: policy,
            status: .optimal,
            stages: [
                Stage(
                    measure: "cost", unit: "USD/year", value: 1_000e6, bound: 1_000e6, tolerance: 0)
            ],
            ties: .unique, totals: totals, sites: sites, inference: rows,
            prices: [
                Price(
                    rule: "position_limit(kef)", subject: "one more MW at \(names.kef)",
                    unit: "USD/year per MW", value: 412_000, lower: nil, upper: nil, stage: 1)
            ],
            proof: Proof(
                primalResidual: 0, dualResidual: 0, complementarity: 0, gap: 0, tolerance: 1e-6,
                columnCount: 12, rowCount: 8, nonzeroCount: 30),
            assumptions: [
                Assumption(
                    key: "pue", value: 1.25, unit: "ratio", siteCount: 3, source: "uptime_pue_2023")
            ],
            exclusions: [Exclusion(reason: "no price figure", siteIDs: ["tehran"])],
            provenance: [
                ProvenanceRow(
                    field: "carbon_g_per_kwh", basis: "catalogue", siteCount: 3, lowest: 28,
                    highest: 380, years: 2024...2024, source: "grids")
            ],
            warnings: [names.all("One price is a subsidised rate.")],
            equivalences: [
                Equivalence(
                    id: "mile", unit: "mile", phrase: "miles in a US passenger vehicle emit",
                    kilogramsPerUnit: 0.393, year: 2024, source: "epa")
            ])
    }

    private static let totals = Totals(
        costParts: [
            CostPart(name: "hardware", cost: 800e6), CostPart(name: "electricity", cost: 200e6),
        ],
        cost: 1_000e6, controllableCost: 200e6, emissions: 410_000, operationalEmissions: 400_000,
        embodiedEmissions: 10_000, meanRoundTrip: 40, p95RoundTrip: 50, maxRoundTrip: 50,
        meanLatency: 40, energy: 1_400_000, itEnergy: 1_138_800, trainingEnergy: 262_800,
        inferenceEnergy: 876_000, water: 900_000, capacity: 150, coverage: [.water: 0.75])

    private static func sitePlan(
        _ id: String, _ name: String, _ country: String, _ inference: Double, training: Double,
        price: Double, carbon: Double
    ) -> SitePlan {
        let work = inference + training
        return SitePlan(
            id: id, name: name, country: country, capacity: work / 0.8, built: work / 0.8,
            training: training * 8760, inference: inference * 8760, energy: work * 8760,
            emissions: 1_000, cost: 10e6, water: 100, utilisation: 0.8,
            carbonGramsPerKilowattHour: carbon, priceDollarsPerMegawattHour: price)
    }

    private static func frontier(_ names: (String) -> String) -> Frontier {
        var frontier = Frontier(
            scenario: names("World"), file: names("world.yaml"), policy: names("cheapest"),
            x: .cost,
            y: .emissions, status: .optimal)
        let corners = [(1_000e6, 410_000.0), (1_050e6, 200_000.0), (1_200e6, 90_000.0)]
        frontier.points = corners.map { x, y in
            FrontierPoint(
                x: x, y: y, lowestRate: 0, highestRate: 0, weights: [:], totals: totals,
                siteCount: 2,
                proof: Proof(
                    primalResidual: 0, dualResidual: 0, complementarity: 0, gap: 0,
                    tolerance: 1e-6, columnCount: 1, rowCount: 1, nonzeroCount: 1))
        }
        frontier.segments = [
            FrontierSegment(rate: 238, gap: 0, isEdge: true),
            FrontierSegment(rate: 1_360, gap: 0, isEdge: true),
        ]
        return frontier
    }

    private static func siteOut(_ names: (String) -> String) -> SiteOut {
        SiteOut(
            explanation: SiteExplanation(
                id: "dal", name: names("Dallas"), country: "US", limit: 100, use: nil, closedBy: [],
                without: nil,
                breakEvens: [
                    BreakEven(figure: .powerPrice, current: 61, outcome: .notExamined)
                ]),
            firstMegawatt: 57_000)
    }
}
