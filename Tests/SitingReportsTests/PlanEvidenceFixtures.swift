import Siting

extension PlanFixtures {
    static let assumptions = [
        Assumption(
            key: "limit_mw", value: 100, unit: "MW of IT capacity per position", siteCount: 352,
            source: "epoch_clusters"),
        Assumption(
            key: "shell_usd_per_mw", value: 11e6, unit: "USD per MW of IT capacity",
            siteCount: 354, source: "northern.yaml:12"),
        Assumption(
            key: "idle_share", value: 0.3, unit: "fraction of the power of active capacity",
            siteCount: 354, source: "luccioni_2023"),
        Assumption(
            key: "last_mile_ms", value: 10, unit: "ms, there and back", siteCount: nil,
            source: "bajpai_2017"),
    ]

    static let exclusions = [
        Exclusion(reason: "no carbon figure", siteIDs: ["alta", "bodo"]),
        Exclusion(
            reason: "no price", siteIDs: ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"]),
    ]

    static let provenance = [
        ProvenanceRow(
            field: "carbon_g_per_kwh", basis: "location-based lifecycle", siteCount: 354,
            lowest: 28, highest: 712.25, years: 2021...2025, source: "electricity_maps_annual"),
        ProvenanceRow(
            field: "pue", basis: "stated", siteCount: 1, lowest: 1.1, highest: 1.1,
            years: 2024...2024, source: "northern.yaml:14"),
        ProvenanceRow(
            field: "grid_water_l_per_kwh", basis: "missing", siteCount: 12, lowest: nil,
            highest: nil, years: nil, source: "none"),
        ProvenanceRow(
            field: "shell_usd_per_mw", basis: "assumption", siteCount: 354, lowest: 11e6,
            highest: 11e6, years: nil, source: "northern.yaml:12"),
    ]

    static let infeasible = Plan(
        scenario: "Northern split", file: "northern.yaml", policy: "green", status: .infeasible,
        diagnosis: Diagnosis(findings: [
            Diagnosis.Finding(
                kind: "unreachable_market",
                message: "assistant may take at most 20 ms to São Paulo, but the nearest site, "
                    + "<script>alert(1)</script>, is 31.4 ms away.",
                remedy: "Raise max_rtt_ms to 32 or more, or add a site near São Paulo.",
                location: SourceLocation(
                    file: "scenarios/northern.yaml", line: 31, column: 17)),
            Diagnosis.Finding(
                kind: "capacity_short", message: "Demand needs 812 MW; all sites hold 600 MW.",
                remedy: "Raise limit_mw to 136 or more.", location: nil),
        ]),
        exclusions: exclusions)
}
