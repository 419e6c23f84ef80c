import Quantities
import Siting
import SitingFiles
import Testing

@Suite("The plan for 2030")
struct ScenarioPlan2030Tests {
    private func plan() throws -> Scenario {
        try ScenarioLoader.load(
            path: "\(repository)/sites/scenarios/plan_2030.yaml", catalogue: catalogue()
        ).scenario
    }

    @Test("it keeps the law of today in every policy, or the stricter rules of home")
    func law() throws {
        let scenario = try plan()
        #expect(scenario.policies.count == 8)
        for policy in scenario.policies {
            let rules = Set(policy.rules)
            #expect(rules.isSuperset(of: ["us_export", "us_customers", "cn_data"]))
            #expect(!rules.isDisjoint(with: ["eu_data", "eu_home"]))
        }
    }

    @Test("what stands fits within the limits, and is a tenth of the mean work or more")
    func existing() throws {
        let scenario = try plan()
        let standing = scenario.sites.filter { $0.existing.value > 0 }
        #expect(standing.count == 8)
        #expect(standing.allSatisfy { $0.existing <= $0.limit })
        let existing = standing.reduce(Power.zero) { $0 + $1.existing }
        #expect(existing > scenario.meanWork * 0.1)
    }
}
