import Foundation
import Testing
import Typesetting

@testable import Charting

@Suite("Markup of charts")
struct ChartMarkupTests {
    @Test("Coordinates have two decimals and are never -0, an exponent or NaN")
    func numbers() {
        let texts: [(Double, String)] = [
            (0, "0"), (-0.0, "0"), (-0.001, "0"), (1.005, "1"), (1.05, "1.05"), (12.3, "12.3"),
            (-1.5, "-1.5"), (-0.25, "-0.25"), (1e-9, "0"), (123_456.789, "123456.79"),
            (.nan, "0"), (.infinity, "0"), (-1e300, "-10000000"),
        ]
        for (value, text) in texts { #expect(SVGNumber.text(value) == text) }
    }

    @Test(
        "Text and attributes show as written and open no markup",
        arguments: [
            "<script>alert(1)</script>", "\" onload=\"x", "' x='", "]]>", "&lt;", "a\u{0}b",
        ])
    func escaping(text: String) {
        let markup = SVGElement("text", ["class": .text(text)], text: text).markup
        let inside = markup.dropFirst("<text class=\"".count).dropLast("</text>".count)
        #expect(inside.filter { $0 == "\"" }.count == 1)
        #expect(inside.filter { $0 == ">" }.count == 1)
        #expect(!inside.contains("<") && !inside.contains("'") && !inside.contains("\u{0}"))
    }

    @Test("Attributes keep the order in which they were given")
    func order() {
        let element = SVGElement("a", ["z": 1, "b": 2.5, "c": "x"]).with("a", 0).with("q", nil)
        #expect(element.markup == "<a z=\"1\" b=\"2.5\" c=\"x\" a=\"0\"/>")
    }

    @Test("Ids hold nothing that markup, selectors or URLs would read")
    func ids() {
        #expect(SVGText.identifier("a b\"<é>/1") == "chart-a-b-----1")
    }

    @Test("Every chart is well-formed XML with no coordinate out of form", arguments: names)
    func wellFormed(name: String) throws {
        let text = try #require(document(name))
        #expect(!text.contains("NaN") && !text.contains("inf\""))
        #expect(text.firstMatch(of: /="-?[0-9.]+[eE]/) == nil)
        #expect(text.firstMatch(of: /-0[,"LMZ ]/) == nil)
        let parsed = ParsedMarkup(text)
        #expect(parsed.problem == nil)
        #expect(!parsed.names.contains("script"))
    }

    @Test("No two charts of a page share an id, the same one in two widths included")
    func uniqueIDs() {
        let all = ChartFixtures.all.filter { !$0.name.hasSuffix("-narrow") }
        let page = all.flatMap { [$0.chart.svg(width: 1040), $0.chart.svg(width: 320)] }
        let ids = page.flatMap { ParsedMarkup($0).ids }
        // The element, its title and its description.
        #expect(ids.count == 3 * page.count)
        #expect(Set(ids).count == ids.count)
    }

    @Test("Every chart has its name, its description and a table for screen readers")
    func accessible() throws {
        for (name, chart, width) in ChartFixtures.all {
            let text = chart.svg(width: width)
            let id = SVGText.identifier("\(chart.caption.id)-\(Int(width))")
            #expect(text.contains("<title id=\"\(id)-title\">"), "\(name)")
            #expect(text.contains("<desc id=\"\(id)-desc\">"), "\(name)")
            #expect(text.contains("aria-labelledby=\"\(id)-title\""), "\(name)")
            #expect(text.contains("aria-describedby=\"\(id)-desc\""), "\(name)")
            let role = chart.isInteractive ? "group" : "img"
            #expect(text.contains("role=\"\(role)\""), "\(name)")
            let table = try #require(chart.tables.first, "\(name)")
            #expect(!table.table.rows.isEmpty, "\(name)")
        }
    }

    static let names = ChartFixtures.all.map(\.name)

    private func document(_ name: String) -> String? {
        ChartFixtures.all.first { $0.name == name }?.chart.document(width: 720)
    }
}
