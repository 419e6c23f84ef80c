#!/usr/bin/env python3
"""Recomputes a plan's totals from its rows, as one would in a spreadsheet, without a solver.

All that the plan states must agree to 1e-9, its objective to 1e-7; limits must hold to 1e-6.
A `training` row holds the accelerators' energy; a site's `training_mwh` the overhead as well.
Exit status: 0 agreement, 1 disagreement.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from comparison import Comparison
from plan_rules import burdens, judged_burdens, measure_limits, positions, rules, seasons
from policy_data import Problem, latency_ms, problem
from scenario_data import HOURS, load

TOLERANCE, OPTIMUM = 1e-9, 1e-7
SUMS = {"cost_usd_per_year": "cost_usd", "emissions_t_per_year": "emissions_t",
        "energy_mwh_per_year": "energy_mwh", "water_m3_per_year": "water_m3",
        "capacity_mw": "capacity_mw"}


def annuity(usd: float, years: float, rate: float) -> float:
    return usd / years if rate == 0 else usd * rate / (1 - (1 + rate) ** -years)


class Spreadsheet:
    """The rows of one plan beside the figures of its scenario."""

    def __init__(self, plan: dict, task: Problem):
        self.plan, self.task, self.scenario = plan, task, task.scenario
        self.check = Comparison()
        self.rows = {row["id"]: row for row in plan["sites"]}
        self.requests = [(self.per_mw(row["service"]) * row["mean_mw"], row)
                         for row in plan["inference"]]
        self.measures: dict[str, float] = defaultdict(float)

    def per_mw(self, service: str) -> float:
        """Requests a year that one mean MW answers."""
        return HOURS * 1e6 / self.scenario.services[service]["wh"]

    def run(self) -> int:
        self.sums()
        self.parts()
        self.round_trips()
        self.work()
        for site in self.rows:
            self.site(site)
        for total, measure in (("cost_usd_per_year", "cost"), ("emissions_t_per_year", "emissions"),
                               ("energy_mwh_per_year", "energy"), ("water_m3_per_year", "water")):
            self.check.value(f"{total} from inputs", self.measures[measure],
                             self.plan["totals"][total], TOLERANCE)
        burdens(self.check, self.task, self.plan, self.rows)
        self.objective()
        positions(self.check, self.task, self.rows)
        rules(self.check, self.task, self.rows)
        seasons(self.check, self.task, self.rows, self.plan["training"])
        measure_limits(self.check, self.task, self.measures)
        return self.check.failures

    def sums(self) -> None:
        """Totals are the sums of the sites' figures."""
        for total, column in SUMS.items():
            self.check.value(f"{total} as sum of sites",
                             sum(row[column] for row in self.rows.values()),
                             self.plan["totals"][total], TOLERANCE)

    def parts(self) -> None:
        """Totals are the sums of the parts that they are reported in."""
        totals = self.plan["totals"]
        costs = totals["cost_parts_usd_per_year"]
        inference = sum(row["inference_mwh"] for row in self.rows.values())
        training = sum(row["training_mwh"] for row in self.rows.values())
        wholes = {
            "cost_usd_per_year": sum(costs.values()),
            "controllable_cost_usd_per_year": totals["cost_usd_per_year"] - costs["hardware"],
            "emissions_t_per_year": totals["operational_emissions_t_per_year"]
            + totals["embodied_emissions_t_per_year"],
            "training_energy_mwh_per_year": training,
            "inference_energy_mwh_per_year": inference,
            "inference_share_of_work": inference / (inference + training),
            "it_energy_mwh_per_year": sum(totals[f"{part}_energy_mwh_per_year"]
                                          for part in ("training", "inference", "idle"))}
        for total, value in wholes.items():
            self.check.value(f"{total} as sum of parts", value, totals[total], TOLERANCE)

    def objective(self) -> None:
        """The last stage's value is its measure, or the weighted sum of its measures."""
        self.measures |= judged_burdens(self.task, self.rows)
        weights = self.task.stages[-1]
        millions = sum(n for n, _ in self.requests) / 1e6
        summed = len(weights) > 1 or isinstance(
            self.scenario.policies[self.plan["policy"]]["minimise"], dict)
        value = sum(weight * self.measures[measure]
                    * (millions if summed and measure in ("latency", "rtt") else 1)
                    for measure, weight in weights.items())
        self.check.value("objective", value, self.plan["objective"], OPTIMUM)

    def round_trips(self) -> None:
        """Mean, 95th percentile and maximum over requests; each row against the inputs."""
        totals, count = self.plan["totals"], sum(n for n, _ in self.requests)
        if not count:
            # Without requests there is no mean; zero would read as the best there is.
            for key in ("mean_rtt_ms", "p95_rtt_ms", "max_rtt_ms"):
                self.check.text(key, str(totals[key]), "None")
            self.measures["rtt"] = self.measures["latency"] = 0.0
            return
        mean = sum(n * row["rtt_ms"] for n, row in self.requests) / count
        self.check.value("mean_rtt_ms", mean, totals["mean_rtt_ms"], TOLERANCE)
        reached, p95 = 0.0, 0.0
        for n, row in sorted(self.requests, key=lambda pair: pair[1]["rtt_ms"]):
            if reached >= 0.95 * count * (1 - 1e-12):
                break
            reached, p95 = reached + n, row["rtt_ms"]
        self.check.value("p95_rtt_ms", p95, totals["p95_rtt_ms"], TOLERANCE)
        worst = max((row["rtt_ms"] for n, row in self.requests if n > 0), default=0.0)
        self.check.value("max_rtt_ms", worst, totals["max_rtt_ms"], TOLERANCE)
        latency = 0.0
        for n, row in self.requests:
            rtt, _ = self.task.rtt[row["market"], row["site"]]
            self.check.quiet(f"rtt {row['market']} - {row['site']}", rtt, row["rtt_ms"])
            latency += n * latency_ms(self.scenario.services[row["service"]], rtt)
        self.measures["rtt"] = mean
        self.measures["latency"] = latency / count

    def work(self) -> None:
        """Every load is served and every job trained, only where limits and rules allow it."""
        served, trained = defaultdict(float), defaultdict(float)
        arcs, hosts = set(self.task.arcs), set(self.task.hosts)
        for row in self.plan["inference"]:
            served[row["service"], row["market"]] += row["mean_mw"]
            if (row["service"], row["market"], row["site"]) not in arcs:
                self.check.line(False, f"forbidden: {row}")
        for row in self.plan["training"]:
            trained[row["job"]] += row["energy_mwh"]
            if (row["job"], row["site"]) not in hosts:
                self.check.line(False, f"forbidden: {row}")
        for i, service in self.scenario.services.items():
            for m, requests in service["requests"].items():
                self.check.quiet(f"load {i} {m}", requests / self.per_mw(i), served[i, m])
        for j, job in self.scenario.jobs.items():
            self.check.quiet(f"job {j}", job["it_mwh"], trained[j])
            self.check.at_most(f"peak {j}", trained[j] / job["window_h"], job["peak_mw"])

    def site(self, name: str) -> None:
        """One site's energy, emissions, water and cost from its capacity, work and supplies."""
        row, site, scenario, check = self.rows[name], self.scenario.sites[name], self.scenario, \
            self.check
        inference = [r for r in self.plan["inference"] if r["site"] == name]
        training = [r for r in self.plan["training"] if r["site"] == name]
        inference_mwh = HOURS * sum(r["mean_mw"] for r in inference)
        power, training_mwh = 0.0, 0.0
        for r in inference:
            power += scenario.services[r["service"]]["peak_to_mean"] * r["mean_mw"]
        for r in training:
            job = scenario.jobs[r["job"]]
            training_mwh += (1 + job["overhead"]) * r["energy_mwh"]
            power += (1 + job["overhead"]) * r["energy_mwh"] / job["window_h"]
        check.quiet(f"inference {name}", inference_mwh, row["inference_mwh"])
        check.quiet(f"training {name}", training_mwh, row["training_mwh"])
        capacity, built = row["capacity_mw"], row["built_mw"]
        check.at_most(f"site_capacity {name}", power, (1 - site["headroom"]) * capacity)
        check.at_most(f"limit {name}", capacity, site["limit_mw"])
        check.at_most(f"built {name}", capacity - site["existing_mw"], built)
        check.at_most(f"built {name}", built, 0.0 if name in self.task.closed else capacity)

        active = inference_mwh + training_mwh
        it_mwh = active + site["idle_share"] * (HOURS * capacity - active)
        energy = site["pue"] * it_mwh
        check.quiet(f"energy {name}", energy, row["energy_mwh"])
        draws = {r["supply"]: HOURS * r["mean_mw"] for r in row["supplies"]}
        check.quiet(f"supplies {name}", sum(draws.values()), energy)
        grams, litres, bought = 0.0, 0.0, 0.0
        for supply, mwh in draws.items():
            stated = site["supplies"].get(supply)
            direct = stated is not None and stated["kind"] == "direct_line"
            grams += mwh * (stated["g_per_kwh"] if direct else site["carbon_g_per_kwh"])
            litres += mwh * (stated["l_per_kwh"] if direct else site["grid_water_l_per_kwh"])
            bought += mwh * (stated if stated else {"usd_per_mwh": site["price_usd_per_mwh"]})[
                "usd_per_mwh"]
            if stated:
                check.at_most(f"supply {name} {supply}", mwh / HOURS, stated["mean_mw"])
            elif supply != "grid":
                check.line(False, f"unknown supply {supply} at {name}")
        emissions = grams / 1000 + capacity * site["embodied_t_per_mw"] / site["hardware_years"]
        emissions += sum(scenario.jobs[r["job"]]["embodied_t_per_mwh"] * r["energy_mwh"]
                         for r in training)
        water = litres + site["wue_l_per_kwh"] * it_mwh
        cost = bought + self.capacity_cost(site, built, capacity) + self.serving_cost(inference)
        cost += scenario.carbon_usd_per_t * emissions
        cost += scenario.water_usd_per_m3 * site["wue_l_per_kwh"] * it_mwh
        check.quiet(f"emissions {name}", emissions, row["emissions_t"])
        check.quiet(f"water {name}", water, row["water_m3"])
        check.quiet(f"cost {name}", cost, row["cost_usd"])
        for measure, value in (("energy", energy), ("emissions", emissions), ("water", water),
                               ("cost", cost)):
            self.measures[measure] += value

    def capacity_cost(self, site: dict, built: float, capacity: float) -> float:
        rate = self.scenario.discount_rate
        per_built = (annuity(site["shell_usd_per_mw"], site["shell_years"], rate)
                     + annuity(site["hardware_usd_per_mw"], site["hardware_years"], rate)
                     + site["pue"] * annuity(site["connection_usd_per_mw"],
                                             site["connection_years"], rate))
        standing = site["fixed_usd_per_mw_year"] \
            + site["pue"] * site["demand_charge_usd_per_mw_year"]
        return built * per_built + capacity * standing

    def serving_cost(self, rows: list[dict]) -> float:
        """Egress and the planner's own cost of serving."""
        usd = 0.0
        for row in rows:
            requests = self.per_mw(row["service"]) * row["mean_mw"]
            gigabytes = requests * self.scenario.services[row["service"]]["egress_kb"] / 1e6
            usd += gigabytes * self.scenario.sites[row["site"]]["egress_usd_per_gb"]
            usd += requests / 1e6 * self.scenario.serving.get((row["market"], row["site"]), 0.0)
        return usd


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("plan", help="the product's plan, JSON")
    parser.add_argument("scenario")
    parser.add_argument("--catalog", help="folder of the catalogue")
    options = parser.parse_args()
    plan = json.loads(Path(options.plan).read_text())
    if not plan.get("sites"):
        print(f"the plan is {plan['status']} and has no rows")
        return 0 if plan["status"] in ("infeasible", "unbounded") else 1
    task = problem(load(options.scenario, options.catalog), plan["policy"])
    return 1 if Spreadsheet(plan, task).run() else 0


if __name__ == "__main__":
    sys.exit(main())
