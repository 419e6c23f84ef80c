import Siting
import SitingFiles
import Testing

@Suite struct ReadingYAMLTypeTests {
    @Test(
        "A number field says what is there instead, and which unit it has",
        arguments: [
            ("limit_mw", "abc", "a number of MW, not 'abc'"),
            ("price_usd_per_mwh", "x", "a number of USD per MWh, not 'x'"),
            ("max_rtt_ms", "150 ms", "a number of ms, not '150 ms'"),
            ("carbon_g_per_kwh", ".nan", "a number of g per kWh, not '.nan'"),
            ("wue_l_per_kwh", "-.inf", "a number of L per kWh, not '-.inf'"),
            ("length_km", "0x10", "a number of km, not '0x10'"),
            ("shell_years", "1_000", "a number of years, not '1_000'"),
            ("emissions_t", "\"5\"", "a number of t, not the text '5'"),
            ("pue", "[1]", "a number, not a list"),
            ("pue", "{a: 1}", "a number, not a mapping"),
            ("pue", "~", "a number, not empty"),
        ])
    func numberTypes(key: String, value: String, rest: String) {
        let problems = yamlProblems("\(key): \(value)\n") { root in
            #expect(root.number(key) == nil)
        }
        #expect(problems == ["1:\(key.count + 3): error: \(key) must be \(rest)"])
    }

    @Test("Wrong numbers come with what to do")
    func numberHelp() throws {
        let diagnostics = DiagnosticCollector()
        let text = "a: \"5\"\nb: 0x10\nc: 1_000\nd: .inf\ne: 100 MW\nf: 'x'\n"
        let root = try #require(yaml(text, into: diagnostics))
        for key in root.keys { #expect(root.number(key) == nil) }
        #expect(
            helps(diagnostics) == [
                "write it without quotes", "write it in decimal",
                "write digits without ',' or '_', and '.' before decimals",
                "write a finite number",
                "write the number alone, as in 26e6; its unit is in the name", nil,
            ])
    }

    @Test("Numbers outside their range are reported as they were written")
    func ranges() {
        let text = "a_mw: -5\nb: 95\nc: 150%\nd: 0\n"
        let problems = yamlProblems(text) { root in
            #expect(root.number("a_mw", in: .notNegative) == nil)
            #expect(root.number("b", in: .between(-90, 90)) == nil)
            #expect(root.percentOrNumber("c", in: .share) == nil)
            #expect(root.integer("d", in: .positive) == nil)
        }
        #expect(
            problems == [
                "1:7: error: a_mw must be at least 0, not '-5'",
                "2:4: error: b must lie between -90 and 90, not '95'",
                "3:4: error: c must lie between 0 and 1, not '150%'",
                "4:4: error: d must be greater than 0, not '0'",
            ])
    }

    @Test("Shares are percentages or numbers")
    func shares() {
        let problems = yamlProblems("a: 15%\nb: 0.15\nc: '15%'\nd: '%'\ne: 7.5 %\n") { root in
            #expect(root.percentOrNumber("a") == 0.15)
            #expect(root.percentOrNumber("b") == 0.15)
            #expect(root.percentOrNumber("c") == nil)
            #expect(root.percentOrNumber("d") == nil)
            #expect(root.percentOrNumber("e") == nil)
        }
        #expect(
            problems == [
                "3:4: error: c must be a share such as 15% or 0.15, not the text '15%'",
                "4:4: error: d must be a share such as 15% or 0.15, not the text '%'",
                "5:4: error: e must be a share such as 15% or 0.15, not '7.5 %'",
            ])
    }

    @Test("Other types are checked as strictly")
    func otherTypes() {
        let text = """
            s: [a]
            e: ""
            n: ~
            b: yes
            i: 1.5
            d: 2026-02-30
            l: [a, {b: 1}]
            m: 5
            c: tabel
            """
        let problems = yamlProblems(text) { root in
            #expect(root.string("s") == nil)
            #expect(root.string("e") == nil)
            #expect(root.string("n") == nil)
            #expect(root.bool("b") == nil)
            #expect(root.integer("i") == nil)
            #expect(root.date("d") == nil)
            #expect(root.stringList("l") == nil)
            #expect(root.mapping("m") == nil)
            #expect(root.list("m") == nil)
            #expect(root.choice("c", ["table", "json"]) == nil)
        }
        #expect(
            problems == [
                "1:4: error: s must be text, not a list",
                "2:4: error: e must be text, not empty text",
                "3:4: error: n must be text, not empty",
                "4:4: error: b must be true or false, not 'yes'",
                "5:4: error: i must be a whole number, not '1.5'",
                "6:4: error: d must be a date such as 2026-02-01, not '2026-02-30'",
                "7:8: error: l[1] must be text, not a mapping",
                "8:4: error: m must be a mapping of keys to values, not '5'",
                "8:4: error: m must be a list, not '5'",
                "9:4: error: c must be one of table, json, not 'tabel'",
            ])
    }

    @Test("A file that is a list or a text is no scenario", arguments: ["- a\n", "a\n", "--- \n"])
    func otherRoots(text: String) {
        let problems = yamlProblems(text)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("the file must be a mapping of keys to values") == true)
    }
}
