import Foundation
import Testing

@Suite("Formats of a plan")
struct FormatTests {
    /// A share rule that makes all three sites carry work.
    private static let spread = [
        "rules": "{spread: {share: {of: site, max: 40%}}}",
        "policies": "{p: {minimise: cost, rules: spread}}",
    ]

    private func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("lines of a table have at most 100 columns, or as many as COLUMNS says")
    func widths() throws {
        for (columns, widest) in [("", 100), ("80", 80), ("1000", 100), ("none", 100)] {
            try withFolder(Draft.files(Self.spread)) { folder in
                let run = try Program.run(
                    ["place", "plan.yaml"], in: folder,
                    environment: columns.isEmpty ? [:] : ["COLUMNS": columns])
                #expect(run.status == 0)
                let long = lines(run.stdout).filter { width($0) > widest }
                #expect(long.isEmpty, "COLUMNS=\(columns)")
            }
        }
    }

    @Test("so have those of the world")
    func worldWidths() throws {
        let run = try Program.run(["place"], environment: ["COLUMNS": "80"])
        #expect(run.status == 0)
        #expect(lines(run.stdout).filter { width($0) > 80 }.isEmpty)
    }

    @Test("what is no terminal gets no escape codes, whatever TERM and NO_COLOR say")
    func colours() throws {
        for variables in [["TERM": "xterm-256color"], ["NO_COLOR": "1"], ["CLICOLOR_FORCE": "1"]] {
            try withFolder(Draft.files()) { folder in
                let run = try Program.run(
                    ["place", "plan.yaml"], in: folder, environment: variables)
                #expect(!run.stdout.contains("\u{1B}"))
                let failed = try Program.run(
                    ["place", "gone.yaml"], in: folder, environment: variables)
                #expect(!failed.stderr.contains("\u{1B}"))
            }
        }
    }

    @Test("names in any script keep the columns of a table straight")
    func alignment() throws {
        let run = try Draft.run("place", changes: Self.spread)
        let all = lines(run.stdout)
        let title = try #require(all.firstIndex(of: "Sites used (3)"))
        let rows = all[(title + 1)...].prefix { !$0.isEmpty }
        let head = try #require(rows.first { $0.hasPrefix("Site ") })
        let start = try #require(head.range(of: "In ")).lowerBound
        let names = ["Keflavík": "IS", "São Paulo": "BR", "貴安": "CN"]
        for (name, country) in names {
            let row = try #require(rows.first { $0.hasPrefix(name) })
            let place = try #require(row.range(of: " \(country) ")).lowerBound
            #expect(width(row[..<place]) + 1 == width(head[..<start]), "\(name)")
        }
        #expect(Set(rows.dropFirst(2).filter { $0.hasPrefix("─") }.map(width)).count == 1)
    }

    @Test("numbers have no exponent, not even in the certificate, and zero has no sign")
    func numbers() throws {
        for changes in [[:], Self.spread] {
            for format in ["table", "markdown"] {
                let run = try Draft.run("place", "--format", format, changes: changes)
                #expect(run.stdout.contains("Certificate:"))
                #expect(!run.stdout.contains(/\de[+-]?\d/))
                #expect(!run.stdout.contains(/-0(\.0*)?(?![.0-9])/))
                #expect(!run.stdout.contains(/\b(nan|inf)\b/.ignoresCase()))
            }
        }
    }

    @Test("CSV has one row for each site and quotes what needs it")
    func csv() throws {
        let quoted = Draft.sites.replacing("São Paulo", with: #""São ""Paulo"", SP""#)
        let run = try Draft.run(
            "place", "--format", "csv", changes: Self.spread, tables: ["sites.csv": quoted])
        #expect(run.status == 0)
        let rows = lines(run.stdout)
        #expect(rows.count == 5)
        #expect(rows.last == "")
        #expect(rows[0].hasPrefix("id,name,country,capacity_mw,"))
        let row = try #require(rows.first { $0.hasPrefix("sao_paulo,") })
        #expect(row.hasPrefix(#"sao_paulo,"São ""Paulo"", SP",BR,"#))
        let counts = rows.filter { !$0.isEmpty && !$0.contains("\"") }
            .map { $0.count { $0 == "," } }
        #expect(Set(counts).count == 1)
    }

    @Test("CSV and JSON agree on every site")
    func agreement() throws {
        let csv = try Draft.run("place", "--format", "csv", changes: Self.spread)
        let plan = try Draft.run("place", "--format", "json", changes: Self.spread).json()
        let sites = try #require(plan["sites"] as? [[String: Any]])
        let rows = lines(csv.stdout).dropFirst().filter { !$0.isEmpty }
        #expect(sites.count == 3)
        #expect(rows.count == 3)
        for (site, row) in zip(sites, rows) {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            #expect(site["id"] as? String == String(fields[0]))
            for (key, field) in [("capacity_mw", fields[3]), ("cost_usd", fields[9])] {
                let value = try #require(site[key] as? Double)
                // Foundation's reader of JSON may be off by a last digit.
                #expect(abs(value - (Double(field) ?? .nan)) <= 1e-14 * value, "\(key)")
            }
        }
    }

    @Test("the sum of the sites is the total, in every measure")
    func sums() throws {
        let plan = try Draft.run("place", "--format", "json", changes: Self.spread).json()
        let totals = try #require(plan["totals"] as? [String: Any])
        let sites = try #require(plan["sites"] as? [[String: Any]])
        let pairs = [
            ("cost_usd", "cost_usd_per_year"), ("emissions_t", "emissions_t_per_year"),
            ("water_m3", "water_m3_per_year"), ("energy_mwh", "energy_mwh_per_year"),
            ("capacity_mw", "capacity_mw"),
        ]
        for (part, whole) in pairs {
            let sum = sites.compactMap { $0[part] as? Double }.reduce(0, +)
            let total = try #require(totals[whole] as? Double)
            #expect(abs(sum - total) <= 1e-9 * max(1, abs(total)), "\(whole)")
        }
        let objective = try #require(plan["objective"] as? Double)
        let cost = try #require(totals["cost_usd_per_year"] as? Double)
        #expect(abs(objective - cost) <= 1e-9 * cost)
    }

    @Test("Markdown has headings and tables of equal columns")
    func markdown() throws {
        let run = try Draft.run("place", "--format", "markdown", changes: Self.spread)
        #expect(run.status == 0)
        let text = lines(run.stdout)
        #expect(text[0] == "# Draft (plan.yaml)")
        #expect(text.contains("## Sites used (3)"))
        for (index, line) in text.enumerated() where line.contains(/^\|[ :|-]+\|$/) {
            let bars = line.count { $0 == "|" }
            let table = text[(index - 1)...].prefix { $0.hasPrefix("|") }
            #expect(table.count > 2)
            #expect(table.allSatisfy { $0.replacing("\\|", with: "").count { $0 == "|" } == bars })
        }
    }

    @Test("an ASCII locale gets ASCII rules and keeps the names")
    func ascii() throws {
        try withFolder(Draft.files(Self.spread)) { folder in
            let run = try Program.run(
                ["place", "plan.yaml"], in: folder, environment: ["LC_ALL": "C"])
            #expect(run.status == 0)
            let names: Set<Character> = ["í", "ã", "貴", "安"]
            #expect(run.stdout.allSatisfy { $0.isASCII || names.contains($0) })
            #expect(run.stdout.contains("Keflavík"))
        }
    }
}
