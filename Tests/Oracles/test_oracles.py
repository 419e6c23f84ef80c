"""Hand-worked cases for the oracles themselves: `python3 -m unittest` in this folder."""

from __future__ import annotations

import contextlib
import copy
import io
import tempfile
import unittest
from pathlib import Path

from comparison import Comparison
from mathprog_oracle import solve
from plan_rules import rules, seasons
from plan_totals import Spreadsheet
from policy_data import problem
from round_trips import RoundTrips, kilometres
from scenario_data import load
from solver_runs import glpsol, highs

HERE = Path(__file__).resolve().parent
SCENARIO = """
sitewise: 1
name: By hand
period: {discount_rate: 0}
sites:
  from: sites.csv
  assume: {price_usd_per_mwh: 50, wue_l_per_kwh: 0.5, grid_water_l_per_kwh: 2, idle_share: 0.3,
    headroom: 20%, shell_usd_per_mw: 1e6, shell_years: 10, hardware_usd_per_mw: 2e6,
    hardware_years: 5, embodied_t_per_mw: 500, connection_usd_per_mw: 1e5, connection_years: 20,
    fixed_usd_per_mw_year: 1e5, demand_charge_usd_per_mw_year: 2e4, egress_usd_per_gb: 0.1}
  set:
    fjord: {existing_mw: 1, supply: {hydro: {kind: KIND, mw: 1, capacity_factor: 0.5,
      usd_per_mwh: 20, l_per_kwh: 3}}}
missing: {price: assume, grid_water: assume}
markets: {from: markets.csv}
services:
  chat: {it_wh_per_request: 2.4, requests_per_user_per_day: 10, peak_to_mean: 1.5, trips: 2,
    service_ms: 100, egress_kb_per_request: 100, operator: US}
jobs:
  run: {it_mwh: 876, overhead: 0.5, peak_mw: 0.6, start: 2026-01-01, end: 2026-03-14}
latency: {rtt: rtt.csv}
prices: {carbon_usd_per_t: 10, water_usd_per_m3: 2, serving: serving.csv}
rules:
  shut: {closed: {sites: {country: NO}}}
  home: {access: {operators: US, sites: WORLD}}
  away: {access: {operators: US, sites: EU}}
  half: {share: {of: country, max: 50%}}
  zoned: {share: {of: grid_zone, max: 50%}}
  on_water: {training_supply: {fuels: hydro}}
policies:
  cost: {minimise: cost, rules: home}
  measures: {minimise: [latency, rtt, energy], tolerance: 1%}
  emissions: {minimise: emissions}
  water: {minimise: water}
  weighted: {minimise: {cost: 1, latency_usd_per_ms_million_requests: 2,
    rtt_usd_per_ms_million_requests: 1, energy_usd_per_mwh: 3}}
  shut: {minimise: cost, rules: shut}
  away: {minimise: cost, rules: away}
  half: {minimise: cost, rules: half}
  zoned: {minimise: cost, rules: zoned}
  watered: {minimise: emissions, rules: on_water}
  capped: {minimise: cost, limits: {emissions_t_per_year: 1681}}
"""
TABLES = {
    "sites.csv": "id,name,country,latitude,longitude,limit_mw,carbon_g_per_kwh,pue\n"
                 "fjord,Fjord,NO,60,5,10,100,1.2\n",
    "markets.csv": "id,name,country,latitude,longitude,users\ntown,Town,NO,60,6,1000000\n",
    "rtt.csv": "market,site,rtt_ms\ntown,fjord,30\n",
    "serving.csv": "market,site,usd_per_million_requests\ntown,fjord,5\n",
}
# Work: 1 MW served, 0.1 MW trained with half as much again for the machines. Power at the peak:
# 1.5 + 5 * 0.15 = 2.25 MW, so 2.25 / 0.8 MW of capacity, 1 of which stands.
ACTIVE, CAPACITY = 1.15, 2.8125
IT = ACTIVE + 0.3 * (CAPACITY - ACTIVE)
DRAW = 1.2 * IT
EMBODIED = CAPACITY * 500 / 5
EMISSIONS = 8.76 * (100 * (DRAW - 0.5) + 24 * 0.5) + EMBODIED
WATER = 8760 * (0.5 * IT + 2 * (DRAW - 0.5) + 3 * 0.5)
HARDWARE = 1.8125 * 4e5
COST = (1.8125 * (1e5 + 4e5 + 1.2 * 5e3) + CAPACITY * (1e5 + 1.2 * 2e4)
        + 8760 * (50 * (DRAW - 0.5) + 20 * 0.5) + 365e3 * 0.1 + 3650 * 5
        + 10 * EMISSIONS + 2 * 8760 * 0.5 * IT)
