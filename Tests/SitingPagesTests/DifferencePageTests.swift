import Siting
import SitingPages
import Testing

@Suite("Pages of differences")
struct DifferencePageTests {
    private static func run(_ file: String, _ scenario: String, _ capacity: Double) -> StoredRun {
        let site = SitePlan(
            id: "a", name: "<b>", country: "FR", capacity: capacity, built: capacity, training: 0,
            inference: 8760, energy: 8760, emissions: 1, cost: 1, water: 0, utilisation: 0.5,
            carbonGramsPerKilowattHour: nil, priceDollarsPerMegawattHour: nil)
        let plan = Plan(
            scenario: scenario, file: "s.yaml", policy: "cheapest", status: .optimal,
            totals: Totals(cost: 1, capacity: capacity), sites: [site])
        return StoredRun(
            file: file, madeBy: nil, entries: [.init(name: "cheapest", plan: plan)])
    }

    private static let page = DifferencePage.html(
        of: RunDifference(
            from: run("a.json", "S", 2), to: run("b.json", "<script>alert(1)</script>", 3)),
        run: Run(program: "sitewise 0.1.0", command: ["sitewise", "diff", "a.json", "b.json"]))

    @Test("the page has one heading, the verdict, and the sites that changed")
    func content() {
        #expect(Self.page.ranges(of: "<h1").count == 1)
        #expect(Self.page.contains("1\u{A0}site changes size"))
        #expect(Self.page.contains("Sites that changed (1)</h2>"))
        #expect(Self.page.contains("<code>sitewise diff a.json b.json</code>"))
    }

    @Test("names from files are text, in the title too, and nothing is loaded")
    func harmless() {
        #expect(!Self.page.contains("<script>alert"))
        #expect(!Self.page.contains("<b>"))
        #expect(Self.page.contains("&lt;script&gt;alert(1)&lt;/script&gt; (s.yaml): what changed"))
        for word in [" src=", "url(", "@import", "href=\"http"] {
            #expect(!Self.page.contains(word), "\(word)")
        }
    }
}
