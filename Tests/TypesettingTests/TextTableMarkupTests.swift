import Typesetting
import Testing

@Suite("Tables in Markdown and CSV")
struct TextTableMarkupTests {
    @Test("Markdown has an alignment row, readable columns and a bold total")
    func markdown() {
        #expect(
            TextTableTests.example().markdown() == """
                | Site      | Capacity MW | Latency ms |
                | --------- | ----------: | ---------: |
                | Keflavík  |       1,200 |       12.5 |
                | 貴安      |          80 |        140 |
                | São Paulo |           – |          – |
                | **Total** |   **1,280** |            |

                """)
    }

    @Test(
        "A name can't become Markdown",
        arguments: [
            ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("|\u{301}", "\\|\u{301}"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("`x`", "\\`x\\`"), ("a\nb\r\nc\u{2028}d", "a b c d"),
            ("[x](http://y)", "\\[x\\](http:\u{2060}//y)"),
            ("](javascript:x)", "\\](javascript:x)"), ("www.a.b", "www\u{2060}.a.b"),
            ("@me, a@b.c, 5 @ 3", "@\u{2060}me, a@\u{2060}b.c, 5 @ 3"),
            ("#12 # a#b", "#\u{2060}12 # a#b"), ("$x$ for $5 M", "&#36;x&#36; for $5 M"),
            ("\u{202E}txt", "�txt"), ("a\rb", "a b"), ("a\0b", "a�b"),
            ("**b** _i_ ~s~", "\\*\\*b\\*\\* \\_i\\_ \\~s\\~"), ("AT&amp;T", "AT&amp;amp;T"),
            ("\u{1B}[1m", "�\\[1m"), ("  a  ", "a"), ("São Paulo", "São Paulo"),
        ])
    func escaping(name: String, escaped: String) {
        #expect(TextTable.markdownEscaped(name) == escaped)
    }

    @Test("Every Markdown line has the same number of unescaped bars")
    func bars() {
        var table = TextTable(columns: [.init("a|b"), .init("c")])
        table.append(["x\\|y", "|\n|"])
        table.append(["|\u{301}|\u{FE0F}", "\\"])
        for line in table.markdown().split(separator: "\n") {
            var bars = 0
            var isEscaped = false
            for scalar in line.unicodeScalars {
                if scalar == "|", !isEscaped { bars += 1 }
                isEscaped = scalar == "\\" && !isEscaped
            }
            #expect(bars == 3, "\(line)")
        }
    }

    @Test("CSV has keys, full numbers and no total")
    func csv() {
        #expect(
            TextTableTests.example().csv() == """
                Site,capacity_mw,Latency ms
                Keflavík,1200,12.5
                貴安,80,140
                São Paulo,,

                """)
    }

    @Test(
        "CSV fields are quoted where RFC 4180 says so, and formulas are defused",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("\"\u{301}", "\"\"\"\u{301}\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""), ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("＝1", "'＝1"), ("", ""),
            ("a=b", "a=b"), ("–", "–"), ("=\u{338}1", "'=\u{338}1"), ("  =1", "  '=1"),
            ("\u{A0}\u{200B}=1", "\u{A0}\u{200B}'=1"), ("+1+1", "'+1+1"), ("@SUM(1)", "'@SUM(1)"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("a;=1", "a;'=1"),
            ("a; \u{FEFF}+1", "a; \u{FEFF}'+1"), ("a\t@x", "a\t'@x"), ("a\r=1", "\"a\r'=1\""),
            ("a\n-1", "\"a\n'-1\""), ("\"=1", "\"\"\"=1\""), ("a\0b\u{1B}", "a�b�"),
            ("\0=1", "�'=1"), ("well-known", "well-known"), ("a, =b", "\"a, =b\""),
        ])
    func fields(text: String, field: String) {
        #expect(TextTable.csvField(text) == field)
    }

    @Test("A negative number is a number in CSV, one that is not finite an empty field")
    func numbers() {
        var table = TextTable(columns: [.init("a"), .init("b"), .init("c"), .init("d")])
        let scale = ColumnScale([-1_234_567.5], in: .megawattHours)
        table.append([
            .number(-1_234_567.5, in: .dollars), .number(-1_234_567.5, scale: scale),
            .number("?", value: .nan), .number(-0.0, in: .share),
        ])
        #expect(table.csv() == "a,b,c,d\n-1234567.5,-1.2345675,,0\n")
    }
}
