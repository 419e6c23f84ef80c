import Siting
import SitingFiles
import Testing

@Suite struct ReadingYAMLProblemTests {
    @Test(
        "A tab used for indentation is called that, at the tab",
        arguments: [
            ("a:\n\tb: 1\n", "2:1"), ("a:\n  b: 1\n\tc: 2\n", "3:1"), ("a: foo\n\tbar\n", "2:1"),
            ("a:\n  b: 1\n  \tc: 2\n", "3:3"), ("a:\n- x\n\t- y\n", "3:1"),
            ("c: |\n  \tx\n", "2:3"),
        ])
    func tabs(text: String, place: String) {
        #expect(yamlProblems(text) == ["\(place): error: tab used for indentation"])
    }

    @Test("Tabs elsewhere are blanks")
    func harmlessTabs() {
        let text = "a:\tb\t# c\nd: {\n\te: 1}\n"
        let problems = yamlProblems(text) { root in #expect(root.string("a") == "b") }
        #expect(problems.isEmpty)
    }

    @Test("A second document is reported where it begins")
    func documents() {
        #expect(
            yamlProblems("---\na: 1\n---\nb: 2\n")
                == ["3:1: error: the file holds a second YAML document"])
        #expect(yamlProblems("---\na: 1\n...\n").isEmpty)
    }

    @Test("An empty file is reported", arguments: ["", "# nothing\n", "\n\n"])
    func emptyFile(text: String) {
        #expect(yamlProblems(text) == ["1:1: error: the file is empty"])
    }

    @Test("Other mistakes are reported where the parser found them")
    func syntax() {
        #expect(
            yamlProblems("貴安: b: c\n")
                == ["1:6: error: not valid YAML: mapping values are not allowed in this context"])
        #expect(
            yamlProblems("a: [1, 2\nb: 3\n") == [
                "2:2: error: not valid YAML: did not find expected ',' or ']', "
                    + "while parsing a flow sequence that begins in line 1"
            ])
    }

    @Test("Every repeated key is reported at its repetition, with the first one's line")
    func duplicateKeys() throws {
        let text = """
            a:
              x: 1
              貴安: 2
              x: 3
              'x': 4
              貴安: 5
            b: {k: 1, "k": 2, j: 3}
            a: 6
            """
        let diagnostics = DiagnosticCollector()
        let root = try #require(yaml(text, into: diagnostics))
        #expect(
            headlines(diagnostics) == [
                "4:3: error: duplicate key 'x'", "5:3: error: duplicate key 'x'",
                "6:3: error: duplicate key '貴安'", "7:11: error: duplicate key 'k'",
                "8:1: error: duplicate key 'a'",
            ])
        #expect(helps(diagnostics).first == "it is already given in line 2")
        #expect(root.mapping("a")?.keys == ["x", "貴安"])
        #expect(root.mapping("b")?.keys == ["k", "j"])
    }

    @Test("A repeated key that cannot be examined further is still reported")
    func otherDuplicates() {
        #expect(
            yamlProblems("a: 1\n\"\\x61\": 2\n").contains { $0.hasSuffix("duplicate key 'a'") })
        let flow = "&x a: 1\na: 2\n"
        #expect(yamlProblems(flow) == ["1:1: error: the key 'a' is given more than once"])
    }

    @Test("Many repeated keys, and those of a large file, end in an error, too")
    func manyDuplicates() {
        let many = (0..<50).map { "k\($0): 1\nk\($0): 2\n" }.joined()
        #expect(!yamlProblems(many).isEmpty)
        let filler = String(repeating: "# comment\n", count: 40_000)
        #expect(
            yamlProblems("a: 1\n\(filler)a: 2\n")
                == ["1:1: error: the key 'a' is given more than once"])
    }

    @Test("Keys are plain texts")
    func keys() {
        let text = "a: &a 1\n<<: {b: 1}\n? [x]\n: 1\n*a : 2\n\"\": 3\n"
        #expect(
            yamlProblems(text) == [
                "2:1: error: merge keys are not supported",
                "3:3: error: a key must be text, not a list, a mapping or an alias",
                "5:1: error: a key must be text, not a list, a mapping or an alias",
                "6:1: error: a key must not be empty",
            ])
    }

    @Test("Tags of other schemas, directives and unknown aliases are reported")
    func unsupported() {
        #expect(yamlProblems("a: !foo 1\n") == ["1:4: error: the tag '!foo' is not supported"])
        #expect(
            yamlProblems("a: !!binary x\n") == ["1:4: error: the tag 'binary' is not supported"])
        #expect(yamlProblems("a: !!str 5\n").isEmpty)
        #expect(
            yamlProblems("%YAML 1.2\n---\na: 1\n")
                == ["1:1: error: YAML directives are not supported"])
        #expect(yamlProblems("a: *b\n") == ["1:4: error: nothing has the anchor 'b'"])
        #expect(yamlProblems("a: &b [*b]\n") == ["1:8: error: nothing has the anchor 'b'"])
        #expect(yamlProblems("a: * b\n") == ["1:4: error: nothing has the anchor ' b'"])
    }

    @Test(
        "Characters that do not belong in YAML are reported where they are",
        arguments: [
            ("\u{7}", "U+0007"), ("\u{85}", "U+0085"), ("\u{2028}", "U+2028"),
            ("\u{E000}", "U+E000"), ("\u{FEFF}", "U+FEFF"), ("\u{FFFE}", "U+FFFE"),
        ])
    func characters(character: String, code: String) {
        #expect(
            yamlProblems("a: 1\n貴: \(character)x\n")
                == ["2:4: error: the character \(code) does not belong in YAML"])
    }

    @Test("Unknown keys are reported with a suggestion, the right unit or the known keys")
    func unknownKeys() throws {
        let text = "limt_mw: 1\nlimit_kw: 2\nzzz: 3\npue_mw: 4\nlimit: 5\nlimit_mw: 6\n"
        let diagnostics = DiagnosticCollector()
        let root = try #require(yaml(text, into: diagnostics))
        root.checkKeys(allowed: ["pue", "limit_mw"])
        #expect(
            headlines(diagnostics) == [
                "1:1: error: unknown key 'limt_mw'",
                "2:1: error: unknown key 'limit_kw': this quantity is given in MW",
                "3:1: error: unknown key 'zzz'",
                "4:1: error: unknown key 'pue_mw': this quantity has no unit",
                "5:1: error: unknown key 'limit': this quantity is given in MW",
            ])
        #expect(
            helps(diagnostics) == [
                "did you mean 'limit_mw'?", "write 'limit_mw'", "known here: limit_mw, pue",
                "write 'pue'", "write 'limit_mw'",
            ])
    }
}
