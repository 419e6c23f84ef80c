import Foundation
import Testing

@Suite("The catalogue, browsed")
struct SitesTests {
    private func ids(_ arguments: String...) throws -> [String] {
        let run = try Program.run(["sites", "--format", "csv"] + arguments)
        #expect(run.status == 0)
        return run.stdout.split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: ",").first.map(String.init) }
    }

    private func list(_ arguments: String...) throws -> [[String: Any]] {
        let run = try Program.run(["sites", "--format", "json"] + arguments)
        #expect(run.status == 0)
        let value = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
        return try #require(value as? [[String: Any]])
    }

    @Test("it has 385 sites, in every format")
    func count() throws {
        #expect(try ids().count == 385)
        #expect(try list().count == 385)
        let table = try Program.run(["sites"])
        #expect(table.stdout.contains("385 of 385 sites."))
        #expect(table.stdout.split(separator: "\n").count == 385 + 3 + 1)
        let markdown = try Program.run(["sites", "--format", "markdown"])
        #expect(markdown.stdout.split(separator: "\n").count { $0.hasPrefix("|") } == 385 + 2)
    }

    @Test("--country takes any case and more than one")
    func country() throws {
        let iceland = try list("--country", "IS")
        #expect(!iceland.isEmpty)
        #expect(iceland.allSatisfy { $0["country"] as? String == "IS" })
        #expect(try ids("--country", "is").count == iceland.count)
        let both = try list("--country", "IS", "--country", "NO")
        #expect(Set(both.compactMap { $0["country"] as? String }) == ["IS", "NO"])
    }

    @Test("--near lists the nearest first, and --within and --limit cut the list")
    func near() throws {
        let nearest = try list("--near", "64.1,-21.9")
        #expect(["reykjavik", "keflavik"].contains(nearest.first?["id"] as? String))
        let distances = nearest.compactMap { $0["distance_km"] as? Double }
        #expect(distances.count == 385)
        #expect(distances == distances.sorted())
        #expect(try ids("--near", "64.1,-21.9", "--limit", "3").count == 3)
        let close = try list("--near", "64.1,-21.9", "--within", "100")
        #expect(close.count == distances.count { $0 <= 100 })
        #expect(close.count >= 2)
        let south = try list("--near=-33.9,151.2", "--limit", "1")
        #expect(south.first?["country"] as? String == "AU")
    }

    @Test("--max-carbon and --max-price keep sites whose figure is known and small enough")
    func bounds() throws {
        for (option, key) in [
            ("--max-carbon", "carbon_g_per_kwh"), ("--max-price", "price_usd_per_mwh"),
        ] {
            let low = try list(option, "40")
            let figures = low.compactMap { ($0[key] as? [String: Any])?["value"] as? Double }
            #expect(!low.isEmpty)
            #expect(figures.count == low.count)
            #expect(figures.allSatisfy { $0 <= 40 })
        }
    }

    @Test("filters that leave nothing give an empty list, not an error")
    func nothing() throws {
        #expect(try ids("--max-carbon", "0").isEmpty)
        #expect(try list("--max-carbon", "0").isEmpty)
        let table = try Program.run(["sites", "--max-carbon", "0"])
        #expect(table.status == 0)
        #expect(table.stdout.contains("0 of 385 sites."))
    }

    @Test("a site is shown with a year and a source for every figure")
    func show() throws {
        let run = try Program.run(["sites", "show", "keflavik"])
        #expect(run.status == 0)
        let lines = run.stdout.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "Keflavík (keflavik)")
        let start = try #require(lines.firstIndex { $0.hasPrefix("Figure ") })
        let rows = lines[(start + 2)...].prefix { !$0.isEmpty }
        #expect(rows.count == 9)
        for row in rows {
            let isKnown = !row.contains("unknown")
            let end = row.split(separator: " ").last ?? ""
            let source = try #require(end.wholeMatch(of: /[a-z0-9_]+/)?.output)
            guard isKnown else {
                #expect(source == "unknown")
                continue
            }
            #expect(row.contains(#/ (20\d\d|2000-2025|undated) /#), "\(row)")
            #expect(lines.contains { $0.hasPrefix("\(source): ") }, "\(source)")
        }
    }

    @Test("a site as JSON has a source for every figure that it has")
    func showJSON() throws {
        let run = try Program.run(["sites", "show", "keflavik", "--format", "json"])
        #expect(run.status == 0)
        let site = try run.json()
        #expect(site["id"] as? String == "keflavik")
        let figures = site.values.compactMap { $0 as? [String: Any] }
        #expect(figures.count >= 3)
        for figure in figures {
            #expect(figure["value"] is Double)
            #expect((figure["source"] as? String)?.isEmpty == false)
            #expect(figure.keys.contains("year"))
        }
    }
}
