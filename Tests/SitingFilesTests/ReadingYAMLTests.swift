import Siting
import SitingFiles
import Testing

@Suite struct ReadingYAMLTests {
    private let text = """
        name: Northern split   # a comment
        period: {start: 2026-02-01, discount_rate: 7%, headroom: 0.15}
        sites:
          limit_mw: 010
          shell_usd_per_mw: 11e6
          countries: [NO, "SE", 358]
          operator: yes
          one: solo
          open: true
          top: 1000
          pue:
        """

    @Test("Values are read by type, and keys keep their order")
    func values() throws {
        let diagnostics = DiagnosticCollector()
        let root = try #require(yaml(text, into: diagnostics))
        #expect(root.keys == ["name", "period", "sites"])
        #expect(root.string("name") == "Northern split")
        let period = try #require(root.mapping("period"))
        #expect(period.date("start") == CalendarDate(year: 2026, month: 2, day: 1))
        #expect(period.percentOrNumber("discount_rate") == 0.07)
        #expect(period.percentOrNumber("headroom", in: .share) == 0.15)
        let sites = try #require(root.mapping("sites"))
        #expect(sites.number("limit_mw") == 10)
        #expect(sites.number("shell_usd_per_mw", in: .positive) == 11e6)
        #expect(sites.stringList("countries") == ["NO", "SE", "358"])
        #expect(sites.stringList("one") == ["solo"])
        #expect(sites.string("operator") == "yes")
        #expect(sites.choice("one", ["solo", "duo"]) == "solo")
        #expect(sites.bool("open") == true)
        #expect(sites.integer("top") == 1_000)
        #expect(sites.has("pue") && sites.value("pue")?.isNull == true)
        #expect(!sites.has("wue") && sites.number("wue") == nil)
        #expect(headlines(diagnostics).isEmpty)
    }

    @Test("CR LF and a byte order mark change nothing")
    func lineEnds() throws {
        let diagnostics = DiagnosticCollector()
        let crlf = "\u{FEFF}" + text.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        let sites = try #require(yaml(crlf, into: diagnostics)?.mapping("sites"))
        #expect(sites.string("one") == "solo")
        #expect(sites.entry("one")?.location.line == 8)
        #expect(headlines(diagnostics).isEmpty)
    }

    @Test("Values know their path, keys and values their place in characters")
    func placesAndPaths() throws {
        let text = "貴安: {岩手: [1, x]}\n"
        let diagnostics = DiagnosticCollector()
        let root = try #require(yaml(text, into: diagnostics))
        let entry = try #require(root.entries.first)
        #expect(entry.key == "貴安")
        #expect(entry.location == SourceLocation(file: "w.yaml", line: 1, column: 1))
        let list = try #require(entry.value.mapping()?.list("岩手"))
        #expect(list[1].path == "貴安.岩手[1]")
        #expect(list[1].location.column == 14)
        _ = list[1].number()
        #expect(headlines(diagnostics) == ["1:14: error: 岩手[1] must be a number, not 'x'"])
    }

    @Test("Aliases stand for their values, at the place where they are used")
    func aliases() throws {
        let text = "base: &base {limit_mw: 5}\nother: *base\nlist: [*base, \"2 * 3\", a*b]\n"
        let diagnostics = DiagnosticCollector()
        let root = try #require(yaml(text, into: diagnostics))
        #expect(root.mapping("other")?.number("limit_mw") == 5)
        #expect(root.value("other")?.location.line == 2)
        let list = try #require(root.list("list"))
        #expect(list[0].mapping()?.number("limit_mw") == 5)
        #expect(list[1].string() == "2 * 3")
        #expect(list[2].string() == "a*b")
        #expect(headlines(diagnostics).isEmpty)
    }

    @Test("A missing key is reported only if it is required")
    func requiredKeys() {
        let problems = yamlProblems("a: {b: 1}\n") { root in
            _ = root.string("name", required: true)
            _ = root.mapping("a")?.number("limit_mw", required: true)
            _ = root.mapping("a")?.number("pue")
        }
        #expect(
            problems == [
                "1:1: error: missing key 'name'", "1:4: error: missing key 'limit_mw' in a",
            ])
    }
}
