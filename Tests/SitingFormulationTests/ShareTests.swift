import Fixtures
import LinearProgramming
import Siting
import SitingFormulation
import Testing

/// What the share rules count together, beyond the grouping of the golden file.
@Suite struct ShareTests {
    private func rows(of grouping: Rule.Grouping) throws -> [String] {
        let scenario = Fixtures.scenario(
            sites: [
                Fixtures.site("a") {
                    $0.gridZone = "us_cal_ciso"
                    $0.operatorID = "aws"
                },
                Fixtures.site("b", longitude: 1) { $0.gridZone = "us_cal_ciso" },
                Fixtures.site("c", longitude: 2) { $0.gridZone = "My-Zone" },
                Fixtures.site("d", longitude: 3),
            ],
            markets: [Fixtures.market("m")], services: [Fixtures.service(loads: [4])]
        ) { $0.rules = [Rule(name: "spread", content: .share(of: grouping, maximum: 0.5))] }
        let formulation = try Formulation(
            scenario: scenario, policy: Fixtures.policy(.cost, rules: ["spread"]),
            families: [ShareFamily.self])
        return formulation.program.lpText().split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix(" share(") }
    }

    @Test("Sites of one grid zone are counted together, a site without one for none")
    func gridZones() throws {
        #expect(
            try rows(of: .gridZone) == [
                " share(spread,My_Zone): active(c) <= 2",
                " share(spread,us_cal_ciso): active(a) + active(b) <= 2",
            ])
    }

    @Test("Sites without an operator are counted for none")
    func operators() throws {
        #expect(try rows(of: .operatorID) == [" share(spread,aws): active(a) <= 2"])
    }
}
