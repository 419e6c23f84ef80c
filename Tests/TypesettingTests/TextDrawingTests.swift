import Testing

@testable import Typesetting

@Suite("Bars and sparklines")
struct TextDrawingTests {
    private static let ascii = TerminalStyle(colour: .plain, ascii: true)

    @Test(
        "A bar is as long as its share, in eighths of a column; in ASCII in halves",
        arguments: [
            (1, "████", "####"), (0.5, "██", "##"), (0.53125, "██▏", "##"), (0.65625, "██▋", "##="),
            (0.25, "█", "#"), (0.001, "▏", "="),
        ] as [(Double, String, String)])
    func lengths(share: Double, bar: String, ascii: String) {
        #expect(TextDrawing.bar(share, width: 4) == bar)
        #expect(TextDrawing.bar(share, width: 4, style: Self.ascii) == ascii)
    }

    @Test(
        "What is missing, no number, zero or below draws no bar; what is beyond the whole fills it",
        arguments: [
            (nil, ""), (.nan, ""), (0, ""), (-0.0, ""), (-3, ""), (-.infinity, ""),
            (1.5, "████"), (.infinity, "████"), (1e300, "████"), (.leastNonzeroMagnitude, "▏"),
        ] as [(Double?, String)])
    func edges(share: Double?, bar: String) {
        #expect(TextDrawing.bar(share, width: 4) == bar)
        #expect(TextDrawing.bar(share, width: 0) == "")
        #expect(TextDrawing.bar(share, width: -1) == "")
    }

    @Test("A sparkline has one character a share: the lowest for nothing, a gap for a missing one")
    func sparkline() {
        let shares: [Double?] = [0, 0.001, 0.5, 1, nil, .nan, -1, 2, .infinity]
        #expect(TextDrawing.sparkline(shares) == "▁▂▅█  ▁██")
        #expect(TextDrawing.sparkline(shares, style: Self.ascii) == "_.-'  _''")
        #expect(TextDrawing.sparkline([]) == "")
    }

    private static func table(_ bars: TextTable.Column = .bars()) -> TextTable {
        var table = TextTable(columns: [
            .init("Site"), .init("Capacity", "MW", alignment: .right), bars, .init("Country"),
        ])
        table.append(["Keflavík", .count(400), .bar(1), "IS"])
        table.append(["貴安", .count(120), .bar(0.3), "CN"])
        table.append(["Gone", .count(0), .bar(nil), "FR"])
        table.setTotal(["Total", .count(520), "", ""])
        return table
    }

    @Test("Bars stand in a column of their own, without one for the total")
    func column() {
        #expect(
            Self.table().plain() == """
                          Capacity
                Site            MW              Country
                ────────  ────────  ──────────  ───────
                Keflavík       400  ██████████  IS
                貴安           120  ███         CN
                Gone             0              FR
                ────────  ────────  ──────────  ───────
                Total          520

                """)
        #expect(Self.table().plain(style: Self.ascii).contains("400  ##########  IS\n"))
    }

    @Test("Bars give way before any name is cut: shorter first, and below three columns not at all")
    func narrow() {
        let text = Self.table().plain(maxWidth: 35)
        #expect(text.contains("Keflavík       400  ██████  IS\n"))
        #expect(Self.table().plain(maxWidth: 32).contains("Keflavík       400  ███  IS\n"))
        #expect(Self.table().plain(maxWidth: 31).contains("Keflavík       400  IS\n"))
        #expect(Self.table().plain(maxWidth: 31) == Self.table().withoutDrawings.plain())
        #expect(Self.table().naturalWidth() == 27)
    }

    @Test("Of several drawings the last gives way first, and the others share what is left")
    func several() {
        var table = TextTable(columns: [
            .init("A"), .bars(), .init("B"), .bars(), .sparklines("Bars", of: 2),
        ])
        table.append(["a", .bar(1), "b", .bar(1), .sparkline([0, 1])])
        #expect(table.plain(maxWidth: 36).contains("a  ██████████  b  ██████████  ▁█\n"))
        #expect(table.plain(maxWidth: 25).contains("a  ██████  b  █████  ▁█\n"))
        #expect(table.plain(maxWidth: 16).contains("a  ████  b  ████\n"))
        #expect(table.plain(maxWidth: 12).contains("a  ██████  b\n"))
        #expect(table.plain(maxWidth: 8).contains("a  b\n"))
    }

    @Test("Markdown and CSV have no drawings, and no column for them")
    func elsewhere() {
        let bare = Self.table().withoutDrawings
        #expect(bare.columns.count == 3)
        #expect(Self.table().markdown() == bare.markdown())
        #expect(Self.table().csv() == bare.csv())
        #expect(Self.table().csv().hasPrefix("Site,Capacity MW,Country\nKeflavík,400,IS\n"))
    }

    @Test("On a terminal bars are coloured, spaces and figures are not")
    func colour() {
        let text = Self.table().plain(style: TerminalStyle(colour: .ansi, ascii: false))
        #expect(text.contains("400  \u{1B}[36m██████████\u{1B}[0m  IS\n"))
        #expect(text.contains("120  \u{1B}[36m███\u{1B}[0m         CN\n"))
        #expect(text.contains("  0              FR\n"))
    }

    @Test(
        "Names of any script align by the columns they take",
        arguments: [
            ("Keflavík", 8), ("Keflavi\u{301}k", 8), ("São Paulo", 9), ("Sa\u{303}o Paulo", 9),
            ("貴安", 4), ("Guì'ān 貴安", 11), ("नई दिल्ली", 6), ("القاهرة", 7), ("서울", 4),
            ("\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}", 4), ("ソウル", 6), ("👩🏽‍🚀 Base", 7),
            ("🇮🇸", 2), ("☁️", 2), ("Łódź", 4),
        ])
    func scripts(_ name: String, columns: Int) {
        var table = Self.table()
        table.append([.text(name), .count(7), .bar(0.5), "XX"])
        let fill = String(repeating: " ", count: max(8, columns) - columns)
        #expect(table.plain().contains("\n\(name)\(fill)         7  █████       XX\n"))
    }

    @Test("A wide name is cut at a character, and what follows stays in its column")
    func cutWide() {
        var table = TextTable(columns: [.init("Site"), .init("MW", alignment: .right)])
        table.append(["貴安新区数据中心", .count(7)])
        table.append([.text(String(repeating: "e\u{301}", count: 10)), .count(8)])
        let lines = table.plain(maxWidth: 12).split(separator: "\n")
        #expect(lines[2] == "貴安新…    7")
        #expect(lines[3] == "\(String(repeating: "e\u{301}", count: 7))…   8")
    }
}
