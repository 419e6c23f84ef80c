import Foundation
import Siting
import SitingFiles
import Testing

@Suite("The files of a scenario")
struct InputFilesTests {
    private static let sites = siteHeader + "\nhere,Here,FR,48,2,50,60\n"
    private static let ownSites = ["sites": "{from: tables/sites.csv}"]

    private func hashes(_ scenario: Scenario) -> [String: String] {
        Dictionary(
            scenario.inputFiles.map { ($0.name, $0.sha256) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test("its own file, its tables and those of the catalogue are each named once, in order")
    func names() throws {
        let scenario = try draft(Self.ownSites, files: ["tables/sites.csv": Self.sites])
        let names = scenario.inputFiles.map(\.name)
        #expect(names == names.sorted())
        #expect(Set(names).count == names.count)
        let own = ["s.yaml", "tables/sites.csv", "catalog/sites.csv", "catalog/cities.csv"]
        #expect(Set(names).isSuperset(of: own))
        // Read for nobody here.
        #expect(!names.contains("catalog/grids.csv"))
    }

    @Test("a hash is that of the bytes on disk, a byte order mark among them")
    func hash() throws {
        let plain = try draft(Self.ownSites, files: ["tables/sites.csv": Self.sites])
        let marked = try draft(
            Self.ownSites, files: ["tables/sites.csv": "\u{FEFF}" + Self.sites])
        // By sha256sum.
        #expect(
            hashes(plain)["tables/sites.csv"]
                == "e2a7c4aa191ae891998c9b0b0e3a8a8639a5857fece029fa4e9bfe880b278da4")
        #expect(
            hashes(marked)["tables/sites.csv"]
                == "288805e4a4a0908fbd0ab15ddc646bcd6a332df9d5b305a80c426e05ed3d79a9")
    }

    @Test("the fingerprint follows from names and bytes alone, wherever the files lie")
    func fingerprint() throws {
        let first = try draft()
        #expect(first.fingerprint.count == 64)
        #expect(try draft().fingerprint == first.fingerprint)
        let changed = try load(Draft.text() + "# a word\n").scenario
        #expect(changed.fingerprint != first.fingerprint)
        let differing = hashes(first).filter { hashes(changed)[$0.key] != $0.value }
        #expect(Array(differing.keys) == ["s.yaml"])
    }

    @Test("a table of the catalogue that only some scenarios need is named where it was read")
    func supplies() throws {
        let without = try draft()
        let with = try draft([
            "sites": "{where: {country: IS}, supplies: catalog}"
        ])
        #expect(!without.inputFiles.contains { $0.name == "catalog/supplies.csv" })
        #expect(with.inputFiles.contains { $0.name == "catalog/supplies.csv" })
    }
}