MPS = """NAME          tiny  FREE
ROWS
 N  cost
 G  demand(a,b)
COLUMNS
 serve(a,b,c,0)  cost  2.5  demand(a,b)  1
 constant  cost  7
RHS
 rhs  demand(a,b)  4
BOUNDS
 UP bnd  serve(a,b,c,0)  LIMIT
 FX bnd  constant  1
ENDATA
"""


class HandCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name, text in TABLES.items():
            (self.folder / name).write_text(text)

    def task(self, policy: str, kind: str = "direct_line", season: str = ""):
        """A season makes the plant so large that the season alone binds."""
        text = SCENARIO.replace("KIND", kind)
        if season:
            first, last = season.split()
            text = text.replace("mw: 1, capacity_factor: 0.5,",
                                f"mw: 50, season: {{from: {first}, to: {last}}},")
        file = self.folder / "hand.yaml"
        file.write_text(text)
        return problem(load(file), policy)

    def values(self, policy: str, kind: str = "direct_line", season: str = "") -> list:
        results = solve(self.task(policy, kind, season), policy == "weighted")
        return [r.objective if r.status == "optimal" else r.status for _, r in results]

    def close(self, found, expected):
        self.assertEqual(len(found), len(expected))
        for a, b in zip(found, expected):
            self.assertAlmostEqual(a / b, 1, delta=1e-12)

    def test_each_measure_is_the_one_worked_by_hand(self):
        self.close(self.values("cost"), [COST])
        self.close([COST], [2087066.41])
        self.close(self.values("measures"), [160, 30, 8760 * DRAW])
        self.close(self.values("emissions"), [EMISSIONS])
        self.close(self.values("water"), [8760 * (0.5 * IT + 2 * DRAW)])

    def test_a_contract_leaves_emissions_and_water_those_of_the_grid(self):
        self.close(self.values("emissions", "contract"), [876 * DRAW + CAPACITY * 100])
        self.close(self.values("water", "contract"), [8760 * (0.5 * IT + 2 * DRAW)])

    def test_weights_count_million_requests_and_mwh(self):
        extra = 2 * 160 * 3650 + 30 * 3650 + 3 * 8760 * DRAW
        self.close(self.values("weighted"), [COST + extra])

    def test_rules_and_limits_that_leave_nothing_are_infeasible(self):
        for policy in ("shut", "away", "half", "capped"):
            self.assertEqual(self.values(policy), ["infeasible"], policy)

    def test_a_site_without_a_grid_zone_counts_for_no_zone(self):
        self.close(self.values("zoned"), [COST])

    def test_a_row_of_a_table_is_a_supply_of_its_site(self):
        supplies = load(HERE / "oracle.yaml").sites["reykjavik"]["supplies"]
        self.assertEqual(supplies, {"steam": {
            "kind": "direct_line", "fuel": "steam", "mean_mw": 18, "usd_per_mwh": 41,
            "g_per_kwh": 21, "l_per_kwh": 1.3, "days": frozenset(range(365))}})

    def test_a_season_has_both_its_ends_and_may_run_over_new_year(self):
        frost = load(HERE / "oracle.yaml").sites["beauharnois"]["supplies"]["frost"]
        self.assertEqual(frost["days"], frozenset([*range(90), *range(304, 365)]))
        self.assertAlmostEqual(frost["mean_mw"], 60 * 151 / 365, places=12)

    def test_a_seasonal_supply_meets_its_share_of_steady_load_and_of_a_job(self):
        # December and January are 62 of 365 days, and 31 of the 73 of the job.
        steady, trained = IT - 0.15, 0.15
        drawn = 1.2 * (62 / 365 * steady + 31 / 73 * trained)
        self.close(self.values("emissions", season="12-01 01-31"),
                   [8.76 * (100 * (DRAW - drawn) + 24 * drawn) + EMBODIED])

    def test_training_on_a_seasonal_plant_runs_in_its_season_alone(self):
        self.assertEqual(self.values("watered", season="05-01 10-31"), ["infeasible"])
        inside = self.values("watered", season="01-01 03-14")
        self.close(inside, self.values("emissions", season="01-01 03-14"))

    def test_a_plan_that_draws_out_of_season_is_found(self):
        row = {"energy_mwh": 8760 * DRAW}
        run = [{"job": "run", "site": "fjord", "energy_mwh": 876}]
        most = 1.2 * (62 / 365 * (IT - 0.15) + 31 / 73 * 0.15)
        for policy, mean, holds in (("cost", most, True), ("cost", most + 1e-4, False),
                                    ("watered", most, False)):
            task, check = self.task(policy, season="12-01 01-31"), Comparison()
            rows = {"fjord": row | {"supplies": [{"supply": "hydro", "mean_mw": mean}]}}
            with contextlib.redirect_stdout(io.StringIO()):
                seasons(check, task, rows, run)
            self.assertEqual(check.failures == 0, holds, (policy, mean))

    def test_totals_agree_with_a_plan_worked_by_hand_and_not_with_a_changed_one(self):
        site = {"id": "fjord", "capacity_mw": CAPACITY, "built_mw": 1.8125, "training_mwh": 1314,
                "inference_mwh": 8760, "energy_mwh": 8760 * DRAW, "emissions_t": EMISSIONS,
                "cost_usd": COST, "water_m3": WATER, "supplies": [
                    {"supply": "hydro", "mean_mw": 0.5}, {"supply": "grid", "mean_mw": DRAW - 0.5}]}
        plan = {
            "policy": "cost", "objective": COST,
            "sites": [site], "training": [{"job": "run", "site": "fjord", "energy_mwh": 876}],
            "inference": [{"service": "chat", "market": "town", "site": "fjord", "mean_mw": 1.0,
                           "rtt_ms": 30.0}],
            "totals": {"cost_usd_per_year": COST, "emissions_t_per_year": EMISSIONS,
                       "mean_rtt_ms": 30, "p95_rtt_ms": 30, "max_rtt_ms": 30,
                       "energy_mwh_per_year": 8760 * DRAW, "water_m3_per_year": WATER,
                       "capacity_mw": CAPACITY,
                       "controllable_cost_usd_per_year": COST - HARDWARE,
                       "cost_parts_usd_per_year": {"hardware": HARDWARE, "rest": COST - HARDWARE},
                       "operational_emissions_t_per_year": EMISSIONS - EMBODIED,
                       "embodied_emissions_t_per_year": EMBODIED,
                       "it_energy_mwh_per_year": 8760 * IT, "training_energy_mwh_per_year": 1314,
                       "inference_energy_mwh_per_year": 8760,
                       "inference_share_of_work": 8760 / (8760 + 1314),
                       "idle_energy_mwh_per_year": 8760 * (IT - ACTIVE),
                       "burdens": [
                           {"measure": "largest_water_by_country", "value": WATER},
                           {"measure": "largest_cost_by_site_per_mw_built",
                            "value": COST / CAPACITY}]}}
        self.assertEqual(self.failures(plan), 0)
        for key in ("capacity_mw", "built_mw", "cost_usd", "emissions_t", "water_m3"):
            changed = copy.deepcopy(plan)
            changed["sites"][0][key] *= 1.001
            self.assertGreater(self.failures(changed), 0, key)
        for place in range(2):
            changed = copy.deepcopy(plan)
            changed["totals"]["burdens"][place]["value"] *= 1 + 1e-8
            self.assertGreater(self.failures(changed), 0, f"burden {place}")
        for key in plan["totals"].keys() - {"cost_parts_usd_per_year", "burdens"}:
            changed = copy.deepcopy(plan)
            changed["totals"][key] *= 1 + 1e-8
            self.assertGreater(self.failures(changed), 0, key)

    def test_a_plan_that_breaks_a_rule_on_sums_is_found(self):
        rows = {"fjord": {"training_mwh": 1314, "inference_mwh": 0,
                          "supplies": [{"supply": "hydro", "mean_mw": 0.5}]},
                "valley": {"training_mwh": 0, "inference_mwh": 1314, "supplies": []}}
        alone = {"fjord": rows["fjord"]}
        cases = [("placed", {"fjord": 1.0}, alone, {"valley": 1.0}, alone),
                 ("near", True, alone, True, rows),
                 ("green", {"hydro"}, alone, {"wind"}, alone)]
        for field, allowed, kept, forbidden, broken in cases:
            for value, given, holds in ((allowed, kept, True), (forbidden, broken, False)):
                task, check = self.task("cost"), Comparison()
                setattr(task, field, value)
                with contextlib.redirect_stdout(io.StringIO()):
                    rules(check, task, given)
                self.assertEqual(check.failures == 0, holds, field)

    def failures(self, plan: dict) -> int:
        with contextlib.redirect_stdout(io.StringIO()):
            return Spreadsheet(plan, self.task("cost")).run()


