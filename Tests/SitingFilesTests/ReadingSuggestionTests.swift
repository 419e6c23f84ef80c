import Testing

@testable import SitingFiles

@Suite struct ReadingSuggestionTests {
    @Test(
        "A slip of the finger finds the name that was meant",
        arguments: [
            ("limt_mw", "limit_mw"), ("lmiit_mw", "limit_mw"), ("limit_mww", "limit_mw"),
            ("LIMIT_MW", "limit_mw"), ("wue", "pue"), ("headrom", "headroom"),
        ])
    func slips(word: String, meant: String) {
        #expect(suggestion(for: word, among: ["limit_mw", "pue", "headroom"]) == meant)
    }

    @Test("What is too far from all names has no suggestion")
    func farWords() {
        #expect(suggestion(for: "carbon", among: ["limit_mw", "pue"]) == nil)
        #expect(suggestion(for: "", among: ["a"]) == nil)
        #expect(suggestion(for: "x", among: ["a", "b"]) == nil)
        let pasted = String(repeating: "a", count: 10_000)
        #expect(suggestion(for: pasted, among: [pasted + "a"]) == nil)
    }

    @Test("The nearest name wins, and of equally near ones the first in the alphabet")
    func ties() {
        #expect(suggestion(for: "site", among: ["sitter", "sites"]) == "sites")
        #expect(suggestion(for: "cost", among: ["most", "host", "lost"]) == "host")
        #expect(suggestion(for: "cost", among: ["lost", "host", "most"]) == "host")
    }

    @Test("Swapped neighbours are one edit")
    func swaps() {
        #expect(suggestion(for: "peu", among: ["pue"]) == "pue")
        #expect(suggestion(for: "ab", among: ["ba"]) == "ba")
    }

    @Test(
        "A name's ending gives its unit",
        arguments: [
            ("limit_mw", "limit", "MW"), ("usd_per_mwh", "", "USD per MWh"),
            ("it_wh_per_request", "it", "Wh per request"), ("max_rtt_ms", "max_rtt", "ms"),
            ("carbon_g_per_kwh", "carbon", "g per kWh"), ("wue_l_per_kwh", "wue", "L per kWh"),
            ("shell_years", "shell", "years"), ("emissions_t", "emissions", "t"),
            ("emissions_usd_per_t", "emissions", "USD per t"), ("length_km", "length", "km"),
            ("latency_usd_per_ms_million_requests", "latency", "USD per ms million requests"),
        ])
    func units(name: String, stem: String, label: String) {
        let unit = KeyUnit(name)
        #expect(unit.stem == stem)
        #expect(unit.label == label)
    }

    @Test(
        "A name without a unit is all stem",
        arguments: ["pue", "headroom", "requests_per_user_per_day", "peak_to_mean", "start"])
    func unitless(name: String) {
        #expect(KeyUnit(name).stem == name)
        #expect(KeyUnit(name).label == nil)
    }

    @Test("The key of the same quantity and dimension is preferred")
    func sameDimension() {
        let allowed = ["emissions_usd_per_t", "emissions_t", "usd_per_mwh", "mw"]
        func help(_ name: String) -> String? {
            UnknownName(name, kind: "key", allowed: allowed).help
        }
        #expect(help("emissions_kg") == "write 'emissions_t'")
        #expect(help("emissions_eur_per_t") == "write 'emissions_usd_per_t'")
        #expect(help("usd_per_kwh") == "write 'usd_per_mwh'")
        #expect(help("kw") == "write 'mw'")
    }
}
