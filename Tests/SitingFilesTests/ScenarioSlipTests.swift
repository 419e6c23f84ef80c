import Testing

/// One thing that is wrong with a scenario and what is said about it.
struct Slip: Sendable, CustomTestStringConvertible {
    let section: String
    let text: String
    let expected: String

    init(_ section: String, _ text: String, _ expected: String) {
        self.section = section
        self.text = text
        self.expected = expected
    }

    var testDescription: String { "\(section): \(text)" }
}

@Suite("Slips in a scenario")
struct ScenarioSlipTests {
    @Test(
        "one slip in markets or workloads is one error at its place",
        arguments: [
            Slip("markets", "{top: 0}", "s.yaml:4:16: error: top must be at least 1, not '0'"),
            Slip(
                "markets", "{users_total: 0}",
                "s.yaml:4:24: error: users_total must be greater than 0, not '0'"),
            Slip(
                "markets", "{where: {id: mumbia}}",
                "s.yaml:4:23: error: unknown market 'mumbia' | did you mean 'mumbai'?"),
            Slip(
                "markets", "{where: {operator: aws}}",
                "s.yaml:4:19: error: unknown key 'operator'"
                    + " | known here: continent, country, country_not, id"),
            Slip(
                "markets", "{where: KP}",
                "s.yaml:5:12: error: the service 'chat' has no requests"
                    + " | its markets have no users, or none of them is selected"),
            Slip(
                "services", "{a: {it_wh_per_request: 0, requests_per_user_per_day: 1}}",
                "s.yaml:5:35: error: it_wh_per_request must be greater than 0, not '0'"),
            Slip(
                "services", "{a: {it_wh_per_request: 1}}",
                "s.yaml:5:15: error: missing key 'requests_per_user_per_day' in services.a"
                    + " | or give the table 'requests'"),
            Slip(
                "services",
                "{a: {it_wh_per_request: 1, requests_per_user_per_day: 1, peak_to_mean: 0.9}}",
                "s.yaml:5:82: error: peak_to_mean must lie between 1 and 1000, not '0.9'"),
            Slip(
                "services", "{A: {it_wh_per_request: 1, requests_per_user_per_day: 1}}",
                "s.yaml:5:12: error: the name of a service must be an identifier, not 'A'"
                    + " | use a-z, 0-9 and _, beginning with a letter"),
            Slip(
                "jobs", "{j: {it_mwh: 1, peak_mw: 1, start: 2026-02-30, end: 2026-03-01}}",
                "s.yaml:6:42: error: start must be a date such as 2026-02-01, not '2026-02-30'"),
            Slip(
                "jobs", "{j: {it_mwh: 1, peak_mw: 1, start: 2026-03-02, end: 2026-03-01}}",
                "s.yaml:6:59: error: end must not lie before start, 2026-03-02"),
            Slip(
                "jobs", "{j: {it_mwh: 1, peak_mw: 1, start: 2026-01-01, end: 2027-01-02}}",
                "s.yaml:6:59: error: the window has 367 days, more than 366"
                    + " | a plan covers one year; divide the job"),
            Slip(
                "jobs", "{j: {it_mwh: 1e10, peak_mw: 1, start: 2026-01-01, end: 2026-02-01}}",
                "s.yaml:6:20: error: it_mwh must be at most 1000000000, not '1e10'"),
        ])
    func workloads(_ slip: Slip) throws {
        let found = try problems([slip.section: slip.text])
        #expect(found == [slip.expected])
    }

