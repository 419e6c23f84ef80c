import Siting
import SitingFiles
import Testing

@Suite("A scenario seen as an operator")
struct ScenarioOperatorTests {
    private static let world = ["sites": "{from: catalog}", "markets": "{top: 100}"]

    private func load(
        _ operatorID: String, _ changes: [String: String] = world
    ) throws -> LoadedScenario {
        try SitingFilesTests.load(Draft.text(changes), as: operatorID)
    }

    @Test("it has the operator's sites, markets, home and rules")
    func profile() throws {
        let plain = try draft(Self.world)
        let loaded = try load("microsoft")
        let scenario = loaded.scenario
        let row = try #require(try catalogue().operators.first { $0.id == "microsoft" })
        let own = plain.sites.filter {
            $0.operatorID == "azure" || row.campuses.contains($0.id)
        }
        #expect(scenario.sites == own)
        #expect(scenario.sites.contains { $0.id == "quincy" })
        #expect(scenario.markets == plain.markets.filter { $0.country != "CN" })
        #expect(scenario.services.map(\.operatorCountry) == ["US"])
        #expect(scenario.jobs.map(\.operatorCountry) == ["US"])
        #expect(scenario.rules.map(\.name) == ["us_export_d5", "eu_gdpr"])
        #expect(scenario.policies.map(\.rules) == [["us_export_d5", "eu_gdpr"]])
        let lost = plain.markets.count - scenario.markets.count
        #expect(
            loaded.warnings.first.map(line) == "s.yaml:1:1: warning: as Microsoft, at home in US:"
                + " \(own.count) of its 69 sites kept, \(lost) markets in CN not served, every"
                + " policy holds us_export_d5, eu_gdpr")
        #expect(scenario.warnings == loaded.warnings.map(\.message))
    }

    @Test("rules close and keep what the law says")
    func rules() throws {
        let us = try load("microsoft").scenario
        guard case .closed(let closed) = us.rules.first?.content,
            case .residency(_, _, let users, let places) = us.rules.last?.content
        else {
            Issue.record("other rules")
            return
        }
        #expect(closed.countries?.isSuperset(of: ["CN", "HK", "MO", "RU"]) == true)
        #expect(closed.countries?.contains("AE") == false)
        #expect(users.countries?.count == 27)
        #expect(places.countries?.isSuperset(of: ["FR", "CH", "GB", "NO"]) == true)
        let cn = try load("tencent").scenario
        #expect(cn.rules.map(\.name) == ["cn_data_export", "eu_gdpr"])
        #expect(
            cn.rules.first?.content
                == .residency(
                    services: [], jobs: [], markets: Selection(countries: ["CN"]),
                    sites: Selection(countries: ["CN"])))
    }

    @Test("where no site may hold the data of users in the EU, the rule is not in force")
    func unkept() throws {
        var changes = Self.world
        changes["sites"] = "{where: {country: [CN, HK, TH]}}"
        let loaded = try load("alibaba", changes)
        #expect(loaded.scenario.rules.map(\.name) == ["cn_data_export"])
        #expect(
            loaded.scenario.warnings.contains(
                "Alibaba has no site where data of users in the European Union may go, so eu_gdpr"
                    + " is not in force"))
    }

    @Test("an unknown operator, sites of one's own and a name taken twice are errors")
    func slips() throws {
        #expect(
            try problems(as: "metta") == [
                "s.yaml:1:1: error: unknown operator 'metta' | did you mean 'meta'?"
            ])
        let table = "\(siteHeader)\na,A,FR,45,2,50,60\n"
        let own = try problems(
            ["sites": "{from: t.csv}"], files: ["t.csv": table], as: "meta")
        #expect(own.contains { $0.hasPrefix("s.yaml:3:15: error: an operator's sites are") })
        let twice = try problems(["rules": "{eu_gdpr: {closed: {sites: FR}}}"], as: "amazon")
        #expect(
            twice.contains(
                "s.yaml:8:9: error: the rule 'eu_gdpr' comes with the operator 'amazon'"
                    + " | give the scenario's own rule another name"))
        let none = try problems(["markets": "{where: CN}"], as: "amazon")
        #expect(none.contains("s.yaml:4:10: error: Amazon serves none of the markets"))
        let left = try problems(["sites": "{where: {id: stockholm}}"], as: "meta")
        #expect(
            left.contains { $0.contains("no site is left of 385: 384 not selected by where, 1") })
    }
}
