"""A plan against what its policy allows: position limits, rules on sums and limits on measures."""

from __future__ import annotations

from collections import defaultdict

from comparison import Comparison
from policy_data import Problem


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
            clean = {name for name, supply in site["supplies"].items()
                     if supply["kind"] == "direct_line" and supply["fuel"] in task.green}
            drawn = sum(8760 * d["mean_mw"] for d in row["supplies"] if d["supply"] in clean)
            check.at_most(f"training supply {s}", site["pue"] * row["training_mwh"], drawn)


def measure_limits(check: Comparison, task: Problem, measures: dict[str, float]) -> None:
    for measure, limit in task.limits.items():
        check.at_most(f"limit on {measure}", measures[measure], limit)