    @Test(
        "one slip in rules, policies or settings is one error at its place",
        arguments: [
            Slip(
                "policies", "{}", "s.yaml:7:11: error: there must be at least one policy"),
            Slip(
                "policies", "{p: {minimise: costs}}",
                "s.yaml:7:26: error: unknown measure 'costs' | did you mean 'cost'?"),
            Slip(
                "policies", "{p: {minimise: {cost: -1}}}",
                "s.yaml:7:33: error: cost must lie between 0 and 1000000000, not '-1'"),
            Slip(
                "policies", "{p: {minimise: {cost: 0}}}",
                "s.yaml:7:26: error: at least one weight must be greater than 0"),
            Slip(
                "policies", "{p: {minimise: [cost, cost]}}",
                "s.yaml:7:33: error: 'cost' is already minimised before"),
            Slip(
                "policies", "{p: {minimise: cost, tolerance: 101%}}",
                "s.yaml:7:43: error: tolerance must lie between 0 and 1, not '101%'"),
            Slip(
                "policies", "{p: {minimise: cost, rules: eu}}",
                "s.yaml:7:39: error: unknown rule 'eu'"),
            Slip(
                "policies", "{p: {minimise: cost, limits: {rtt_ms: 5}}}",
                "s.yaml:7:41: error: unknown key 'rtt_ms' | known here: cost_usd_per_year,"
                    + " emissions_t_per_year, energy_mwh_per_year, mean_latency_ms,"
                    + " mean_rtt_ms, water_m3_per_year, burdens such as"
                    + " largest_water_by_country_m3_per_year"),
            Slip(
                "policies", "{p: {minimise: largest_water_by_site_per_mw_built}}",
                "s.yaml:7:26: error: 'largest_water_by_site_per_mw_built' can't be minimised: it is a"
                    + " ratio of what is decided | limit it"
                    + " (largest_water_by_site_m3_per_year_per_mw_built), or minimise it"
                    + " per_mw_limit, by what the sites may hold"),
            Slip(
                "policies", "{p: {minimise: largest_watts_by_site}}",
                "s.yaml:7:26: error: unknown measure 'largest_watts_by_site' | did you mean"
                    + " 'largest_water_by_site'?"),
            Slip(
                "rules", "{r: {closed: {sites: {id: dalas}}}}",
                "s.yaml:8:34: error: unknown site 'dalas' | did you mean 'dallas'?"),
            Slip(
                "rules", "{r: {residency: {services: chatt, sites: EU}}}",
                "s.yaml:8:35: error: unknown service 'chatt' | did you mean 'chat'?"),
            Slip(
                "rules", "{r: {residency: {jobs: lm, sites: EU}}}",
                "s.yaml:8:31: error: unknown job 'lm' | did you mean 'llm'?"),
            Slip(
                "rules", "{r: {access: {operators: USA, sites: EU}}}",
                "s.yaml:8:33: error: unknown country or group 'USA' | did you mean 'US'?"),
            Slip(
                "rules", "{r: {share: {of: country, max: 140%}}}",
                "s.yaml:8:39: error: max must lie between 0 and 1, not '140%'"),
            Slip(
                "rules", "{r: {share: {of: zone, max: 40%}}}",
                "s.yaml:8:25: error: of must be one of site, position, country, continent,"
                    + " grid_zone, operator, not 'zone'"),
            Slip(
                "rules", "{r: {closed: {sites: EU}, share: {of: site, max: 1}}}",
                "s.yaml:8:12: error: a rule has exactly one of residency, access, closed, share,"
                    + " near_users, training_supply, placement"),
            Slip(
                "missing", "{pue: report}",
                "s.yaml:8:16: error: pue must be one of assume, climate, exclude, fail,"
                    + " not 'report'"),
            Slip(
                "fuels", "ipcc_2015",
                "s.yaml:8:8: error: fuels must be one of ipcc_2014, unece_2022, ipcc_2011,"
                    + " not 'ipcc_2015' | did you mean 'ipcc_2011'?"),
            Slip(
                "latency", "{last_mile_ms: fast}",
                "s.yaml:8:25: error: last_mile_ms must be a number of ms, not 'fast'"),
            Slip(
                "prices", "{carbon_usd_per_t: -1}",
                "s.yaml:8:28: error: carbon_usd_per_t must lie between 0 and 1000000, not '-1'"),
            Slip(
                "period", "{year: 26}",
                "s.yaml:8:16: error: year must lie between 2000 and 2200, not '26'"),
            Slip(
                "sitewise", "2",
                "s.yaml:1:11: error: this program reads version 1 of the format, not 2"),
            Slip("name", "[a]", "s.yaml:2:7: error: name must be text, not a list"),
            Slip(
                "polices", "{}",
                "s.yaml:8:1: error: unknown key 'polices' | did you mean 'policies'?"),
        ])
    func settings(_ slip: Slip) throws {
        let found = try problems([slip.section: slip.text])
        #expect(found == [slip.expected])
    }
}
