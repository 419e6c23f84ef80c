import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Plans as Markdown")
struct PlanMarkdownTests {
    @Test("An infeasible plan is a heading, its verdict and lists")
    func infeasible() {
        var plan = PlanFixtures.infeasible
        plan.diagnosis = Diagnosis(findings: [
            Diagnosis.Finding(
                kind: "capacity_short", message: "São Paulo <b> needs 8 MW.",
                remedy: "Raise limit_mw.",
                location: SourceLocation(file: "north_a.yaml", line: 31, column: 17)),
            Diagnosis.Finding(
                kind: "limit_too_tight", message: "# 1. and * are no marks of ours.",
                remedy: "1) None.", location: nil),
        ])
        #expect(
            PlanMarkdown.render(plan) == """
                # Northern split (northern.yaml)

                **Infeasible** under green: no placement satisfies the scenario; \
                2 things stand in the way.

                ## What stands in the way

                - north\\_a.yaml:31:17: São Paulo &lt;b&gt; needs 8 MW.

                  Raise limit\\_mw.
                - \\# 1. and \\* are no marks of ours.

                  1\\) None.

                ## Sites left out

                - 2 sites left out: no carbon figure (alta, bodo)
                - 8 sites left out: no price (a1, a2, a3, a4, a5 and 3 more)

                """)
    }

    @Test("An optimal plan has the sections of the text report, its names escaped and whole")
    func optimal() {
        let text = PlanMarkdown.render(PlanFixtures.optimal)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(
            headings == [
                "# Northern split (northern.yaml)", "## Totals", "## In everyday terms",
                "## Sites used (5)", "## Binding limits", "## What each rule costs",
                "## Assumptions in force", "## Sites left out",
                "## Where the figures come from",
            ])
        #expect(text.contains("| &lt;script&gt;alert(1)&lt;/script&gt; | XX "))
        #expect(text.contains("| =cmd\\|' /C calc'!A0 "))
        #expect(text.contains("| – hardware "))
        #expect(!text.contains("<"))
        #expect(text.contains("**Certificate:** primal 1.2×10⁻¹², dual 3.4×10⁻¹¹, "))
        #expect(text.contains("- one more MW at Keflavík is worth $412,000 a year\n"))
    }

    @Test("A scenario's name can't open another section")
    func hostileScenario() {
        var plan = PlanFixtures.infeasible
        plan.scenario = "a\n# b"
        plan.policy = "c\n\n## d"
        let text = PlanMarkdown.render(plan)
        #expect(text.hasPrefix("# a # b (northern.yaml)\n"))
        #expect(text.contains("**Infeasible** under c ## d: no placement"))
    }

    @Test("Sites with the same name are told apart by their ids")
    func repeatedNames() {
        var plan = PlanFixtures.optimal
        plan.sites[1].name = "Keflavík"
        let text = PlanMarkdown.render(plan)
        #expect(text.contains("| Keflavík (keflavik) "))
        #expect(text.contains("| Keflavík (gui\\_an) "))
    }
}