class RoundTripCases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scenario = load(HERE / "oracle.yaml")
        cls.trips = RoundTrips(cls.scenario)

    def between(self, market: str, site: str):
        return self.trips.between(self.scenario.markets[market], self.scenario.sites[site])

    def test_a_degree_of_the_equator_is_111_195_km(self):
        at = [{"latitude": 0.0, "longitude": x} for x in (179.5, -179.5)]
        self.assertAlmostEqual(kilometres(*at), 111.195080, places=6)

    def test_a_stated_value_is_used_as_it_is(self):
        self.assertEqual(self.between("tokyo", "azure_japaneast"), (6.25, "stated"))

    def test_a_measured_pair_is_the_mean_of_both_directions_and_the_last_mile(self):
        self.assertEqual(self.between("bangkok", "aws_ap_south_1")[1], "measured")
        self.assertAlmostEqual(self.between("bangkok", "aws_ap_south_1")[0],
                               (93.74 + 89.40) / 2 + 12, places=12)

    def test_one_direction_is_enough(self):
        self.assertEqual(self.between("mumbai", "azure_eastus"), (181 + 12, "measured"))

    def test_a_region_is_not_paired_with_itself(self):
        value, source = self.between("sao_paulo", "aws_sa_east_1")
        self.assertEqual(source, "fit")
        self.assertLess(value, 13)

    def test_a_fit_lies_between_light_and_its_stretch(self):
        # Cairo - Luleå, AF-EU: 63.91 + 0.009793 km against 2.01 times light
        market, site = self.scenario.markets["cairo"], self.scenario.sites["lulea"]
        light = 0.009793 * kilometres(market, site)
        self.assertEqual(self.between("cairo", "lulea")[1], "fit")
        self.assertAlmostEqual(self.between("cairo", "lulea")[0],
                               min(63.91 + light, 2.01 * light) + 12, places=9)

    def test_norway_is_a_country(self):
        sites = self.scenario.rules["northern_french"]["access"]["sites"]
        self.assertTrue(self.scenario.catalogue.selects(
            sites, self.scenario.sites["azure_norwayeast"]))


class SolverCases(unittest.TestCase):
    def test_both_solvers_read_free_mps_with_a_constant_and_an_infeasible_one(self):
        with tempfile.TemporaryDirectory() as folder:
            for limit, status, value in (("9", "optimal", 17), ("3", "infeasible", None)):
                file = Path(folder) / "tiny.mps"
                file.write_text(MPS.replace("LIMIT", limit))
                for result in (highs(file), glpsol(["--freemps", str(file)])):
                    self.assertEqual(result.status, status)
                    self.assertEqual(result.objective, value)


if __name__ == "__main__":
    unittest.main()
