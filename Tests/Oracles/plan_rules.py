"""A plan against what its policy allows: position limits, rules on sums, seasons of supplies and
limits on measures."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from burdens import largest, parts
from comparison import Comparison
from policy_data import Problem
from scenario_data import HOURS, YEAR_DAYS


def positions(check: Comparison, task: Problem, rows: dict[str, dict]) -> None:
    """Sites at one position share the largest of their limits."""
    members: dict[tuple, list[str]] = defaultdict(list)
    for s, site in task.scenario.sites.items():
        members[site["position"]].append(s)
    for group in members.values():
        check.at_most(f"position of {group[0]}",
                      sum(rows[s]["capacity_mw"] for s in group if s in rows),
                      max(task.scenario.sites[s]["limit_mw"] for s in group))


def rules(check: Comparison, task: Problem, rows: dict[str, dict]) -> None:
    """Shares, a given placement, training near users and training on clean lines."""
    work = {s: row["inference_mwh"] + row["training_mwh"] for s, row in rows.items()}
    whole = sum(work.values())
    for name, (members, most) in task.shares.items():
        check.at_most(f"share {name}", sum(work.get(s, 0) for s in members), most * whole)
    if task.placed is not None and whole:
        for s in work.keys() | task.placed.keys():
            # The model allows a billionth, which one site may lack when all others take theirs.
            check.quiet(f"placement {s}", work.get(s, 0) / whole, task.placed.get(s, 0), 2e-9)
    if task.near and whole:
        trained = sum(row["training_mwh"] for row in rows.values()) / whole
        for s, row in rows.items():
            check.at_most(f"near users {s}", row["training_mwh"], trained * work[s])
    if task.green is not None:
        for s, row in rows.items():
            site = task.scenario.sites[s]
            clean = clean_lines(task, site)
            drawn = sum(HOURS * d["mean_mw"] for d in row["supplies"] if d["supply"] in clean)
            check.at_most(f"training supply {s}", site["pue"] * row["training_mwh"], drawn)


def clean_lines(task: Problem, site: dict) -> set[str]:
    """The supplies that training may draw on: all where no rule says which."""
    return {name for name, supply in site["supplies"].items() if task.green is None
            or supply["kind"] == "direct_line" and supply["fuel"] in task.green}


def seasons(check: Comparison, task: Problem, rows: dict[str, dict], training: list[dict]) -> None:
    """A year's draws must fit the days on which their supplies give and the load of those days."""
    for s, row in rows.items():
        site = task.scenario.sites[s]
        trained: dict[int, float] = defaultdict(float)  # facility MWh by day of the year
        for run in (run for run in training if run["site"] == s):
            job = task.scenario.jobs[run["job"]]
            mwh = site["pue"] * (1 + job["overhead"]) * run["energy_mwh"]
            for day, share in job["days"].items():
                trained[day] += mwh * share
        steady = (row["energy_mwh"] - sum(trained.values())) / YEAR_DAYS
        clean = clean_lines(task, site)
        drawn = {d["supply"]: HOURS * d["mean_mw"] for d in row["supplies"]}
        seasonal = [name for name, supply in site["supplies"].items()
                    if len(supply["days"]) < YEAR_DAYS]
        for chosen in (set(names) for count in range(1, len(seasonal) + 1)
                       for names in combinations(seasonal, count)):
            days = set().union(*(site["supplies"][name]["days"] for name in chosen))
            run_days = set().union(*(site["supplies"][name]["days"] for name in chosen & clean))
            label = f"{s} {'+'.join(sorted(chosen))}"
            check.at_most(f"season {label}", sum(drawn[name] for name in chosen),
                          steady * len(days) + sum(trained[day] for day in run_days))
            if task.green is not None and chosen <= clean:
                check.at_most(f"training out of season {label}",
                              sum(mwh for day, mwh in trained.items() if day not in days),
                              sum(drawn[name] for name in clean - chosen))


def measure_limits(check: Comparison, task: Problem, measures: dict[str, float]) -> None:
    for measure, limit in task.limits.items():
        check.at_most(f"limit on {measure}", measures[measure], limit)


def judged_burdens(task: Problem, rows: dict[str, dict]) -> dict[str, float]:
    """The burdens that the policy judges by, in a plan's rows."""
    names = {m for m in [*task.limits, *(m for w in task.stages for m in w)] if parts(m)}
    return {name: largest(name, task.scenario.sites, rows) for name in sorted(names)}


def burdens(check: Comparison, task: Problem, plan: dict, rows: dict[str, dict]) -> None:
    """Every burden that the plan states, those that the policy judges by among them."""
    stated = {row["measure"]: row["value"] for row in plan["totals"]["burdens"]}
    for name in judged_burdens(task, rows):
        check.line(name in stated, f"{name} is stated")
    for name, value in stated.items():
        check.value(name, largest(name, task.scenario.sites, rows), value, 1e-9)
