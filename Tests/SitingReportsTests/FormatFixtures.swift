import Fixtures
import Quantities
import Siting
import SitingReports
import Typesetting

/// A small plan with its places, and small answers of other kinds, for every format.
enum FormatFixtures {
    static var scenario: Scenario {
        let places = [
            ("keflavik", "Keflavík", "IS", 63.985, -22.6056), ("gui_an", "貴安", "CN", 26.4, 106.6),
            ("sao_paulo", "São Paulo", "BR", -23.55, -46.6333),
            ("hostile", "<script>alert(1)</script>", "XX", 0, 0),
            ("formula", "=cmd|' /C calc'!A0", "YY", 10, -180), ("idle", "Idle", "NZ", -41.3, 174.8),
        ]
        let sites = places.map { id, name, country, latitude, longitude in
            Fixtures.site(id, country: country, limit: 500) {
                $0.name = name
                $0.coordinate = Coordinate(latitude: latitude, longitude: longitude)
                $0.carbon = nil
                $0.price = 61.5
            }
        }
        let markets = [
            market("london", "London", "GB", 51.5, -0.1275),
            market("suva", "Suva", "FJ", -18.14, 178.44),
            market("reykjavik", "Reykjavík", "IS", 63.985, -22.6056),
            market("silent", "Silent", "IS", 65, -20),
        ]
        return Fixtures.scenario(
            sites: sites, markets: markets,
            services: [
                Fixtures.service("assistant", loads: [50, 7, 1, 0]),
                Fixtures.service("film", loads: [10, 0, 0, 0]),
            ]
        ) {
            $0.name = "Northern split"
            $0.file = "/home/planner/northern.yaml"
        }
    }

    private static func market(
        _ id: String, _ name: String, _ country: String, _ latitude: Double, _ longitude: Double
    ) -> Market {
        Market(
            id: id, name: name, country: country, continent: "EU",
            coordinate: Coordinate(latitude: latitude, longitude: longitude), users: 1e6)
    }

    /// Flows over land, across the 180th meridian and within one place.
    static var plan: Plan {
        var plan = PlanFixtures.optimal
        plan.inference = [
            flow("assistant", "london", "keflavik", 30, 40),
            flow("assistant", "london", "sao_paulo", 20, 190),
            flow("film", "london", "keflavik", 10, 40),
            flow("assistant", "suva", "sao_paulo", 7, 260),
            flow("assistant", "reykjavik", "keflavik", 1, 10.5),
        ]
        return plan
    }

    private static func flow(
        _ service: String, _ market: String, _ site: String, _ power: Double, _ time: Double
    ) -> InferenceRow {
        InferenceRow(
            service: service, market: market, site: site, power: power, roundTrip: time,
            roundTripSource: .measured)
    }

    static var frontier: Frontier {
        var frontier = Frontier(
            scenario: "Northern split", file: "/home/planner/northern.yaml", policy: "cheapest",
            x: .cost, y: .emissions, status: .optimal)
        let places = [(1e9, 9e5), (1.01e9, 6e5), (1.1e9, 5e5)]
        let rates = [0, 1e7 / 3e5, 9e7 / 1e5, Double.infinity]
        frontier.points = places.enumerated().map { index, place in
            FrontierPoint(
                x: place.0, y: place.1, lowestRate: rates[index], highestRate: rates[index + 1],
                weights: [.cost: 1, .emissions: 20], totals: PlanFixtures.totals, siteCount: 5,
                proof: PlanFixtures.proof)
        }
        frontier.segments = rates[1...2].map { FrontierSegment(rate: $0, gap: 0, isEdge: true) }
        frontier.solveCount = 5
        frontier.proof = PlanFixtures.proof
        frontier.warnings = ["One price is low."]
        return frontier
    }

    static var surface: FrontierSurface {
        var surface = FrontierSurface(
            scenario: "Northern split", file: "northern.yaml", policy: "cheapest",
            measures: [.cost, .emissions, .largest(Burden(.water, of: .country))],
            status: .optimal, within: 0.01)
        surface.points = [[1e9, 9e5, 50], [1.1e9, 8e5, 30]].map { values in
            SurfacePoint(
                values: values, rates: SurfaceRates(second: 2, third: 3), weights: [.cost: 1],
                isFoundAgain: true, totals: PlanFixtures.totals, siteCount: 5,
                proof: PlanFixtures.proof)
        }
        surface.facets = [
            SurfaceFacet(
                points: [0, 1], open: [.emissions], rates: nil, weights: [.cost: 1], gap: 0.01,
                isSettled: false)
        ]
        return surface
    }

    static var report: PlacementReport {
        var scenario = scenario
        scenario.inputFiles = [
            InputFile(
                name: "northern.yaml", sha256: String(repeating: "0123456789abcdef", count: 4))
        ]
        let side = BreakEven.Side(value: 40, work: 12, capacity: 20, objective: 9.9e8)
        let out = SiteExplanation(
            id: "idle", name: "Idle", country: "NZ", limit: 500, use: nil, closedBy: [],
            without: nil,
            breakEvens: [
                BreakEven(
                    figure: .powerPrice, current: 61.5,
                    outcome: .found(41.25, inside: side, outside: side)),
                BreakEven(figure: .roundTripSurcharge, current: 0, outcome: .neverIn(side)),
            ])
        return PlacementReport(
            scenario: scenario, comparison: ComparisonFixtures.comparison, chosen: 0,
            curve: .found(frontier),
            bestSitesOut: [SiteOut(explanation: out, firstMegawatt: 57_000)],
            run: Run(
                program: "sitewise 0.1.0",
                command: ["sitewise", "report", "northern.yaml", "-o", "o'clock/"]))
    }

    /// Every bundle there is, by name.
    static var bundles: [(name: String, bundle: TableBundle)] {
        var full = plan
        full.diagnosis = PlanFixtures.infeasible.diagnosis
        return [
            ("plan", PlanTables.bundle(of: full)),
            ("comparison", ComparisonTables.bundle(of: ComparisonFixtures.comparison)),
            ("frontier", FrontierTables.bundle(of: frontier)),
            ("surface", SurfaceTables.bundle(of: surface)),
            ("report", ReportTables.bundle(of: report)),
        ]
    }
}
