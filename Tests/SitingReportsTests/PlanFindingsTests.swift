import Foundation
import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Diagnoses in reports") struct PlanFindingsTests {
    @Test("conflicts follow the findings, one list each, and what would do comes last")
    func text() {
        let text = DiagnosisText.render(PlanFixtures.conflicting, style: .plain, width: 100)
        #expect(
            text == """
                What stands in the way
                  scenarios/pacific.yaml:40:3: these can't hold together: voice, pacific
                      drop or loosen one of them

                Can't hold together
                  pacific.yaml:12: voice: max_rtt_ms 60
                      enough alone: raise max_rtt_ms of voice from 60 to 71 ms for Suva (FJ)
                  pacific: work that it binds runs only at the sites it allows

                Can't hold by itself
                  emissions_t_per_year: at most 300,000 t/year

                What would do for all
                  pacific.yaml:12: raise max_rtt_ms of voice from 60 to 71 ms for Suva (FJ)

                """)
    }

    @Test("a plan's text and Markdown carry the same sections")
    func sections() {
        var plan = PlanFixtures.infeasible
        plan.diagnosis = PlanFixtures.conflicting
        let text = PlanText.render(plan, style: .plain)
        let markdown = PlanMarkdown.render(plan)
        for title in ["Can't hold together", "Can't hold by itself", "What would do for all"] {
            #expect(text.contains("\n\n\(title)\n"))
            #expect(markdown.contains("\n## \(title)\n"))
        }
    }

    @Test("JSON has members with their places, and what they would have to give")
    func json() throws {
        var plan = PlanFixtures.infeasible
        plan.diagnosis = PlanFixtures.conflicting
        let data = Data(PlanJSON.text(of: plan).utf8)
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let diagnosis = try #require(document["diagnosis"] as? [String: Any])
        let conflicts = try #require(diagnosis["conflicts"] as? [[String: Any]])
        let members = try #require(conflicts[0]["members"] as? [[String: Any]])
        #expect(members.map { $0["name"] as? String } == ["voice", "pacific"])
        #expect(members[0]["file"] as? String == "pacific.yaml")
        #expect(members[0]["line"] as? Int == 12)
        #expect(members[1]["relaxation"] is NSNull)
        let change = try #require(members[0]["relaxation"] as? [String: Any])
        #expect(change["from"] as? Double == 60)
        #expect(change["to"] as? Double == 71)
        #expect(change["least"] as? Double == 70.995)
        let relaxations = try #require(diagnosis["relaxations"] as? [[String: Any]])
        let parts = try #require(relaxations[0]["parts"] as? [[String: Any]])
        #expect(parts.map { $0["id"] as? String } == ["suva"])
    }
}
