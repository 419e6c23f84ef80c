#!/usr/bin/env python3
"""Solves a policy with the MathProg model and compares each stage with a plan.

Exit status: 0 agreement, 1 disagreement.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from burdens import bearers, limit_mw, parts
from comparison import Comparison
from policy_data import Problem, problem
from scenario_data import FIGURES, YEAR_DAYS, load
from solver_runs import Result, glpsol

MODEL = Path(__file__).resolve().parent / "siting.mod"
TOLERANCE = 1e-7
# Brings each objective to about 1e6: the solver's tolerances are absolute.
TARGET = 1e6
SIZES = {"cost": 1e9, "emissions": 1e5, "latency": 100, "rtt": 100, "energy": 1e6, "water": 1e6}


def symbol(value) -> str:
    return "'" + str(value) + "'"


def statement(kind: str, name: str, rows: list[tuple], numeric: bool) -> str:
    """A set (tuples of symbols) or a parameter (symbols, then a value) as MathProg data."""
    lines = [f"{kind} {name} :="]
    for row in rows:
        if numeric:
            lines.append(" ".join(map(symbol, row[:-1])) + f" {float(row[-1])!r}")
        else:
            lines.append(" ".join(map(symbol, row)))
    return "\n".join(lines) + ";\n"


class Data:
    """The data section, as text."""

    def __init__(self):
        self.text = ""

    def set(self, name: str, rows) -> None:
        rows = [row if isinstance(row, tuple) else (row,) for row in rows]
        self.text += statement("set", name, rows, False)

    def param(self, name: str, values: dict) -> None:
        rows = [(*(key if isinstance(key, tuple) else (key,)), v) for key, v in values.items()]
        if rows:
            self.text += statement("param", name, rows, True)

    def scalar(self, name: str, value: float) -> None:
        self.text += f"param {name} := {float(value)!r};\n"


def scenario_section(task: Problem) -> str:
    """All but the objective and the rows of earlier stages."""
    scenario, data = task.scenario, Data()
    sites, services, jobs = scenario.sites, scenario.services, scenario.jobs
    place = {s: "{}_{}".format(*site["position"]) for s, site in sites.items()}
    data.set("SITES", sites)
    data.set("POSITIONS", dict.fromkeys(place.values()))
    data.set("CLOSED", sorted(task.closed))
    data.text += statement("param", "position", list(place.items()), False)
    for figure in FIGURES:
        data.param(figure, {s: site[figure] for s, site in sites.items()})
    supplies = {(s, g): row for s, site in sites.items() for g, row in site["supplies"].items()}
    data.set("SUPPLIES", supplies)
    data.param("supply_mw", {key: row["mean_mw"] for key, row in supplies.items()})
    data.param("supply_direct",
               {key: row["kind"] == "direct_line" for key, row in supplies.items()})
    for column in ("usd_per_mwh", "g_per_kwh", "l_per_kwh"):
        data.param("supply_" + column, {key: row[column] for key, row in supplies.items()})
    season_data(data, sites, jobs)
    requests = {(i, m): n for i, row in services.items() for m, n in row["requests"].items()}
    data.set("MARKETS", scenario.markets)
    data.set("SERVICES", services)
    data.set("JOBS", jobs)
    data.set("LOADS", requests)
    data.set("ARCS", task.arcs)
    data.set("HOSTS", task.hosts)
    data.param("requests_per_year", requests)
    for name, column in (("wh_per_request", "wh"), ("peak_to_mean", "peak_to_mean"),
                         ("trips", "trips"), ("service_ms", "service_ms"),
                         ("egress_kb_per_request", "egress_kb")):
        data.param(name, {i: row[column] for i, row in services.items()})
    data.param("rtt_ms", {key: ms for key, (ms, _) in task.rtt.items()})
    data.param("serving_usd_per_million", {key: usd for key, usd in scenario.serving.items()
                                           if key in task.rtt})
    for name, column in (("job_mwh", "it_mwh"), ("overhead", "overhead"),
                         ("window_h", "window_h"), ("peak_mw", "peak_mw"),
                         ("job_t_per_mwh", "embodied_t_per_mwh")):
        data.param(name, {j: row[column] for j, row in jobs.items()})
    for name in ("discount_rate", "carbon_usd_per_t", "water_usd_per_m3"):
        data.scalar(name, getattr(scenario, name))
    burden_data(data, task)
    data.set("SHARES", task.shares)
    data.set("SHARED", [(k, s) for k, (members, _) in task.shares.items()
                        for s in sorted(members)])
    data.set("NEAR", sites if task.near else [])
    data.set("GREEN_ONLY", sites if task.green is not None else [])
    data.set("GREEN", [key for key, row in supplies.items()
                       if row["kind"] == "direct_line" and row["fuel"] in (task.green or ())])
    placed = {s: task.placed.get(s, 0.0) for s in sites} if task.placed else {}
    data.set("PLACED", placed)
    data.param("placed", placed)
    data.param("share_max", {k: most for k, (_, most) in task.shares.items()})
    return data.text


def season_data(data: Data, sites: dict, jobs: dict) -> None:
    """Cuts the year of each site with seasonal supplies into days on which the same ones give."""
    shares, met, split, overlap = {}, [], [], {}
    for s, site in sites.items():
        supplies = site["supplies"]
        if all(len(supply["days"]) == YEAR_DAYS for supply in supplies.values()):
            continue
        days: dict[tuple[str, ...], list[int]] = {}
        for day in range(YEAR_DAYS):
            there = tuple(g for g, supply in supplies.items() if day in supply["days"])
            days.setdefault(there, []).append(day)
        for part, (there, members) in enumerate(days.items()):
            shares[s, part] = len(members) / YEAR_DAYS
            met += [(s, part)] if part < len(days) - 1 else []
            split += [(s, g, part) for g in ("grid", *there)]
            overlap |= {(j, s, part): sum(job["days"].get(day, 0) for day in members)
                        for j, job in jobs.items()}
    data.set("PARTS", shares)
    data.set("MET", met)
    data.set("SPLIT", split)
    data.param("part_share", shares)
    data.param("overlap", overlap)


def burden_data(data: Data, task: Problem) -> None:
    """Limits, and who bears what of the measures that the policy judges by."""
    sites = task.scenario.sites
    ratios = {m: most for m, most in task.limits.items() if m.endswith("_per_mw_built")}
    limits = {m: most for m, most in task.limits.items() if m not in ratios}
    data.set("LIMITED", limits)
    data.param("limit", limits)
    burdens = {m: parts(m) for m in [*limits, *ratios, *(m for w in task.stages for m in w)]
               if parts(m)}
    data.set("BURDENS", [m for m in burdens if m not in ratios])
    data.set("RATIOS", ratios)
    data.param("ratio_limit", ratios)
    members = {(b, p): names for b, (_, grouping, _) in burdens.items()
               for p, names in bearers(sites, grouping).items()}
    data.text += statement("param", "borne_kind", [(b, kind) for b, (kind, _, _) in burdens.items()],
                           False) if burdens else ""
    data.set("BEARERS", members)
    data.set("MEMBERS", [(b, p, s) for (b, p), names in members.items() for s in names])
    data.param("burden_scale", {
        (b, p): limit_mw(sites, names) if burdens[b][2] == "_per_mw_limit" else 1.0
        for (b, p), names in members.items()})


def stage_section(weights: dict[str, float], kept: dict[str, float], mean: bool,
                  scale: float) -> str:
    data = Data()
    data.param("weight", weights)
    data.scalar("mean_objective", mean)
    data.scalar("scale", scale)
    data.set("KEPT", kept)
    data.param("kept", kept)
    return data.text + "end;\n"


def solve(task: Problem, weighted: bool, exact: bool = True) -> list[tuple[str, Result]]:
    """The stages in order, up to the first without an optimum; values in the measure's unit."""
    results: list[tuple[str, Result]] = []
    kept: dict[str, float] = {}
    body = scenario_section(task)
    for weights in task.stages:
        label = "weighted" if weighted else next(iter(weights))
        kind = parts(label)[0] if parts(label) else label
        scale = TARGET / SIZES["cost" if weighted else kind]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "siting.dat"
            file.write_text("data;\n" + body + stage_section(weights, kept, not weighted, scale))
            result = glpsol(["--math", str(MODEL), "--data", str(file)], exact)
        if result.objective is not None:
            value = result.objective / scale
            result = Result(result.status, value)
            kept[label] = value + max(task.tolerance, 1e-6) * abs(value)
        results.append((label, result))
        if result.status != "optimal":
            break
    return results


