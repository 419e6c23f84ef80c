import Foundation
import Testing

@Suite("sitewise check --diagnose") struct DiagnoseTests {
    /// São Paulo alone holds London's requests within the limit, and a rule keeps them from it.
    private static let conflict = [
        "services": "{chat: {\(Draft.chat), max_rtt_ms: 60}}",
        "rules": "{abroad: {residency: {markets: GB, sites: BR}}}",
        "policies": "{p: {minimise: cost, rules: abroad}, q: {minimise: cost, max_rtt_ms: 500}}",
    ]

    @Test("each policy without a plan is explained, and the exit status is 1")
    func explained() throws {
        let run = try Draft.run("check", "--diagnose", changes: Self.conflict)
        #expect(run.status == 1)
        #expect(run.stdout.contains("\np: no placement is possible.\n"))
        #expect(run.stdout.contains("\nCan't hold together\n"))
        #expect(run.stdout.contains("abroad: work that it binds runs only at the sites it allows"))
        #expect(run.stdout.contains("chat: max_rtt_ms 60"))
        #expect(run.stdout.contains(/allow Keflavík \(IS\) under abroad/))
        #expect(run.stdout.hasSuffix("\nq: a placement is possible.\n"))
    }

    @Test("place says the same")
    func place() throws {
        let check = try Draft.run("check", "--diagnose", "--policy", "p", changes: Self.conflict)
        let place = try Draft.run("place", "--policy", "p", changes: Self.conflict)
        let start = try #require(check.stdout.range(of: "What stands in the way\n"))
        #expect(place.stdout.contains(check.stdout[start.lowerBound...]))
    }

    @Test("without --diagnose nothing is solved for it")
    func quick() throws {
        let run = try Draft.run("check", changes: Draft.impossible["limit"] ?? [:])
        #expect(run.status == 0)
        #expect(!run.stdout.contains("Can't hold"))
        let solved = try Draft.run("check", "--diagnose", changes: Draft.impossible["limit"] ?? [:])
        #expect(solved.status == 1)
        #expect(solved.stdout.contains("\nCan't hold by itself\n"))
    }

    @Test("a scenario with a plan under each policy exits with 0")
    func possible() throws {
        let run = try Draft.run("check", "--diagnose")
        #expect(run.status == 0)
        #expect(run.stdout.contains("greenest: a placement is possible."))
    }
}
