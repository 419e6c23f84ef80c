import Foundation
import Testing

/// Input that must be refused, where, and with which words.
struct BadInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var changes: [String: String] = [:]
    var tables: [String: String] = [:]
    /// Like `plan.yaml:4:29`.
    let place: String
    let words: String

    static func change(
        _ name: String, _ section: String, _ text: String, _ place: String, _ words: String
    ) -> BadInput {
        BadInput(
            testDescription: name, changes: [section: text], place: "plan.yaml:\(place)",
            words: words)
    }

    /// A markets table with something wrong.
    static func table(
        _ name: String, _ text: String, _ place: String, _ words: String
    ) -> BadInput {
        BadInput(
            testDescription: name, tables: ["markets.csv": text], place: "markets.csv:\(place)",
            words: words)
    }
}

@Suite("Bad input")
struct BadInputTests {
    private static let header = "id,name,country,latitude,longitude,users\n"

    private static func job(_ energy: String) -> String {
        "{llm: {it_mwh: \(energy), peak_mw: 2, start: 2026-02-01, end: 2026-03-31}}"
    }

    private static let scenarios: [BadInput] = [
        .change("not YAML", "sites", "{from: [", "5:1", "not valid YAML"),
        .change("tab", "sites", "\n\tfrom: sites.csv", "4:1", "tab"),
        .change("unknown key", "polices", "{}", "8:1", "did you mean 'policies'?"),
        .change("wrong type", "jobs", "[1, 2]", "6:7", "must be"),
        .change("text for a number", "jobs", job("many"), "6:22", "not 'many'"),
        .change("unit in a value", "jobs", job("1000 MWh"), "6:22", "not '1000 MWh'"),
        .change(
            "unit of another key", "jobs",
            "{llm: {it_gwh: 1, peak_mw: 2, start: 2026-02-01, end: 2026-03-31}}", "6:14",
            "this quantity is given in MWh"),
        .change("negative", "jobs", job("-5"), "6:22", "not '-5'"),
        .change("NaN", "jobs", job(".nan"), "6:22", "not '.nan'"),
        .change("NaN as a word", "jobs", job("nan"), "6:22", "not 'nan'"),
        .change("infinite", "jobs", job(".inf"), "6:22", "not '.inf'"),
        .change("beyond a double", "jobs", job("1e999"), "6:22", "1e999"),
        .change("beyond sense", "jobs", job("1e308"), "6:22", "1e308"),
        .change("unknown country", "rules", "{r: {closed: {sites: XX}}}", "8:29", "'XX'"),
        .change(
            "unknown site", "rules", "{r: {closed: {sites: {id: guan}}}}", "8:34",
            "did you mean 'guian'?"),
        .change(
            "unknown rule", "policies", "{p: {minimise: cost, rules: eu}}", "7:39",
            "unknown rule 'eu'"),
        .change("no policy", "policies", "{}", "7:11", "at least one policy"),
        .change("missing table", "markets", "{from: market.csv}", "4:17", "market"),
        .change("no CSV", "markets", "{from: plan.yaml}", "4:17", "path of a .csv file"),
    ]

    private static let tables: [BadInput] = [
        .table("empty file", "", "1:1", "empty"),
        .table("no rows", header, "1:1", "no rows"),
        .table("duplicate id", header + "a,A,FR,1,2,3\na,B,FR,1,2,3\n", "3:1", "'a'"),
        .table("unknown country", header + "a,A,XX,1,2,3\n", "2:5", "unknown country 'XX'"),
        .table("latitude", header + "a,A,FR,95,2,3\n", "2:8", "between -90 and 90, not 95"),
        .table("longitude", header + "a,A,FR,5,-181,3\n", "2:10", "between -180 and 180"),
        .table("not an id", header + "A b,A,FR,1,2,3\n", "2:1", "identifier"),
        .table("ragged", header + "a,A,FR,1,2\n", "2:1", "row has 5 fields, the header has 6"),
        .table("open quote", header + "a,\"A,FR,1,2,3\n", "2:3", "never closed"),
        .table("negative users", header + "a,A,FR,1,2,-3\n", "2:12", "not -3"),
        .table("NaN users", header + "a,A,FR,1,2,nan\n", "2:12", "not 'nan'"),
        .table("no users", header + "a,A,FR,1,2,\n", "2:12", "not empty"),
        .table("unknown column", "idd,name\na,A\n", "1:1", "idd"),
        .table("NUL", header + "a,A\0,FR,1,2,3\n", "2:4", "NUL"),
    ]

