"""What a plan breaks of a policy, recomputed from the plan's JSON and the scenario alone."""

from __future__ import annotations

import contextlib
import io
from collections import defaultdict

from comparison import Comparison
from plan_rules import judged_burdens, seasons
from plan_totals import Spreadsheet
from policy_data import LIMITS, Bans, Problem, latency_ms, longest_round_trips, shares
from catalogue import listed, number
from scenario_data import HOURS


def sheet(plan: dict, task: Problem) -> Spreadsheet:
    """The plan's measures, recomputed; what it breaks of the policy is not looked at here."""
    found = Spreadsheet(plan, task)
    with contextlib.redirect_stdout(io.StringIO()):
        found.round_trips()
        for site in found.rows:
            found.site(site)
    found.measures |= judged_burdens(task, found.rows)
    return found


def breaches(plan: dict, policy: str, task: Problem, measures: dict[str, float]) -> dict:
    """The excess by rule: MW of work that would have to move, or the measure's unit.

    None where only whether a rule is broken is recomputed, and not by how much.
    """
    scenario = task.scenario
    stated = scenario.policies[policy]
    rules = {name: scenario.rules[name] for name in listed(stated.get("rules", []))}
    found = {name: amount(rule, name, plan, task) for name, rule in rules.items()}
    found["max_rtt_ms"] = slow(plan, task, longest_round_trips(scenario, stated.get("max_rtt_ms")))
    for key, most in (stated.get("limits") or {}).items():
        measure = next(m for m in task.limits if LIMIT_KEYS[m] == key)
        if measures[measure] - number(most) > 1e-6 * max(1, number(most)):
            found[key] = measures[measure] - number(most)
    work = max(1.0, sum(by_site(plan, scenario)[0].values()))
    least = {name: 0 if name in LIMIT_KEYS.values() else 1e-6 * work for name in found}
    return {name: value for name, value in found.items() if value is None or value > least[name]}


LIMIT_KEYS = {measure: key for key, measure in LIMITS.items()}


def by_site(plan: dict, scenario) -> tuple[dict[str, float], dict[str, float]]:
    """Mean MW of all work, and of training with its machines."""
    work, trained = defaultdict(float), defaultdict(float)
    for row in plan["inference"]:
        work[row["site"]] += row["mean_mw"]
    for row in plan["training"]:
        mw = (1 + scenario.jobs[row["job"]]["overhead"]) * row["energy_mwh"] / HOURS
        work[row["site"]] += mw
        trained[row["site"]] += mw
    return work, trained


def amount(rule: dict, name: str, plan: dict, task: Problem) -> float | None:
    scenario = task.scenario
    work, trained = by_site(plan, scenario)
    whole, training = sum(work.values()), sum(trained.values())
    (kind, body), = rule.items()
    if kind == "share":
        groups = shares(scenario, {name: rule}).values()
        return sum(max(0, sum(work[s] for s in members) - most * whole)
                   for members, most in groups)
    if kind == "placement":
        return sum(max(0, mw - number(body["shares"].get(s, 0)) * whole)
                   for s, mw in work.items())
    if kind == "near_users":
        return sum(max(0, mw - training / whole * work[s]) for s, mw in trained.items())
    if kind == "training_supply":
        return off_plants(plan, task, trained)
    ban = Bans(scenario, {name: rule})
    served = sum(row["mean_mw"] for row in plan["inference"]
                 if ban.service(row["service"], row["market"], row["site"]))
    return served + sum(
        (1 + scenario.jobs[row["job"]]["overhead"]) * row["energy_mwh"] / HOURS
        for row in plan["training"] if ban.job(row["job"], row["site"]))


def off_plants(plan: dict, task: Problem, trained: dict[str, float]) -> float | None:
    """Facility power of training beyond the plants of the rule; None where only seasons are missed."""
    excess, seasonal = 0.0, Comparison()
    rows = {row["id"]: row for row in plan["sites"]}
    for s, row in rows.items():
        site = task.scenario.sites[s]
        clean = {name for name, supply in site["supplies"].items()
                 if supply["kind"] == "direct_line" and supply["fuel"] in task.green}
        drawn = sum(d["mean_mw"] for d in row["supplies"] if d["supply"] in clean)
        excess += max(0, site["pue"] * trained[s] - drawn)
    with contextlib.redirect_stdout(io.StringIO()):
        seasons(seasonal, task, rows, plan["training"])
    return None if seasonal.failures else excess


def slow(plan: dict, task: Problem, most: dict[str, float]) -> float:
    """MW of requests that take longer than the policy allows."""
    total = 0.0
    for row in plan["inference"]:
        rtt, _ = task.rtt[row["market"], row["site"]]
        service = task.scenario.services[row["service"]]
        late = latency_ms(service, rtt) > service["max_latency_ms"] * (1 + 1e-12)
        if late or rtt > most[row["service"]] * (1 + 1e-12):
            total += row["mean_mw"]
    return total
