import Foundation
import Siting
import SitingFiles
import Testing

@Suite("Reading plans back")
struct StoredRunTests {
    /// A plan without a placement, one key a line.
    private static let plan = """
        {
          "format": "sitewise-plan/1",
          "scenario": "Draft", "file": "s.yaml", "policy": "cheapest",
          "status": "infeasible", "emissions_basis": "location-based, lifecycle", "ties": null,
          "stages": [], "totals": null,
          "sites": [],
          "training": [], "inference": [], "prices": [], "certificate": null,
          "assumptions": [], "exclusions": [], "warnings": ["a word"],
          "diagnosis": {"findings": [{"kind": "k", "message": "no room", "remedy": "build"}]}
        }
        """

    private static func comparison(_ columns: String) -> String {
        #"{"format": "sitewise-compare/1", "columns": ["# + columns + "]}"
    }

    private func read(_ text: String) throws -> StoredRun {
        try withFolder(["p.json": text]) { try StoredRunReader.read("\($0)/p.json") }
    }

    /// What is reported, by file name; empty where the text is read.
    private func problems(_ text: String) throws -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as InputError {
            return error.diagnostics.map(line)
        }
    }

    @Test("a plan is read by its keys; one of an earlier version has no inputs")
    func plan() throws {
        let run = try read(Self.plan)
        #expect(run.madeBy == nil)
        #expect(run.entries.map(\.name) == ["cheapest"])
        let plan = try #require(run.entries.first?.plan)
        #expect(plan.status == .infeasible)
        #expect(plan.warnings == ["a word"])
        #expect(plan.diagnosis?.findings.map(\.message) == ["no room"])
        #expect(plan.totals == nil)
        #expect(plan.inputs == nil)
    }

    @Test("a comparison is read by the names of its columns")
    func columns() throws {
        let text = Self.comparison(
            #"{"name": "a", "plan": \#(Self.plan)}, {"name": "nearest_site", "plan": \#(Self.plan)}"#
        )
        #expect(try read(text).entries.map(\.name) == ["a", "nearest_site"])
        let twice = Self.comparison(
            #"{"name": "a", "plan": \#(Self.plan)}, {"name": "a", "plan": \#(Self.plan)}"#)
        #expect(try problems(twice).count == 1)
    }

    @Test(
        "what is no JSON is refused at its place",
        arguments: [
            ("", "1:1: error: the file is empty"),
            ("  \n ", "1:1: error: the file is empty"),
            ("{", "1:2: error: the JSON breaks off where a key in quotes should be"),
            ("{\"format\": ", "1:12: error: the JSON breaks off where a value should be"),
            ("{\"a\": 1,\n \"b\": NaN}", "2:7: error: not valid JSON: a value should be here"),
            ("{\"a\": -Infinity}", "1:8: error: not valid JSON: a digit should be here"),
            ("{\"a\": 1e999}", "1:7: error: '1e999' is beyond the numbers computed with"),
            ("{\"a\": 01}", "1:8: error: not valid JSON: ',' or '}' should be here"),
            ("{\"a\": 1,}", "1:9: error: not valid JSON: a key in quotes should be here"),
            ("{\"a\": [1,]}", "1:10: error: not valid JSON: a value should be here"),
            ("{'a': 1}", "1:2: error: not valid JSON: a key in quotes should be here"),
            ("{\"a\" 1}", "1:6: error: not valid JSON: ':' should be here"),
            ("{\"é\": nul}", "1:7: error: not valid JSON: a value should be here"),
            ("{} {}", "1:4: error: the JSON ends before this"),
            ("{\"a\": 1, \"a\": 2}", "1:10: error: duplicate key 'a'"),
            ("{\"a\": \"b", "1:7: error: the text does not end"),
            ("{\"a\": \"\n\"}", "1:8: error: a text can't hold a line break or control character"),
            ("{\"a\": \"\\x\"}", "1:8: error: this is no escape of JSON"),
            ("{\"a\": \"\\ud800\"}", "1:8: error: this is no escape of JSON"),
            ("{\"a\": \"\\u12\"}", "1:8: error: this is no escape of JSON"),
            ("\u{0}", "1:1: error: the file holds a NUL byte"),
        ])
    func broken(_ text: String, _ problem: String) throws {
        let found = try problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("p.json:\(problem)") == true, "\(found)")
    }

    @Test("nesting without end is refused, and not followed")
    func nesting() throws {
        for brackets in [64, 1_000_000] {
            let found = try problems(String(repeating: "[", count: brackets))
            let expected = brackets == 64 ? "breaks off" : "nested deeper than 64 levels"
            #expect(found.count == 1)
            #expect(found.first?.contains(expected) == true, "\(found)")
        }
    }

    @Test(
        "what is none of our plans is refused where it is wrong",
        arguments: [
            ("[1]", "[1]", "1:1: error: this must be an object, not a list"),
            ("{}", "{}", "1:1: error: the key 'format' is missing"),
            ("sitewise-plan/1", "sitewise-plan/2", "2:13: error: this program reads"),
            ("sitewise-plan/1", "frontier", "2:13: error: 'frontier' is neither a plan"),
            ("\"sitewise-plan/1\"", "1", "2:13: error: format must be a text, not a number"),
            ("\"status\": \"infeasible\"", "\"status\": \"good\"", "4:13: error: status can't be"),
            ("\"sites\": [],", "", "1:1: error: the key 'sites' is missing"),
            ("\"sites\": []", "\"sites\": {}", "6:12: error: sites must be a list, not an object"),
            ("\"sites\": []", "\"sites\": [1]", "6:13: error: this must be an object"),
            ("\"sites\": []", "\"sites\": [{}]", "6:13: error: the key 'id' is missing"),
            ("\"totals\": null", "\"totals\": 3", "5:27: error: this must be an object"),
            ("[\"a word\"]", "[7]", "8:53: error: warnings must be a text, not a number"),
        ])
    func wrong(_ old: String, _ new: String, _ problem: String) throws {
        let text = old == new ? new : Self.plan.replacingOccurrences(of: old, with: new)
        let found = try problems(text)
        #expect(found.contains { $0.hasPrefix("p.json:\(problem)") }, "\(found)")
    }

    @Test("a file of another shape is reported by its first mistakes, not by all")
    func manyMistakes() throws {
        let rows = Array(repeating: "{}", count: 5_000).joined(separator: ",")
        let text = Self.plan.replacingOccurrences(of: "\"sites\": []", with: "\"sites\": [\(rows)]")
        #expect(try problems(text).count == 50)
    }

    @Test("a comparison without plans says how to get them")
    func withoutPlans() throws {
        let found = try problems(Self.comparison(#"{"name": "a", "plan": null}"#))
        #expect(
            found == [
                "p.json:1:68: error: the comparison holds no whole plans | make it with"
                    + " `sitewise compare --format json --plans`"
            ])
        #expect(try problems(Self.comparison("")).count == 1)
    }

    @Test("what is no file is refused by its name")
    func noFile() throws {
        try withFolder(["here.json": "{}"]) { folder in
            for (path, word) in [("her.json", "no such file"), ("", "directory")] {
                let error = #expect(throws: InputError.self) {
                    try StoredRunReader.read("\(folder)/\(path)")
                }
                #expect(error?.diagnostics.first?.message.contains(word) == true)
            }
        }
    }
}
