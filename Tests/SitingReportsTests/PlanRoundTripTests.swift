import Foundation
import Siting
import SitingFiles
import SitingReports
import Testing
import Typesetting

@Suite("Plans as JSON, read back")
struct PlanRoundTripTests {
    private func read(_ text: String) throws -> StoredRun {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("plan-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try StoredRunReader.read(file.path)
    }

    /// Without what is not read back.
    private func kept(_ plan: Plan) -> Plan {
        var plan = plan
        plan.file = plan.file.split(separator: "/").last.map(String.init) ?? ""
        plan.equivalences = []
        plan.ruleCosts = []
        plan.provenance = []
        plan.totals?.burdens = []
        plan.diagnosis = plan.diagnosis.map { diagnosis in
            Diagnosis(
                findings: diagnosis.findings.map { finding in
                    .init(
                        kind: finding.kind, message: finding.message, remedy: finding.remedy,
                        location: nil)
                })
        }
        return plan
    }

    @Test("A plan is what was written, figure by figure")
    func plan() throws {
        var conflicting = PlanFixtures.optimal
        conflicting.diagnosis = PlanFixtures.conflicting
        for plan in [PlanFixtures.optimal, PlanFixtures.large, conflicting] {
            let run = try read(PlanJSON.text(of: plan))
            #expect(run.entries.map(\.plan) == [kept(plan)])
            #expect(run.madeBy == Release.madeBy)
        }
    }

    @Test("So are the plans of a comparison, under their columns' names")
    func comparison() throws {
        let comparison = ComparisonFixtures.comparison
        let run = try read(ComparisonJSON.text(of: comparison, withPlans: true))
        #expect(run.entries.map(\.name) == comparison.columns.map(\.name))
        for (entry, column) in zip(run.entries, comparison.columns)
        where column.plan.hasPlacement {
            #expect(entry.plan == kept(column.plan))
        }
    }
}
