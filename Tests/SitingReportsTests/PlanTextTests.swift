import Siting
import Testing

@testable import SitingReports
import Typesetting

@Suite("Plans as text")
struct PlanTextTests {
    private func lines(
        _ plan: Plan, _ style: TerminalStyle = .plain, width: Int = 100
    ) -> [String] {
        PlanText.render(plan, style: style, width: width)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("No line is wider than the width, in Unicode and in ASCII", arguments: [80, 100, 132])
    func width(width: Int) {
        for plan in [PlanFixtures.optimal, PlanFixtures.large, PlanFixtures.infeasible] {
            for ascii in [false, true] {
                let style = TerminalStyle(colour: .plain, ascii: ascii)
                for line in lines(plan, style, width: width) {
                    #expect(DisplayWidth.of(line) <= width, "\(line)")
                }
            }
        }
    }

    @Test("The rows of a table are as wide as its rule, so its figures align")
    func aligned() {
        let all = lines(PlanFixtures.optimal)
        let starts = all.indices.filter { all[$0].hasPrefix("Site ") }
        #expect(starts.count == 1)
        for start in starts {
            let end =
                all[start...].firstIndex { $0.isEmpty || $0.hasPrefix("Drawn ") } ?? all.endIndex
            let rows = all[start..<end]
            #expect(Set(rows.map { DisplayWidth.of($0) }).count == 1)
        }
    }

    @Test("ASCII output has no symbols of ours")
    func ascii() {
        let text = PlanText.render(
            PlanFixtures.optimal, style: TerminalStyle(colour: .plain, ascii: true))
        let rest = text.unicodeScalars.filter { !$0.isASCII }
        #expect(Set(rest.map { String($0) }).isSubset(of: ["í", "貴", "安", "ã"]))
    }

    @Test("Colour adds escape sequences and nothing else")
    func colour() {
        let plain = PlanText.render(PlanFixtures.large, style: .plain)
        var coloured = PlanText.render(
            PlanFixtures.large, style: TerminalStyle(colour: .ansi, ascii: false))
        #expect(coloured.contains("\u{1B}[32mOptimal\u{1B}[0m under cheapest"))
        #expect(coloured.contains("\u{1B}[33mWarning:\u{1B}[0m One price"))
        for code in ["0", "1", "2", "31", "32", "33", "36"] {
            coloured = coloured.split(
                separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false
            ).joined()
        }
        #expect(coloured == plain)
    }

    @Test("Control characters of names never reach the terminal")
    func hostileNames() {
        var plan = PlanFixtures.optimal
        let bad = "a\u{1B}[31m\nb\u{202E}"
        plan.scenario = bad
        plan.policy = bad
        plan.warnings = [bad]
        plan.sites[0].name = bad
        plan.sites[0].country = bad
        plan.prices = [PlanFixtures.price(bad, bad, bad, 1)]
        plan.exclusions = [Exclusion(reason: bad, siteIDs: [bad])]
        plan.assumptions = [
            Assumption(key: bad, value: 1, unit: bad, siteCount: 1, source: bad)
        ]
        plan.ruleCosts = [PlanFixtures.ruleCost(bad, bad, [.cost: 1])]
        plan.equivalences = [
            Equivalence(
                id: bad, unit: bad, phrase: bad, kilogramsPerUnit: 1, gas: bad, year: 1,
                source: bad)
        ]
        let text = PlanText.render(plan, style: .plain)
        let isHarmless = text.split(separator: "\n").allSatisfy { line in
            TerminalStyle.plain.shown(String(line)) == line
        }
        #expect(isHarmless)
    }

    @Test("Beyond 30 sites one row sums the rest, and what does not add up is named")
    func manySites() {
        let text = PlanText.render(PlanFixtures.large, style: .plain)
        #expect(text.contains("gcp_northamerica_northeast29  CA "))
        #expect(text.contains(#/… and 10 more +655\.0 /#))
        #expect(!text.contains("ortheast30"))
        #expect(text.contains("All 40 are in --format json.\n"))
        #expect(text.contains("The sites do not add up to the plan's total of: cost.\n"))
    }

    @Test("A 31st site has its own row")
    func oneMoreSite() {
        var plan = PlanFixtures.large
        plan.sites = Array(plan.sites.prefix(31))
        let text = PlanText.render(plan, style: .plain)
        #expect(text.contains("ortheast30 "))
        #expect(!text.contains("are in --format json"))
    }

    @Test("Narrow tables go without figures rather than without names")
    func narrow() {
        let text = PlanText.render(PlanFixtures.optimal, style: .plain, width: 80)
        #expect(text.contains("\nSão Paulo  BR "))
        #expect(!text.contains("Price"))
        #expect(text.contains("\nNo room for price: see --format json.\n"))
    }

    @Test("A measure of which nothing is known has no total")
    func unknown() {
        var plan = PlanFixtures.optimal
        plan.totals?.coverage = [.emissions: 0, .water: 0]
        let text = PlanText.render(plan, style: .plain)
        #expect(!text.contains("CO2e and a mean"))
        #expect(!text.contains("operational"))
        let body = text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(body.contains("Coverage: emissions 0 %, water 0 % of facility energy"))
        let water = text.split(separator: "\n").first { $0.hasPrefix("Water ") }
        #expect(water?.split(separator: " ") == ["Water", "–", "m³", "a", "year"])
    }

    @Test("Training alone has no round trips")
    func trainingOnly() {
        var plan = PlanFixtures.optimal
        plan.totals?.meanRoundTrip = 0
        plan.totals?.p95RoundTrip = 0
        plan.totals?.maxRoundTrip = 0
        plan.totals?.meanLatency = 0
        plan.ruleCosts = [PlanFixtures.ruleCost("spread", "share", [.cost: 1])]
        let text = PlanText.render(plan, style: .plain)
        #expect(!text.lowercased().contains("round trip"))
    }

    @Test("A residual above its tolerance is called out")
    func badCertificate() {
        var plan = PlanFixtures.optimal
        plan.proof = Proof(
            primalResidual: 0.02, dualResidual: .nan, complementarity: 0, gap: 1e-6,
            tolerance: 1e-6, columnCount: 1, rowCount: 1, nonzeroCount: 1)
        let text = PlanText.render(plan, style: .plain)
        let body = text.split { $0.isWhitespace }.joined(separator: " ")
        let claim =
            "primal 0.02, dual –, complementarity 0, gap 10⁻⁶; NOT within 10⁻⁶: primal, dual; "
        #expect(body.contains(claim + "1 column, 1 row."))
    }

    @Test(
        "Odd figures print without an exponent's plus, negative zero or NaN",
        arguments: [0, -0.0, 1e-9, -1e-9, 1e15, 3e22, .nan, .infinity])
    func oddFigures(value: Double) {
        var plan = PlanFixtures.optimal
        plan.totals = Totals(
            costParts: [CostPart(name: "fixed", cost: value)], cost: value,
            controllableCost: value, emissions: value, operationalEmissions: value,
            meanRoundTrip: value, p95RoundTrip: value, maxRoundTrip: 100, meanLatency: value,
            energy: value, itEnergy: value, trainingEnergy: value, water: value, capacity: value,
            coverage: [.cost: value])
        plan.sites[0].capacity = value
        plan.sites[1].cost = value
        plan.sites[2].utilisation = value
        plan.sites[3].carbonGramsPerKilowattHour = value
        plan.prices = [
            PlanFixtures.price("a(b)", "one more MW", "USD/year per MW", value, upper: value)
        ]
        plan.ruleCosts = [
            PlanFixtures.ruleCost("r", "share", [.cost: value, .roundTrip: value])
        ]
        plan.stages = [
            Stage(measure: "rtt", unit: "ms", value: value, bound: value, tolerance: value),
            Stage(measure: "cost", unit: "USD/year", value: value, bound: 0, tolerance: 0),
        ]
        plan.assumptions = [
            Assumption(key: "k", value: value, unit: "u", siteCount: 1, source: "s")
        ]
        for text in [
            PlanText.render(plan, style: .plain), PlanMarkdown.render(plan),
            PlanCSV.sites(plan),
        ] {
            let words = text.lowercased().split { " |\n,".contains($0) }
            for word in words {
                #expect(!["nan", "inf", "-inf", "-0", "-0.0", "-0.00"].contains(word))
            }
        }
        #expect(!PlanText.render(plan, style: .plain).contains("e+"))
    }
}
