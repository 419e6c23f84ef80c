"""Burdens: the most of a measure that any one site, grid zone or country bears, from their names."""

from __future__ import annotations

import re
from collections import defaultdict

UNITS = {"cost": "usd", "emissions": "t", "energy": "mwh", "water": "m3"}
COLUMNS = {"cost": "cost_usd", "emissions": "emissions_t", "energy": "energy_mwh",
           "water": "water_m3"}
NAME = re.compile(r"largest_(cost|emissions|energy|water)_by_(site|grid_zone|country)"
                  r"(_per_mw_limit|_per_mw_built)?")


def parts(name: str) -> tuple[str, str, str] | None:
    """What is borne, by whom, and for what: '' for the year's amount."""
    match = NAME.fullmatch(name)
    return (match[1], match[2], match[3] or "") if match else None


def keys() -> tuple[dict[str, str], dict[str, str]]:
    """Names of burdens by the key of a limit and by the key of a weight."""
    limits, weights = {}, {}
    for kind, unit in UNITS.items():
        for grouping in ("site", "grid_zone", "country"):
            start = f"largest_{kind}_by_{grouping}"
            for scale in ("", "_per_mw_limit", "_per_mw_built"):
                limits[f"{start}_{unit}_per_year{scale}"] = start + scale
            weights[start if kind == "cost" else f"{start}_usd_per_{unit}"] = start
            each = start + "_per_mw_limit"
            weights[each + ("_mw" if kind == "cost" else f"_usd_mw_per_{unit}")] = each
    return limits, weights


def bearers(sites: dict[str, dict], grouping: str) -> dict[str, list[str]]:
    """Sites by who bears; one without a grid zone is a zone of its own."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, site in sites.items():
        key = "id" if grouping == "site" else grouping
        found[site[key] or name].append(name)
    return found


def limit_mw(sites: dict[str, dict], members: list[str]) -> float:
    """What the members' positions may hold."""
    most: dict[tuple, float] = defaultdict(float)
    for name in members:
        position = sites[name]["position"]
        most[position] = max(most[position], sites[name]["limit_mw"])
    return sum(most.values())


def largest(name: str, sites: dict[str, dict], rows: dict[str, dict]) -> float:
    """A burden in a plan's rows."""
    kind, grouping, scale = parts(name)
    most = 0.0
    for members in bearers(sites, grouping).values():
        standing = [rows[s] for s in members if s in rows]
        amount = sum(row[COLUMNS[kind]] for row in standing)
        divisor = {"": 1.0, "_per_mw_limit": limit_mw(sites, members),
                   "_per_mw_built": sum(row["capacity_mw"] for row in standing)}[scale]
        most = max(most, amount / divisor if divisor > 1e-9 else 0.0)
    return most
