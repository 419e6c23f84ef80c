import Typesetting

@testable import Charting

/// One chart of each kind, with names that try to break out.
enum ChartFixtures {
    static func caption(_ id: String, _ title: String) -> ChartCaption {
        ChartCaption(
            id: id, title: title, description: "What \(title.lowercased()) says in a sentence.",
            source: "Source: sitewise, scenario northern.yaml. CO2e is lifecycle, location-based.")
    }

    static let bars = BarChart(
        caption("capacity", "IT capacity by site"),
        axis: ChartAxis("IT capacity", unit: .megawatts),
        kind: "Site", series: ["Training", "Inference"],
        bars: [
            .init("Keflavík", group: "2026", values: [250, 50]),
            .init("貴安", group: "2026", values: [0, 120.5]),
            .init("<script>alert(1)</script>", group: "2026", values: [nil, 12.3]),
            .init("Keflavík", group: "2030", values: [900, 310]),
            .init("São Paulo", group: "2030", values: [nil, nil]),
        ])

    static let frontier = CurveChart(
        caption("frontier", "What fewer emissions cost"),
        x: ChartAxis("Emissions, CO2e a year", unit: .tonnes),
        y: ChartAxis("Cost a year", unit: .dollars),
        series: [
            .init(
                "Frontier",
                points: [
                    .init(x: 2.1e5, y: 4.9e9, label: "greenest"), .init(x: 2.6e5, y: 4.1e9),
                    .init(x: 3.3e5, y: 3.7e9, label: "balanced", isMarked: true),
                    .init(x: 4.8e5, y: 3.5e9), .init(x: 6.1e5, y: 3.45e9, label: "cheapest"),
                ]),
            .init(
                "Other policies",
                points: [.init(x: 5.6e5, y: 4.3e9, label: "\"nearest\" & co.")], isLine: false),
        ])

    static func latency(_ kind: DistributionChart.Kind) -> DistributionChart {
        DistributionChart(
            caption("latency-\(kind)", "Round trips of requests"),
            axis: ChartAxis("Round trip", unit: .milliseconds, includesZero: true),
            weightName: "requests", kind: kind,
            samples: [
                .init(12, weight: 3), .init(20, weight: 5), .init(33, weight: 8),
                .init(41, weight: 2), .init(78, weight: 1), .init(150, weight: 1),
                .init(.nan, weight: 4), .init(60, weight: 0),
            ],
            marks: [.init(29.2, "mean 29.2 ms"), .init(150, "longest 150 ms")])
    }

    /// Two continents, a lake in the second, and one that lies too far south.
    private static let outlines: [[(Double, Double)]] = [
        [(60, -120), (60, -70), (20, -100)], [(60, 10), (60, 120), (10, 100), (10, 20)],
        [(45, 48), (45, 54), (38, 51)], [(-70, -60), (-70, 60), (-80, 0)],
    ]

    static let map = WorldMap(
        caption("map", "Where the work goes"),
        land: outlines.map { $0.map { GeoPoint(latitude: $0.0, longitude: $0.1) } },
        sites: [
            .init(
                "Keflavík", at: GeoPoint(latitude: 64, longitude: -22.6), trainingMegawatts: 300,
                inferenceMegawatts: 100),
            .init(
                "Auckland", at: GeoPoint(latitude: -36.8, longitude: 174.8), trainingMegawatts: 0,
                inferenceMegawatts: 40),
            .init(
                "unused", at: GeoPoint(latitude: 0, longitude: 0), trainingMegawatts: 0,
                inferenceMegawatts: -.infinity),
        ],
        markets: [
            .init(
                "London", at: GeoPoint(latitude: 51.5, longitude: -0.1), roundTripMilliseconds: 31),
            .init(
                "Lima", at: GeoPoint(latitude: -12, longitude: -77), roundTripMilliseconds: 150),
            .init(
                "Perth", at: GeoPoint(latitude: -32, longitude: 115.9), roundTripMilliseconds: nil),
        ],
        flows: [
            .init(site: 0, market: 0, megawatts: 80), .init(site: 1, market: 1, megawatts: 40),
            .init(site: 7, market: 1, megawatts: 1),
        ])

    /// By name, each with the width it is drawn at.
    static let all: [(name: String, chart: any Chart, width: Double)] = [
        ("bars", bars, 720), ("bars-narrow", bars, 336), ("frontier", frontier, 720),
        ("frontier-narrow", frontier, 336), ("histogram", latency(.histogram), 720),
        ("cumulative", latency(.cumulative), 720), ("map", map, 960), ("map-narrow", map, 336),
    ]
}
