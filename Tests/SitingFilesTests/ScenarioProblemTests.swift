import Siting
import SitingFiles
import Testing

@Suite("Scenario problems")
struct ScenarioProblemTests {
    @Test("the draft itself has no problem")
    func draftIsRight() throws {
        #expect(try problems().isEmpty)
    }

    @Test("all problems of all sections are reported together, in the order of the file")
    func together() throws {
        let found = try problems([
            "sites": "{assume: {pue: 0.5}}", "markets": "{top: 0}",
            "jobs": "{j: {it_mwh: 1, peak_mw: 1, start: x, end: y}}", "policies": "{p: {}}",
        ]).filter { $0.contains(": error: ") }
        #expect(found.map { $0.split(separator: ":")[1] } == ["3", "4", "6", "6", "7"])
        #expect(found.last == "s.yaml:7:15: error: missing key 'minimise' in policies.p")
    }

    @Test("a scenario with nothing to place, and one without a required section, are refused")
    func nothing() throws {
        #expect(
            try problems(["services": "", "jobs": ""])
                == ["s.yaml:1:1: error: there is nothing to place | add a service or a job"])
        #expect(
            try problems(["policies": ""]) == ["s.yaml:1:1: error: missing key 'policies'"])
    }

    @Test("a missing file, a text that is no YAML and a tab are errors with their place")
    func unreadable() throws {
        let error = #expect(throws: InputError.self) {
            try ScenarioLoader.load(path: "/nowhere/s.yaml", catalogue: catalogue())
        }
        #expect(error?.diagnostics.map(line) == ["s.yaml:1:1: error: there is no such file"])
        #expect(
            try problems(text: "name: [a\nsites: b\n").first?.hasPrefix(
                "s.yaml:2:6: error: not valid YAML") == true)
        #expect(
            try problems(text: "sites:\n\tfrom: catalog\n")
                == ["s.yaml:2:1: error: tab used for indentation | use spaces"])
    }

    @Test("a file with CR LF and a byte order mark reads as one without")
    func lineEnds() throws {
        let text = Draft.text()
        let other =
            "\u{FEFF}"
            + text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        var first = try load(text).scenario
        let second = try load(other).scenario
        #expect(first.sites.count == 3)
        first.file = second.file
        #expect(first.sites.map(\.id) == second.sites.map(\.id))
        #expect(first.roundTrips == second.roundTrips)
    }
}
