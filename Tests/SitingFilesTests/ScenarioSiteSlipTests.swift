import Testing

@Suite("Slips in the sites of a scenario")
struct ScenarioSiteSlipTests {
    @Test(
        "one slip in a section is one error at its place",
        arguments: [
            Slip(
                "sites", "{assume: {limt_mw: 3}}",
                "s.yaml:3:18: error: unknown key 'limt_mw' | did you mean 'limit_mw'?"),
            Slip(
                "sites", "{assume: {limit_kw: 3}}",
                "s.yaml:3:18: error: unknown key 'limit_kw': this quantity is given in MW"
                    + " | write 'limit_mw'"),
            Slip(
                "sites", "{assume: {limit_mw: -3}}",
                "s.yaml:3:28: error: limit_mw must lie between 0 and 1000000, not '-3'"),
            Slip(
                "sites", "{assume: {limit_mw: .nan}}",
                "s.yaml:3:28: error: limit_mw must be a number of MW, not '.nan'"
                    + " | write a finite number"),
            Slip(
                "sites", "{assume: {limit_mw: .inf}}",
                "s.yaml:3:28: error: limit_mw must be a number of MW, not '.inf'"
                    + " | write a finite number"),
            Slip(
                "sites", "{assume: {limit_mw: 1e400}}",
                "s.yaml:3:28: error: limit_mw must be a number of MW, not '1e400'"
                    + " | write a finite number"),
            Slip(
                "sites", "{assume: {pue: 0.9}}",
                "s.yaml:3:23: error: pue must lie between 1 and 10, not '0.9'"),
            Slip(
                "sites", "{assume: {headroom: 100%}}",
                "s.yaml:3:28: error: headroom must lie between 0 and 0.99, not '100%'"),
            Slip(
                "sites", "{assume: {idle_share: 1.1}}",
                "s.yaml:3:30: error: idle_share must lie between 0 and 1, not '1.1'"),
            Slip(
                "sites", "{assume: {price_usd_per_mwh: -1}}",
                "s.yaml:3:37: error: price_usd_per_mwh must lie between 0 and 10000, not '-1'"),
            Slip(
                "sites", "{set: {dallas: {price_usd_per_mwh: -501}}}",
                "s.yaml:3:43: error: price_usd_per_mwh must lie between -500 and 10000,"
                    + " not '-501'"),
            Slip(
                "sites", "{set: {dalas: {pue: 1.1}}}",
                "s.yaml:3:15: error: unknown site 'dalas' | did you mean 'dallas'?"),
            Slip(
                "sites", "{from: catalogue}",
                "s.yaml:3:15: error: from must be catalog or the path of a .csv file,"
                    + " not 'catalogue' | did you mean 'catalog'?"),
            Slip(
                "sites", "{from: my.csv}",
                "s.yaml:3:15: error: there is no file 'my.csv'"
                    + " | paths are relative to the folder of the scenario"),
            Slip(
                "sites", "{where: {id: [dallas, dalas]}}",
                "s.yaml:3:30: error: unknown site 'dalas' | did you mean 'dallas'?"),
            Slip(
                "sites", "{where: {country: UK}}",
                "s.yaml:3:26: error: unknown country or group 'UK' | did you mean 'GB'?"),
            Slip(
                "sites", "{where: {country: Germnay}}",
                "s.yaml:3:26: error: unknown country or group 'Germnay'"
                    + " | did you mean 'DE', Germany?"),
            Slip(
                "sites", "{where: eu}",
                "s.yaml:3:16: error: unknown country or group 'eu' | did you mean 'EU'?"),
            Slip(
                "sites", "{where: {has: [carbn]}}",
                "s.yaml:3:23: error: unknown figure 'carbn' | did you mean 'carbon'?"),
            Slip(
                "sites", "{where: {country: []}}",
                "s.yaml:3:26: error: country names nothing"
                    + " | name at least one, or leave the key out"),
            Slip(
                "sites", "{where: {country: KP}}",
                "s.yaml:3:9: error: no site is left of 385: 385 not selected by where"),
            Slip(
                "sites", "{where: {country: IR}}",
                "s.yaml:3:9: error: no site is left of 385: 383 not selected by where,"
                    + " 2 left out: price below 15 USD/MWh"),
            Slip(
                "sites",
                "{set: {dallas: {supply: {peat: {kind: contract, mw: 1, usd_per_mwh: 1}}}}}",
                "s.yaml:3:33: error: ipcc_2014 has no factor for the fuel 'peat'"
                    + " | known here: coal, gas, oil, biomass, nuclear, hydro, wind, solar,"
                    + " geothermal, unknown"),
            Slip(
                "sites", "{where: {id: dallas}, set: {dallas: {limit_mw: 1, existing_mw: 2}}}",
                "s.yaml:3:36: error: existing_mw at the position of 'dallas' adds up to 2,"
                    + " more than its limit_mw of 1"),
        ])
    func sites(_ slip: Slip) throws {
        let errors = try problems([slip.section: slip.text]).filter { $0.contains(": error: ") }
        #expect(errors == [slip.expected])
    }
}
