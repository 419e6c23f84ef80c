import Siting
import SitingReports
import Testing
import Typesetting

@Suite("Whole plans as text")
struct PlanTextGoldenTests {
    @Test("An optimal plan reads from its verdict to its certificate")
    func optimal() {
        #expect(
            PlanText.render(PlanFixtures.optimal, style: .plain) == """
                Northern split (northern.yaml)
                Optimal under cheapest: 5 sites carry 534 MW for $3.62 bn a year (controllable $823 M), 612 kt CO2e
                and a mean round trip of 61.2 ms; no other plan costs less, though other plans do as well: this one
                was chosen by the tie rule.
                Warning: One price, of Sohar, is below 15 USD/MWh: a subsidised rate.

                Totals
                Measure                                       Amount  Unit               Share %
                ───────────────────────────────────────────  ───────  ─────────────────  ───────  ──────────
                Cost                                           3.623  USD bn a year
                  hardware                                     2.800  USD bn a year         77.3  ███████▊
                  shell                                        0.420  USD bn a year         11.6  █▏
                  electricity                                  0.380  USD bn a year         10.5  █
                  egress                                       0.023  USD bn a year          0.6  ▏
                Controllable cost (without hardware)           0.823  USD bn a year
                Emissions, CO2e (location-based, lifecycle)  612.2    kt a year
                  operational (Scope 2 + 3.3)                550.0    kt a year             89.8  █████████
                  embodied (hardware)                         62.2    kt a year             10.2  █
                Mean round trip                               61.2    ms
                  95th percentile                            112.5    ms
                  longest                                    148.9    ms
                Mean latency (trips and computing)           311.2    ms
                Facility energy                                4.40   TWh a year
                IT energy                                      3.52   TWh a year
                  training                                     2.19   TWh a year            62.2  ██████▎
                  inference                                    1.21   TWh a year            34.3  ███▍
                  idle                                         0.12   TWh a year             3.5  ▍
                Water                                          3.397  million m³ a year
                IT capacity                                  534.3    MW
                Inference is 35.5 % of the working IT energy and 41.4 % of the running cost (electricity, water,
                staff and egress; hardware and buildings apart).
                Round trips are over requests, of typical round trips. Coverage: emissions 98.2 %, water 75 % of
                facility energy; what is not known counts as nothing.

                In everyday terms
                  612 kt CO2e is what 1.56 bn miles in a US passenger vehicle emit (0.393 kg CO2e a mile;
                    epa_equivalencies, 2024)
                  612 kt CO2e is what 111,000 US homes emit through their electricity in a year (5,505 kg CO2 a
                    home; epa_equivalencies)

                Sites used (5)
                                               Capacity       Training  Inference   Use   Grid  Price   CO2e    Cost
                Site                       In        MW             MW         MW     %  g/kWh  $/MWh     kt  USD bn
                ─────────────────────────  ──  ────────  ───  ────────  ─────────  ────  ─────  ─────  ─────  ──────
                Keflavík                   IS     400.0  ███     250.0       50.0  75.0     28   42.0  122.0   2.700
                貴安                       CN     120.5  ▉         0.0       80.0  66.4    550   61.5  480.5   0.820
                São Paulo                  BR      12.3  ▏         0.0        7.0  57.1      –      –    9.5   0.092
                <script>alert(1)</script>  XX       1.0  ▏         0.0        0.5  50.0    100   80.0    0.1   0.007
                =cmd|' /C calc'!A0         YY       0.5  ▏         0.0        0.3  50.0    100   80.0    0.1   0.004
                ─────────────────────────  ──  ────────  ───  ────────  ─────────  ────  ─────  ─────  ─────  ──────
                Total                             534.3          250.0      137.8  72.6                612.2   3.623
                Drawn beside the grid, with price and carbon of their own, mean power: Keflavík 150 MW from hydro.

                Binding limits
                  one more MW at Keflavík is worth $412,000 a year
                  one more MW at the position of 貴安 (+2 more) is worth between $80,000 (loosened) and $160,000
                    (tightened) a year
                  one t/year more of emissions allowed is worth $87.2 a year; it can't be tightened
                  one more mean MW from hydro at Keflavík is worth $0.5 a year

                What each rule costs
                                              Cost       CO2e  Mean round trip
                Rule       Kind       USD M a year  kt a year               ms
                ─────────  ─────────  ────────────  ─────────  ───────────────
                eu_data    residency           3.1      -4.25              0.4
                spread     share               0.0       0.00              0.0
                us_export  access                –          –                –
                The plan's figures less those of the same policy without the rule: below zero the rule saves.
                  eu_data costs $3.1 M a year more
                  spread makes no difference to cost
                  without us_export no plan was found before the limit

                Assumptions in force
                Key                      Value  Unit                                      Sites  Source
                ────────────────  ────────────  ────────────────────────────────────────  ─────  ────────────────
                limit_mw                 100    MW of IT capacity per position              352  epoch_clusters
                shell_usd_per_mw  11,000,000    USD per MW of IT capacity                   354  northern.yaml:12
                idle_share                 0.3  fraction of the power of active capacity    354  luccioni_2023
                last_mile_ms              10    ms, there and back                               bajpai_2017

                Sites left out
                  2 sites left out: no carbon figure (alta, bodo)
                  8 sites left out: no price (a1, a2, a3, a4, a5 and 3 more)

                Where the figures come from
                Figure                Basis                     Sites     Range  Years      Source
                ────────────────────  ────────────────────────  ─────  ────────  ─────────  ───────────────────────
                carbon_g_per_kwh      location-based lifecycle    354  28–712.3  2021–2025  electricity_maps_annual
                pue                   stated                        1       1.1  2024       northern.yaml:14
                grid_water_l_per_kwh  missing                      12                       none

                Certificate: primal 1.2×10⁻¹², dual 3.4×10⁻¹¹, complementarity 5×10⁻¹³, gap 0; each at most 10⁻⁶;
                35,212 columns, 1,203 rows. Recomputed from the whole model.

                """)
    }

    @Test("An infeasible plan says what stands in the way and has no totals")
    func infeasible() {
        #expect(
            PlanText.render(PlanFixtures.infeasible, style: .plain) == """
                Northern split (northern.yaml)
                Infeasible under green: no placement satisfies the scenario; 2 things stand in the way.

                What stands in the way
                  scenarios/northern.yaml:31:17: assistant may take at most 20 ms to São Paulo, but the nearest
                    site, <script>alert(1)</script>, is 31.4 ms away.
                      Raise max_rtt_ms to 32 or more, or add a site near São Paulo.
                  Demand needs 812 MW; all sites hold 600 MW.
                      Raise limit_mw to 136 or more.

                Sites left out
                  2 sites left out: no carbon figure (alta, bodo)
                  8 sites left out: no price (a1, a2, a3, a4, a5 and 3 more)

                """)
    }
}
