"""Figures as `sitewise stress` draws them, from Guides/stress.md alone."""

from __future__ import annotations

import csv
from pathlib import Path

from round_trips import RoundTrips
from scenario_data import Scenario

MASK = 2**64 - 1
CARBON, PRICE, RTT = 1, 2, 3


def splitmix(state: int) -> int:
    """The first number of SplitMix64 (Steele, Lea and Flood 2014)."""
    state = (state + 0x9E3779B97F4A7C15) & MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
    return state ^ (state >> 31)


def key(name: str) -> int:
    """FNV-1a over the bytes of a name."""
    number = 0xCBF29CE484222325
    for byte in name.encode():
        number = ((number ^ byte) * 0x100000001B3) & MASK
    return number


def factor(seed: int, sample: int, figure: int, owner: int, other: int, width: float) -> float:
    state = 0
    for part in (seed, sample, figure, owner, other):
        state = splitmix(state ^ part)
    return 1 + width * (2 * ((splitmix(state) >> 11) * 2.0**-53) - 1)


def site_figures(scenario: Scenario, widths: dict, seed: int, sample: int) -> dict[str, dict]:
    """Carbon and price by site, in the keys of a scenario's `set`."""
    found = {}
    for name, site in scenario.sites.items():
        owner = key(f"zone {site['grid_zone']}" if site["grid_zone"] else f"site {name}")
        found[name] = {
            field: site[field] * factor(seed, sample, figure, owner, 0, width)
            for field, figure, width in (
                ("carbon_g_per_kwh", CARBON, widths["carbon"]),
                ("price_usd_per_mwh", PRICE, widths["price"]))}
    return found


def write_round_trips(scenario: Scenario, width: float, seed: int, sample: int, path: Path):
    """The matrix of a sample as a scenario's `latency.rtt`."""
    first: dict[tuple, str] = {}
    for name, site in scenario.sites.items():
        first.setdefault(site["position"], name)
    trips = RoundTrips(scenario)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["market", "site", "rtt_ms"])
        for market in scenario.markets.values():
            for name, site in scenario.sites.items():
                drawn = factor(seed, sample, RTT, key(market["country"]),
                               key(first[site["position"]]), width)
                writer.writerow([market["id"], name, repr(drawn * trips.between(market, site)[0])])
