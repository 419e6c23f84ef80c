import Fixtures
import Foundation
import LinearProgramming
import Quantities
import Siting
import SitingFormulation
import Testing

/// The LP text of each family alone, on one small scenario that has every kind of row.
@Suite struct GoldenTests {
    @Test("Every constraint family writes the algebra of its golden file", arguments: names)
    func familyMatchesGolden(name: String) throws {
        let family = try #require(constraintFamilies.first { $0.name == name })
        let formulation = try Formulation(
            scenario: Self.scenario, policy: Self.policy(for: name), families: [family])
        let text = formulation.program.lpText()
        let file = Self.folder.appendingPathComponent("\(name).lp")
        guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("no golden file for \(name): written now, read it before you commit it")
            return
        }
        #expect(text == golden)
    }

    @Test("No golden file is left without a family")
    func noStrayGolden() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files) == Set(Self.names.map { "\($0).lp" }))
    }

    @Test("Every family is described in Guides/model.md under its own name")
    func everyFamilyIsDocumented() throws {
        let guide = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Guides/model.md")
        let text = try String(contentsOf: guide, encoding: .utf8)
        for name in Self.names { #expect(text.contains("### `\(name)`"), "\(name)") }
    }

    static let names = constraintFamilies.map { $0.name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// Two sites at one position and one elsewhere, a seasonal supply, existing capacity, a service with peak,
    /// a job with overhead, a share rule and two limits.
    static let scenario = Fixtures.scenario(
        sites: [
            Fixtures.site("dublin_a", country: "IE", limit: 50) { site in
                site.pue = 1.2
                site.idleShare = 0.3
                site.headroom = 0.15
                site.carbon = CarbonIntensity(gramsPerKilowattHour: 300)
                site.price = 100
            },
            Fixtures.site("dublin_b", country: "IE", limit: 80) { site in
                site.existing = 10
                site.idleShare = 0.5
                site.price = 100
            },
            Fixtures.site("yaan", longitude: 103, country: "CN", limit: 40) { site in
                site.pue = 1.25
                site.supplies = [
                    Supply(
                        name: "hydro", kind: .directLine, power: 30, capacityFactor: 0.5,
                        season: summer, price: 35,
                        carbon: CarbonIntensity(gramsPerKilowattHour: 24), water: 0, location: nil)
                ]
            },
        ],
        markets: [Fixtures.market("cork"), Fixtures.market("tokyo"), Fixtures.market("empty")],
        services: [Fixtures.service(loads: [4, 2, 0], peakToMean: 1.5, maxRoundTrip: 100)],
        jobs: [Fixtures.job(energy: 8760, overhead: 0.5, peak: 3, lastDay: 219)],
        roundTrips: [[10, 12, 150], [200, 90, 80], [10, 10, 10]]
    ) { scenario in
        scenario.rules = [
            Rule(name: "spread", content: .share(of: .country, maximum: 0.6)),
            Rule(
                name: "export",
                content: .residency(
                    services: ["none"], jobs: ["llm"], markets: .everything,
                    sites: Selection(ids: ["dublin_b", "yaan"]))),
            Rule(name: "near", content: .nearUsers),
            Rule(name: "hydro", content: .trainingSupply(fuels: ["hydro"])),
            Rule(
                name: "today",
                content: .placement(shares: ["dublin_a": 0.25, "dublin_b": 0.5, "yaan": 0.25])),
        ]
    }

    private static let summer = Fixtures.season(from: (5, 1), to: (10, 31))

    /// Burdens have columns of their own, which would be in every file.
    static func policy(for family: String) -> Policy {
        family == BurdenFamily.name ? fair : policy
    }

    static let fair = Fixtures.policy(
        .largest(Burden(.emissions, of: .country)), .cost,
        limits: [
            .largest(Burden(.energy, of: .site, scale: .perLimit)): 500,
            .largest(Burden(.emissions, of: .gridZone, scale: .perBuilt)): 2000,
        ])

    static let policy = Fixtures.policy(
        .cost, limits: [.emissions: 9000, .roundTrip: 60],
        rules: ["spread", "export", "near", "hydro", "today"])
}
