import Foundation
import Siting
import Testing

@testable import SitingPages

@Suite("Placement pages")
struct PlacementPageTests {
    private static let land = [
        [
            Coordinate(latitude: 0, longitude: 0), Coordinate(latitude: 10, longitude: 0),
            Coordinate(latitude: 10, longitude: 10),
        ]
    ]

    private static func page(_ report: PlacementReport) -> String {
        PlacementPage.html(of: report, land: land)
    }

    @Test("a page has its parts in the order in which planners read")
    func order() throws {
        let tags = try MarkupReader(Self.page(PageFixtures.report())).tags
        let sections = tags.filter { $0.name == "section" }.compactMap { $0.attributes["id"] }
        #expect(
            sections.filter { !$0.hasPrefix("regret") } == [
                "tiles", "map", "policies", "curve", "capacity", "round-trips", "limits", "reasons",
                "sites-out", "everyday", "assumptions", "left-out", "provenance", "sources",
                "certificate", "again",
            ])
    }

    @Test("a page has one heading of the first level, and no level is left out")
    func headings() throws {
        let tags = try MarkupReader(Self.page(PageFixtures.report())).tags
        let levels = tags.filter { !$0.isEnd }.compactMap { tag -> Int? in
            tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
        }
        #expect(levels.count { $0 == 1 } == 1)
        #expect(levels.first == 1)
        for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }

    @Test("ids are unique, and whatever refers to one finds it")
    func references() throws {
        let reader = try MarkupReader(Self.page(PageFixtures.report()))
        let ids = reader.values("id")
        #expect(Set(ids).count == ids.count)
        let links = reader.values("href").filter { $0.hasPrefix("#") }.map {
            String($0.dropFirst())
        }
        #expect(links.count > 10)
        let named = ["aria-labelledby", "aria-describedby"].flatMap(reader.values)
        for id in links + named { #expect(ids.contains(id), "nothing has the id \(id)") }
    }

    @Test("regions have names of their own")
    func regions() throws {
        let names = try MarkupReader(Self.page(PageFixtures.report())).tags
            .filter { $0.attributes["role"] == "region" }.compactMap { $0.attributes["aria-label"] }
        #expect(names.count > 8)
        #expect(Set(names).count == names.count)
    }

    @Test("a page asks for nothing and runs nothing, and says so to the browser")
    func loadsNothing() throws {
        let page = Self.page(PageFixtures.report())
        let reader = try MarkupReader(page)
        #expect(
            page.contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;")
        )
        #expect(reader.values("src").isEmpty)
        #expect(reader.values("href").allSatisfy { $0.hasPrefix("#") || $0 == "data:," })
        #expect(!page.contains("url("))
        #expect(!page.contains("@import"))
        #expect(!reader.tags.contains { ["script", "iframe", "object", "img"].contains($0.name) })
    }

    @Test("a chart is drawn for wide and for narrow screens, each with ids of its own")
    func variants() throws {
        let ids = try MarkupReader(Self.page(PageFixtures.report())).values("id")
        for name in ["world-map", "frontier", "capacity", "round-trips"] {
            #expect(ids.contains("chart-\(name)-860"))
            #expect(ids.contains("chart-\(name)-340"))
        }
    }

    @Test("every chart has its figures as tables behind it")
    func tables() {
        let page = Self.page(PageFixtures.report())
        #expect(page.components(separatedBy: "Figures behind this chart").count == 5)
        #expect(page.contains("<caption>Behind the chart: Sites</caption>"))
    }

    @Test("no name from a file becomes markup", arguments: PageFixtures.hostile)
    func hostile(_ name: String) throws {
        let safe = try MarkupReader(Self.page(PageFixtures.report()))
        let page = Self.page(PageFixtures.report(names: { "\(name)\($0)" }))
        let reader = try MarkupReader(page)
        // The same elements with the same attributes: texts and values alone differ. Drawings may break
        // a long title over more lines.
        let isOurs = { (tag: MarkupReader.Tag) in !["text", "tspan"].contains(tag.name) }
        #expect(reader.tags.filter(isOurs).map(\.name) == safe.tags.filter(isOurs).map(\.name))
        let keys = Set(safe.tags.flatMap(\.attributes.keys))
        #expect(Set(reader.tags.flatMap(\.attributes.keys)).isSubset(of: keys))
        for scalar: Unicode.Scalar in ["\u{0}", "\u{202E}", "\u{2066}"] {
            #expect(!page.unicodeScalars.contains(scalar))
        }
    }

    @Test("the same report makes the same bytes")
    func deterministic() {
        #expect(Self.page(PageFixtures.report()) == Self.page(PageFixtures.report()))
    }

    @Test("a policy without a plan makes a page with the reason, and without charts")
    func infeasible() throws {
        let page = Self.page(PageFixtures.infeasible())
        let reader = try MarkupReader(page)
        #expect(page.contains("<strong>Infeasible</strong>"))
        #expect(page.contains("100\u{A0}MW of work and 30\u{A0}MW of room"))
        #expect(page.contains("raise limit_mw"))
        #expect(!reader.tags.contains { $0.name == "svg" })
        // Others have one.
        #expect(reader.values("id").contains("policies"))
    }

    @Test("a page names licence and citation of its sources")
    func sources() {
        let page = Self.page(PageFixtures.report())
        #expect(
            page.contains(
                "<strong>grids</strong>: Yearly grid data<p class=\"detail\">A publisher. "
                    + "Grid data (2026). Licence: ODbL 1.0</p>"))
    }

    @Test("why there is no curve is said in its place")
    func withoutCurve() {
        let page = Self.page(
            PageFixtures.report(change: { $0.curve = .meaningless("the scenario has no requests") })
        )
        #expect(page.contains("<p>No trade-off curve: the scenario has no requests.</p>"))
    }
}
