import Typesetting
import Testing

@Suite("Terminal style")
struct TextTerminalTests {
    @Test("Colour needs a capable terminal and no objection")
    func colour() {
        func colour(_ isTTY: Bool, _ noColor: String?, _ term: String?) -> TerminalStyle.Colour {
            TerminalStyle.colour(isTTY: isTTY, noColor: noColor, term: term)
        }
        #expect(colour(true, nil, "xterm-256color") == .ansi)
        #expect(colour(true, "", "xterm") == .ansi)
        #expect(colour(true, "1", "xterm") == .plain)
        #expect(colour(true, "0", "xterm") == .plain)
        #expect(colour(false, nil, "xterm") == .plain)
        #expect(colour(true, nil, "dumb") == .plain)
        #expect(colour(true, nil, "") == .plain)
        #expect(colour(true, nil, nil) == .plain)
    }

    @Test("The first locale variable that is set decides about ASCII")
    func ascii() {
        func ascii(_ all: String?, _ ctype: String?, _ lang: String?) -> Bool {
            TerminalStyle.isASCII(lcAll: all, lcCtype: ctype, lang: lang)
        }
        #expect(!ascii(nil, nil, "en_US.UTF-8"))
        #expect(!ascii(nil, nil, "is_IS.utf8"))
        #expect(!ascii(nil, "UTF-8", "C"))
        #expect(!ascii("C.UTF-8", nil, nil))
        #expect(!ascii("", "", "C.UTF-8"))
        #expect(ascii("C", nil, "en_US.UTF-8"))
        #expect(ascii("POSIX", "en_US.UTF-8", "en_US.UTF-8"))
        #expect(ascii(nil, nil, "de_DE.ISO-8859-1"))
        #expect(ascii(nil, nil, nil))
    }

    @Test("Styles wrap text in escape sequences, or leave it alone")
    func styles() {
        let ansi = TerminalStyle(colour: .ansi, ascii: false)
        #expect(ansi.bold("x") == "\u{1B}[1mx\u{1B}[0m")
        #expect(ansi.dim("x") == "\u{1B}[2mx\u{1B}[0m")
        #expect(ansi.red("x") == "\u{1B}[31mx\u{1B}[0m")
        #expect(ansi.green("x") == "\u{1B}[32mx\u{1B}[0m")
        #expect(ansi.yellow("x") == "\u{1B}[33mx\u{1B}[0m")
        #expect(ansi.cyan("x") == "\u{1B}[36mx\u{1B}[0m")
        #expect(ansi.red("") == "")
        #expect(TerminalStyle.plain.red("x") == "x")
    }

    @Test("In ASCII the symbols of reports are spelled out")
    func spelling() {
        let style = TerminalStyle(colour: .plain, ascii: true)
        #expect(style.shown("1–2 m³ … × ≤ → \u{1B}") == "1-2 m3 ... x <= -> ?")
        #expect(style.shown("3.2×10⁻¹² and 10²¹, 4 m²") == "3.2x10^-12 and 10^21, 4 m2")
        #expect(TerminalStyle.plain.shown("1–2 m³ \u{1B}") == "1–2 m³ �")
    }
}

@Suite("Wrapped text")
struct TextWrappedTests {
    @Test("Lines break at spaces and further lines hang")
    func hanging() {
        let lines = WrappedText.lines(
            "Keflavík is  chosen\nbecause its power is clean.", width: 20, indent: "- ",
            hangingIndent: "  ")
        #expect(lines == ["- Keflavík is chosen", "  because its power", "  is clean."])
        #expect(WrappedText.text("a b", width: 1) == "a\nb\n")
    }

    @Test("Width is what a terminal shows")
    func width() {
        #expect(WrappedText.lines("Keflavi\u{301}k ab", width: 11) == ["Keflavi\u{301}k ab"])
        #expect(WrappedText.lines("貴安 新区 x", width: 7) == ["貴安 新", "区 x"])
        #expect(WrappedText.lines("貴安新区", width: 5) == ["貴安", "新区"])
    }

    @Test("A word wider than the line stays whole on its own line")
    func longWord() {
        let lines = WrappedText.lines("see sites/iceland/keflavik.csv now", width: 10)
        #expect(lines == ["see", "sites/iceland/keflavik.csv", "now"])
    }

    @Test("An empty paragraph has no lines, and control characters are replaced")
    func edges() {
        #expect(WrappedText.lines(" \n\t ", width: 10) == [])
        #expect(WrappedText.text("", width: 10) == "")
        #expect(WrappedText.lines("a\u{1B}[2Jb", width: 10) == ["a�[2Jb"])
    }

    @Test("No line of 500 random paragraphs is too wide, none could take the next word")
    func property() {
        let words = ["a", "power", "貴", "Keflavi\u{301}k", "São", "MWh,", "per", "👩🏽‍🚀"]
        var generator = TextTestGenerator(seed: 5)
        for round in 0..<500 {
            let chosen = (0..<(round % 40)).compactMap { _ in
                words.randomElement(using: &generator)
            }
            let width = Int.random(in: 10...40, using: &generator)
            let lines = WrappedText.lines(
                chosen.joined(separator: " "), width: width, hangingIndent: "  ")
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
            #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == chosen)
            for (line, next) in zip(lines, lines.dropFirst()) {
                let word = next.split(separator: " ").first ?? ""
                #expect(DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width)
            }
        }
    }
}
