import Testing

@testable import Typesetting

@Suite("Tables for a terminal")
struct TextTableTests {
    static func example() -> TextTable {
        var table = TextTable(columns: [
            .init("Site"), .init("Capacity", "MW", alignment: .right, key: "capacity_mw"),
            .init("Latency", "ms", alignment: .decimal),
        ])
        table.append(["Keflavík", .count(1200), .number("12.5", value: 12.5)])
        table.append(["貴安", .count(80), .number("140", value: 140)])
        table.append(["São Paulo", .number(nil, in: .megawatts), .number("–", value: nil)])
        table.setTotal(["Total", .count(1280), ""])
        return table
    }

    @Test("Columns align, units stand above the rule, the total below another")
    func layout() {
        #expect(
            Self.example().plain() == """
                           Capacity  Latency
                Site             MW       ms
                ─────────  ────────  ───────
                Keflavík      1,200     12.5
                貴安             80    140
                São Paulo         –      –
                ─────────  ────────  ───────
                Total         1,280

                """)
    }

    @Test("In ASCII no symbol of ours is left, but names keep their letters")
    func asciiMode() {
        let text = Self.example().plain(style: TerminalStyle(colour: .plain, ascii: true))
        #expect(text.contains("---------  --------  -------\n"))
        #expect(text.contains("São Paulo         -      -\n"))
    }

    @Test("Colour changes nothing but the escape sequences around lines")
    func colour() {
        let coloured = Self.example().plain(style: TerminalStyle(colour: .ansi, ascii: false))
        #expect(coloured.hasPrefix("\u{1B}[1m           Capacity  Latency\u{1B}[0m\n"))
        let bare = ["1", "2", "0"].reduce(coloured) { text, code in
            text.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
        }
        #expect(bare == Self.example().plain())
    }

    @Test("The widest text column gives way to the maximal width, figures never")
    func narrow() {
        var table = TextTable(columns: [
            .init("Site"), .init("Why"), .init("Cost", alignment: .right),
        ])
        let reason = "cheap hydropower within one hop of the exchange point"
        table.append(["Keflavík campus", .text(reason), "$1.23 M"])
        #expect(
            table.plain(maxWidth: 50) == """
                Site             Why                          Cost
                ───────────────  ────────────────────────  ───────
                Keflavík campus  cheap hydropower within…  $1.23 M

                """)
        #expect(table.plain(maxWidth: 1).contains("Keflaví…  cheap h…  $1.23 M\n"))
        #expect(
            table.plain(style: TerminalStyle(colour: .plain, ascii: true), maxWidth: 50)
                .contains("  cheap hydropower with...  "))
    }

    @Test("Decimal points stand below each other, whatever follows the number")
    func decimalPoints() {
        let aligned = TextTable.alignedAtPoint(["1.25", "10", "0.1 %", "–", "", "7 ms"])
        #expect(aligned == ["1.25 ", "10    ", "0.1 %", "–    ", "", "7 ms "])
    }

    @Test("Control characters and reordering marks of a name never reach the terminal")
    func hostileNames() {
        var table = TextTable(columns: [.init("Site\u{07}"), .init("Id")])
        table.append(["\u{1B}[31mred\u{9B}2J\r\nx\u{7F}", "abc\u{202E}def\u{2028}"])
        let text = table.plain()
        #expect(text.contains("�[31mred�2J��x�"))
        #expect(text.contains("abc�def�"))
        let unsafe = text.unicodeScalars.filter(\.isUnsafeInTerminal)
        #expect(unsafe.allSatisfy { $0 == "\n" })
    }

    @Test("A table without rows or columns is still a table")
    func empty() {
        #expect(TextTable(columns: [.init("Site")]).plain() == "Site\n────\n")
        #expect(TextTable(columns: []).plain() == "\n")
    }

    @Test("All lines of 300 random tables have one display width, and fit where they can")
    func equalWidths() {
        let letters = Array("ab cdé貴🇮🇸👩🏽‍🚀\u{1B}|.,1-–서\u{301}").map(String.init)
        let alignments: [TextAlignment] = [.left, .right, .decimal]
        var generator = TextTestGenerator(seed: 4)
        for round in 0..<300 {
            let count = 1 + round % 6
            var table = TextTable(
                columns: (0..<count).map { index in
                    var column = TextTable.Column("c", alignment: alignments[index % 3])
                    column.header = (0..<Int.random(in: 0...3, using: &generator)).map { "h\($0)" }
                    return column
                })
            func cells() -> [TextTable.Cell] {
                (0..<count).map { index in
                    if index % 3 == 2 {
                        return .number(generator.double(exponents: -3...6), in: .megawatts)
                    }
                    let length = Int.random(in: 0...(index == 0 ? 60 : 12), using: &generator)
                    let parts = (0..<length).map { _ in letters.randomElement(using: &generator) }
                    return .text(parts.compactMap { $0 }.joined())
                }
            }
            for _ in 0..<Int.random(in: 0...6, using: &generator) { table.append(cells()) }
            if round.isMultiple(of: 2) { table.setTotal(cells()) }
            let style = TerminalStyle(colour: .plain, ascii: round.isMultiple(of: 5))
            let widths = table.lines(style: style, maxWidth: 100).map { DisplayWidth.of($0.text) }
            #expect(Set(widths).count == 1)
            #expect(widths.allSatisfy { $0 <= 100 })
        }
    }
}
