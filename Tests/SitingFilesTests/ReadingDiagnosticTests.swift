import Siting
import SitingFiles
import Testing

@Suite struct ReadingDiagnosticTests {
    private func render(
        _ text: String, line: Int, column: Int, message: String = "wrong", help: String? = nil
    ) -> [String] {
        let diagnostics = DiagnosticCollector()
        _ = SourceText(file: "w.yaml", text: text, into: diagnostics)
        let location = SourceLocation(file: "w.yaml", line: line, column: column)
        diagnostics.error(message, at: location, help: help)
        return diagnostics.render().split(separator: "\n").map(String.init)
    }

    @Test("A problem is printed with its line, a caret under the word and help")
    func wholeProblem() {
        let text = String(repeating: "\n", count: 11) + "    limt_mw: 100\n"
        let lines = render(
            text, line: 12, column: 5, message: "unknown key 'limt_mw'",
            help: "did you mean 'limit_mw'?")
        #expect(
            lines == [
                "w.yaml:12:5: error: unknown key 'limt_mw'",
                "   12 |     limt_mw: 100",
                "      |     ^~~~~~~",
                "      help: did you mean 'limit_mw'?",
            ])
    }

    @Test("Tabs are widened, so the caret stays under its column")
    func tabs() {
        let lines = render("a\tb\tword\n", line: 1, column: 5)
        #expect(lines[1] == "    1 | a    b    word")
        #expect(lines[2] == "      |           ^~~~")
    }

    @Test("Wide characters take two columns before and under the caret")
    func wideCharacters() {
        let lines = render("貴安,岩手,x\n", line: 1, column: 4)
        #expect(lines[1] == "    1 | 貴安,岩手,x")
        #expect(lines[2] == "      |      ^~~~")
    }

    @Test("Combining marks belong to the character before them")
    func combiningMarks() {
        let lines = render("cafe\u{301} word\n", line: 1, column: 6)
        #expect(lines[2] == "      |      ^~~~")
    }

    @Test("A quoted text is underlined whole")
    func quotedToken() {
        #expect(render("a: \"x y\" # z", line: 1, column: 4)[2] == "      |    ^~~~~")
    }

    @Test("A long line is cut to 100 columns around the caret")
    func longLine() throws {
        let filler = String(repeating: "a", count: 300)
        let text = "\(filler) here \(filler)"
        let lines = render(text, line: 1, column: 302)
        let shown = Array(lines[1].dropFirst(8))
        #expect(shown.count == 100)
        #expect(shown.first == "…" && shown.last == "…")
        let caret = try #require(Array(lines[2].dropFirst(8)).firstIndex(of: "^"))
        #expect(String(shown[caret..<(caret + 4)]) == "here")
        #expect(lines[2].hasSuffix("^~~~"))
    }

    @Test("A long line is shown to its end when the caret is there")
    func longLineEnd() {
        let lines = render(String(repeating: "x", count: 250), line: 1, column: 251)
        #expect(lines[1].count == 8 + 99)
        #expect(lines[1].hasSuffix("xxx"))
        #expect(lines[2].last == "^")
        #expect(lines[2].count == lines[1].count + 1)
    }

    @Test("A column beyond the line and a line beyond the file do no harm")
    func beyondTheText() {
        #expect(render("ab\n", line: 1, column: 99)[2] == "      |   ^")
        #expect(render("ab\n", line: 7, column: 1) == ["w.yaml:7:1: error: wrong"])
        #expect(render("ab\n", line: 0, column: 0) == ["w.yaml:0:0: error: wrong"])
    }

    @Test("Control characters of a file do not reach the terminal")
    func controlCharacters() {
        let lines = render("a\u{1B}[31mb\n", line: 1, column: 1, message: "bad '\u{1B}[2J'")
        #expect(lines[0] == "w.yaml:1:1: error: bad '\u{FFFD}[2J'")
        #expect(lines[1] == "    1 | a\u{FFFD}[31mb")
    }

    @Test("Problems come in the order of file, line and column, each once")
    func order() {
        let diagnostics = DiagnosticCollector()
        func add(_ file: String, _ line: Int, _ column: Int, _ message: String) {
            let location = SourceLocation(file: file, line: line, column: column)
            diagnostics.error(message, at: location)
        }
        add("b", 1, 1, "four")
        add("a", 10, 1, "three")
        add("a", 2, 9, "two")
        add("a", 2, 3, "one")
        add("a", 2, 3, "one")
        #expect(diagnostics.diagnostics.map(\.message) == ["one", "two", "three", "four"])
        #expect(diagnostics.errorCount == 4)
    }

    @Test("At most 50 problems are printed, then how many more there are")
    func manyProblems() {
        let diagnostics = DiagnosticCollector()
        for line in 1...53 {
            diagnostics.error("bad", at: SourceLocation(file: "f", line: line, column: 1))
        }
        let lines = diagnostics.render().split(separator: "\n")
        #expect(lines.count == 51)
        #expect(lines.last == "… and 3 more")
    }

    @Test("Warnings are no errors, and only errors are thrown, with all that was recorded")
    func throwing() throws {
        let diagnostics = DiagnosticCollector()
        let place = SourceLocation(file: "f", line: 1, column: 1)
        diagnostics.warning("odd", at: place)
        #expect(!diagnostics.hasErrors)
        try diagnostics.throwIfErrors()
        diagnostics.error("bad", at: place)
        let error = try #require(throws: InputError.self) { try diagnostics.throwIfErrors() }
        #expect(error.diagnostics.count == 2)
        #expect(error.description == "f:1:1: warning: odd\nf:1:1: error: bad")
    }

    @Test("Colour is bold red for errors and only if asked for")
    func colour() {
        let diagnostics = DiagnosticCollector()
        diagnostics.error("bad", at: SourceLocation(file: "f", line: 1, column: 1))
        #expect(diagnostics.render() == "f:1:1: error: bad")
        #expect(diagnostics.render(colour: true) == "f:1:1: \u{1B}[1;31merror\u{1B}[0m: bad")
    }
}