def compare(results: list[tuple[str, Result]], plan: dict) -> int:
    check = Comparison()
    check.text("status", results[-1][1].status, plan["status"])
    if results[-1][1].status == "optimal" and plan["status"] == "optimal":
        stages = plan["stages"] + [{}] * len(results)
        for (label, result), stage in zip(results, stages):
            check.value(f"stage {label}", result.objective, stage.get("value"), TOLERANCE)
        check.value("objective", results[-1][1].objective, plan.get("objective"), TOLERANCE)
    return check.failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenario")
    parser.add_argument("policy")
    parser.add_argument("--catalog", help="folder of the catalogue")
    parser.add_argument("--no-exact", action="store_true",
                        help="trust floating point (for large models)")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--plan", help="the product's plan of this policy, JSON")
    task.add_argument("--solve-only", action="store_true", help="print the stages' values")
    options = parser.parse_args()
    scenario = load(options.scenario, options.catalog)
    weighted = isinstance(scenario.policies.get(options.policy, {}).get("minimise"), dict)
    results = solve(problem(scenario, options.policy), weighted, not options.no_exact)
    if options.plan:
        return 1 if compare(results, json.loads(Path(options.plan).read_text())) else 0
    for label, result in results:
        print(f"{options.policy} {label}: "
              + (result.status if result.objective is None else f"{result.objective:.15g}"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
