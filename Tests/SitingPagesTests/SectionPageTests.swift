import Siting
import Testing
import Typesetting

@testable import SitingPages
@testable import SitingReports

@Suite("Pages of sections")
struct SectionPageTests {
    private static let run = Run(
        program: "sitewise 0.1.0", command: ["sitewise", "diff", "a b.json", "it's.json"])

    private static var page: String {
        var table = TextTable(columns: [
            .init("Site"), .init("Capacity", "MW", alignment: .right),
        ])
        table.append(["Keflavík", .number("12", value: 12)])
        table.setTotal(["Total", .number("12", value: 12)])
        let sections = [
            PlanSection(
                title: "What changed",
                blocks: [
                    .paragraph("under a < b.", lead: .init(word: "Optimal", tone: .good)),
                    .list([.init(text: "one", detail: "its remedy")]),
                ]),
            PlanSection(title: "Sites", blocks: [.table(table)]),
            PlanSection(title: nil, blocks: [.paragraph("the end")]),
        ]
        return SectionPage.html(title: "A & B", sections: sections, run: run)
    }

    @Test("a section has a heading that names it")
    func headings() {
        #expect(Self.page.contains("<h1>A &amp; B</h1>"))
        #expect(
            Self.page.contains(
                "<section id=\"part-1\" aria-labelledby=\"part-1-heading\">"
                    + "<h2 id=\"part-1-heading\">What changed</h2>"))
    }

    @Test("what comes before the first title of its own comes before the contents")
    func lead() throws {
        let blocks = [PlanBlock.paragraph("changed", lead: .init(word: "So", tone: .plain))]
        let page = SectionPage.html(
            title: "T",
            sections: [
                PlanSection(title: "T", blocks: blocks),
                PlanSection(title: "Sites", blocks: blocks),
            ], run: Self.run)
        let verdict = try #require(page.firstRange(of: "<strong>So</strong>"))
        let contents = try #require(page.firstRange(of: "<nav "))
        #expect(verdict.upperBound < contents.lowerBound)
        #expect(!page.contains("<h2 id=\"part-1-heading\">"))
        #expect(page.contains("<h2 id=\"part-2-heading\">Sites</h2>"))
    }

    @Test("paragraphs, lists and details keep their order and are escaped")
    func blocks() {
        #expect(
            Self.page.contains(
                "<p class=\"lead good\"><strong>Optimal</strong> under a &lt; b.</p>"
                    + "<ul><li>one<p class=\"detail\">its remedy</p></li></ul>"))
    }

    @Test("a table has a caption, heads with a scope, a total, and a region that takes the focus")
    func table() {
        let expected =
            "<div class=\"scroll\" role=\"region\" aria-label=\"Sites\" tabindex=\"0\"><table class=\"short\">"
            + "<caption class=\"heard\">Sites</caption><thead><tr><th scope=\"col\">Site</th>"
            + "<th scope=\"col\" class=\"figures\">Capacity<span class=\"unit\"> MW</span></th>"
            + "</tr></thead><tbody><tr><th scope=\"row\">Keflavík</th>"
            + "<td class=\"figures\">12</td></tr></tbody><tfoot><tr><th scope=\"row\">Total</th>"
            + "<td class=\"figures\">12</td></tr></tfoot></table></div>"
        #expect(Self.page.contains(expected))
    }

    @Test("the command is quoted for a shell where it has to be")
    func command() {
        #expect(
            Self.page.contains(
                "<code>sitewise diff &#39;a b.json&#39; &#39;it&#39;\\&#39;&#39;s.json&#39;</code>"
            ))
    }

    @Test("contents link to every part with a title")
    func contents() {
        for id in ["part-1", "part-2", "again"] {
            #expect(Self.page.contains("<a href=\"#\(id)\">"))
        }
        #expect(!Self.page.contains("href=\"#part-3\""))
    }
}