    @Test("it is refused with 65, its place, its line and a caret", arguments: scenarios + tables)
    func refused(_ input: BadInput) throws {
        let run = try Draft.run("place", changes: input.changes, tables: input.tables)
        #expect(run.status == 65)
        #expect(run.stdout.isEmpty)
        let lines = run.stderr.split(separator: "\n").map(String.init)
        let found = try #require(
            lines.firstIndex { $0.hasPrefix("\(input.place): error: ") }, "\(run.stderr)")
        let report = lines[found...]
        #expect(report.joined(separator: "\n").contains(input.words), "\(run.stderr)")
        guard !["empty file", "NUL"].contains(input.testDescription) else { return }
        #expect(report.dropFirst().first?.contains(" | ") == true, "\(run.stderr)")
        #expect(report.dropFirst(2).first?.contains("^") == true, "\(run.stderr)")
    }

    @Test(
        "a scenario that is not there, or no file, is refused by name",
        arguments: [
            ("gone.yaml", "there is no such file"), ("plan.yml", "did you mean 'plan.yaml'?"),
            (".", "this is a directory, not a file"), ("/", "this is a directory, not a file"),
        ])
    func missing(_ path: String, _ words: String) throws {
        try withFolder(Draft.files()) { folder in
            let run = try Program.run(["place", path], in: folder)
            #expect(run.status == 65)
            #expect(run.stdout.isEmpty)
            #expect(run.stderr.hasPrefix("\(path):1:1: error: "))
            #expect(run.stderr.contains(words))
        }
    }

    @Test("bytes that are not UTF-8 are refused at their place")
    func encoding() throws {
        try withFolder(Draft.files()) { folder in
            var bytes = Data(Draft.markets.utf8)
            bytes.append(contentsOf: Array("p,Par".utf8) + [0xE9] + Array(",FR,1,2,3\n".utf8))
            try bytes.write(to: URL(fileURLWithPath: "\(folder)/markets.csv"))
            let run = try Program.run(["place", "plan.yaml"], in: folder)
            #expect(run.status == 65)
            #expect(run.stderr.hasPrefix("markets.csv:4:6: error: the text is not UTF-8"))
        }
    }

    @Test("50 MB of bad rows are refused with a bounded number of words")
    func large() throws {
        let row = "a,A,FR,1,2\n"
        let text = Self.header + String(repeating: row, count: 50_000_000 / row.utf8.count)
        let run = try Draft.run("place", tables: ["markets.csv": text])
        #expect(run.status == 65)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.hasPrefix("markets.csv:2:1: error: row has 5 fields"))
        #expect(run.stderr.utf8.count < 20_000)
    }
}

@Suite("Unusual input that is right")
struct UnusualInputTests {
    @Test(
        "line ends, byte order marks, quotes and blank lines change nothing",
        arguments: ["CRLF", "mark", "quotes", "blank lines", "no last line end"])
    func same(_ kind: String) throws {
        func changed(_ text: String) -> String {
            switch kind {
            case "CRLF": text.replacing("\n", with: "\r\n")
            case "mark": "\u{FEFF}" + text
            case "quotes": text.replacing("London", with: "\"London\"")
            case "blank lines": text + "\n\n"
            default: String(text.dropLast())
            }
        }
        let plain = try Draft.run("place", "--format", "csv")
        var files = Draft.files()
        for (name, text) in files { files[name] = changed(text) }
        try withFolder(files) { folder in
            let run = try Program.run(["place", "plan.yaml", "--format", "csv"], in: folder)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout == plain.stdout)
        }
    }

    @Test("names with commas, quotes and line breaks come through")
    func names() throws {
        let name =
            #""City ""of"" London, ""The"#
            + "\nSquare Mile\"\"\""
        let run = try Draft.run(
            "place", "--format", "json",
            tables: ["markets.csv": Draft.markets.replacing("London", with: name)])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try run.json()["status"] as? String == "optimal")
    }

    @Test("control characters in a name do not reach the terminal")
    func controls() throws {
        let run = try Draft.run(
            "place",
            tables: ["sites.csv": Draft.sites.replacing("Keflavík", with: "Kef\u{1B}[2J\u{7}lavík")]
        )
        #expect(run.status == 0)
        #expect(!run.stdout.contains("\u{1B}"))
        #expect(!run.stdout.contains("\u{7}"))
    }
}
