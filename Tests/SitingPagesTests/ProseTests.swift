import Testing

@testable import SitingPages

@Suite("Sentences on pages")
struct ProseTests {
    @Test(
        "no line ends between a figure and its unit, and any may elsewhere",
        arguments: [
            ("11 % of all work", "11~% of all work"), ("$9.29 bn a year", "$9.29~bn a year"),
            ("26.4 million m³ a year", "26.4~million~m³ a year"),
            ("25 sites carry 1.14 GW", "25~sites carry 1.14~GW"),
            ("in 2030 (plan.yaml)", "in 2030 (plan.yaml)"), ("from 3 to 4 ", "from 3~to 4 "),
            (" 7", " 7"), ("", ""), ("at least 10⁻⁶ of", "at least 10⁻⁶ of"),
        ])
    func unbroken(text: String, expected: String) {
        #expect(Prose.unbroken(text) == expected.replacing("~", with: "\u{A0}"))
    }
}
