import Typesetting
import Testing

@Suite("Display width")
struct TextDisplayWidthTests {
    @Test(
        "A text is as wide as a terminal shows it",
        arguments: [
            ("", 0), ("Boden", 5), ("Keflav\u{ED}k", 8), ("Keflavi\u{301}k", 8), ("São Paulo", 9),
            ("貴安", 4), ("東京（東）", 10), ("서울", 4), ("\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}", 4),
            ("ｱｲ", 2), ("ＡＢ", 4), ("🇮🇸", 2), ("👩🏽‍🚀", 2), ("❤️", 2), ("❤", 1), ("⚡", 2),
            ("a\u{FE0F}", 1),
            ("𠀀", 2), ("दिल्ली", 3), ("a\u{200B}b", 2), ("\u{1B}", 0), ("a\tb\r\n", 2),
            ("–…─m³", 5), ("\u{301}", 0), ("\u{30AB}\u{3099}", 2),
        ])
    func width(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test("Padding fills up to the width and never cuts")
    func padding() {
        #expect("貴安".padded(to: 6) == "貴安  ")
        #expect("貴安".padded(to: 6, alignment: .right) == "  貴安")
        #expect("1.5".padded(to: 5, alignment: .decimal) == "  1.5")
        #expect("Boden".padded(to: 3) == "Boden")
        #expect("Boden".padded(to: -3) == "Boden")
    }

    @Test("Cutting keeps whole graphemes and ends in an ellipsis")
    func cutting() {
        #expect("Keflavi\u{301}k".truncated(to: 8) == "Keflavi\u{301}k")
        #expect("Keflavi\u{301}k".truncated(to: 7) == "Keflav…")
        #expect("Keflavi\u{301}ks".truncated(to: 8) == "Keflavi\u{301}…")
        #expect("貴安新区".truncated(to: 6) == "貴安…")
        #expect("Boden".truncated(to: 1) == "…")
        #expect("Boden".truncated(to: 0) == "")
        #expect("Boden".truncated(to: -1) == "")
        #expect("Reykjanes".truncated(to: 6, ellipsis: "...") == "Rey...")
        #expect("Reykjanes".truncated(to: 2, ellipsis: "...") == "")
    }

    @Test("A text cut to a width and filled up again has that width")
    func cutAndFilled() {
        let text = "貴安 Keflavi\u{301}k 👩🏽‍🚀 São Paulo 서울"
        for width in 1...40 {
            let fitted = text.truncated(to: width).padded(to: width)
            #expect(DisplayWidth.of(fitted) == width)
        }
    }
}
