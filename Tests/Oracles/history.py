#!/usr/bin/env python3
"""What was published beside what the program plans from inputs alone: a run of training ten times
over, a query and a search, and the Bitcoin network.

Published figures are read from the catalogue's tables. Prints a line each; exit status 1 when one
lies beyond its margin. Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from catalogue import table
from program import SCENARIOS, SITES, planned, read

HOURS = 8760.0
JEAN_ZAY = ("id,name,country,latitude,longitude,carbon_g_per_kwh,price_usd_per_mwh,pue,"
            "wue_l_per_kwh,grid_water_l_per_kwh\njean_zay,Jean Zay,FR,48.70,2.17,57,50,1,0,0\n")
MINING = SCENARIOS / "bitcoin_as_mined.yaml"
SHARES_YEAR = "2022"  # mining_shares.csv is of January 2022
HYDRO = "ipcc_2014_hydro"


def rows(name: str, key: str = "id") -> dict[str, dict[str, str]]:
    """A table of the catalogue by its key."""
    return {row[key]: row for row in table(SITES / name)}


def published(row: str) -> float:
    return float(rows("equivalences.csv")[row]["value"])


@dataclass
class Line:
    """A figure of a plan beside a published one; the margin is relative to the latter."""

    what: str
    unit: str
    planned: float
    published: float
    margin: float

    @property
    def gap(self) -> float:
        return self.planned / self.published - 1

    @property
    def holds(self) -> bool:
        return abs(self.gap) <= self.margin

    def __str__(self) -> str:
        verdict = "ok      " if self.holds else "DIFFERS "
        return (f"{verdict}{self.what:<58} {self.planned:9.5g} {self.published:9.5g} {self.unit:<5}"
                f" {100 * self.gap:+6.2f} %, margin {100 * self.margin:.3g} %")


def training(folder: Path, times: int = 1, overhead: float = 0.0, embodied: bool = True) -> dict:
    """Totals of BLOOM's run, so many times over, at its 57 g/kWh and PUE 1.

    From inputs alone: hours, watts, overhead and embodied carbon by the hours used. More hours in
    the same window take as many more accelerators.
    """
    (folder / "jean_zay.csv").write_text(JEAN_ZAY)
    content = read(SCENARIOS / "bloom.yaml")
    content["sites"] = {"from": "jean_zay.csv", "assume": content["sites"]["assume"]}
    content["sites"]["assume"]["limit_mw"] = times
    content["policies"] = {"published": {"minimise": "cost"}}
    del content["rules"]
    job = content["jobs"]["bloom_176b"]
    job["overhead"] = overhead
    job["accelerators"]["hours"] *= times
    job["accelerators"]["count"] *= times
    if not embodied:
        del job["embodied"]
    return planned(content, folder)["totals"]


def training_by_hand(times: int, overhead: float, embodied: bool) -> float:
    """Tonnes of the same run: accelerator-hours x W x g/kWh, and kg an accelerator by the hour."""
    run = rows("training_runs.csv")["bloom_176b"]
    hours = times * float(run["accelerator_hours"])
    kwh = hours * float(run["power_w_per_accelerator"]) / 1000 * (1 + overhead)
    grams = kwh * float(run["grid_g_per_kwh"])
    # (2,500 kg a server / 8 + 150 kg an A100), over six years at 85 % use.
    making = hours * (2500 / 8 + 150) / (6 * HOURS * 0.85) if embodied else 0
    return grams / 1e6 + making / 1000


def requests(folder: Path, wh: dict[str, float]) -> tuple[dict[str, float], dict]:
    """Tonnes a year of each service, by its rows of the plan, and the plan's totals.

    Services differ in their Wh a request alone: the same users, asking as often, at one site
    without idle machines.
    """
    (folder / "jean_zay.csv").write_text(JEAN_ZAY)
    plan = planned({
        "sitewise": 1, "name": "A query and a search",
        "sites": {"from": "jean_zay.csv", "assume": {
            "limit_mw": 1000, "idle_share": 0, "headroom": 0, "embodied_t_per_mw": 0}},
        "markets": {"from": "cities", "top": 5},
        "services": {service: {"it_wh_per_request": energy, "requests_per_user_per_day": 10}
                     for service, energy in wh.items()},
        "policies": {"cheapest": {"minimise": "cost"}}}, folder)
    site, = plan["sites"]
    tonnes = dict.fromkeys(wh, 0.0)
    for row in plan["inference"]:
        mwh = HOURS * row["mean_mw"]
        tonnes[row["service"]] += mwh * site["grid_carbon_g_per_kwh"] / 1000
    return tonnes, plan["totals"]


def mining(folder: Path, hydro_g_per_kwh: float | None = None) -> dict:
    """Totals of the bundled scenario; with a factor, every mine has a hydropower plant of its own
    behind the meter, large enough for all that it draws, and draws on nothing else."""
    content = read(MINING)
    content["sites"]["from"] = str(SCENARIOS / content["sites"]["from"])
    if hydro_g_per_kwh is not None:
        supply = {"kind": "direct_line", "mw": 10000, "usd_per_mwh": 40,
                  "g_per_kwh": hydro_g_per_kwh}
        shares = content["rules"]["as_mined"]["placement"]["shares"]
        content["sites"]["set"] = {site: {"supply": {"hydro": dict(supply)}} for site in shares}
        content["rules"]["hydropower"] = {"training_supply": {"fuels": "hydro"}}
        content["policies"] = {"on_hydropower": {
            "minimise": "emissions", "rules": ["as_mined", "hydropower"]}}
    return planned(content, folder)["totals"]


def mining_countries(year: str = SHARES_YEAR) -> tuple[dict[str, float], dict[str, dict]]:
    """Shares of the mining countries, rescaled to a whole, and the site that each should be."""
    known = {row["country"]: float(row["share_pct"]) for row in table(SITES / "mining_shares.csv")}
    grids = {row["zone"]: row for row in table(SITES / "grids.csv") if row["year"] == year}
    ember, countries = rows("country_carbon.csv", "country"), rows("countries.csv", "iso2")
    cities = rows("cities.csv")
    prices = {row["country"]: row for row in table(SITES / "prices.csv")
              if row["role"] == "main" and not row["admin1"] and not row["city"]}
    shares, sites = {}, {}
    for code, share in known.items():
        zone = code.lower()
        city = cities[countries[code]["main_city"]]
        shares[zone] = share / sum(known.values())
        sites[zone] = {
            "id": zone, "name": countries[code]["name"], "country": code,
            "latitude": city["latitude"], "longitude": city["longitude"],
            "grid_zone": zone if zone in grids else "",
            "carbon_g_per_kwh": (grids.get(zone) or ember[code])["carbon_g_per_kwh"],
            "price_usd_per_mwh": prices[code]["price_usd_per_mwh"]}
    return shares, sites


def training_lines(folder: Path) -> list[Line]:
    times = int(published("culpan_inference_to_training"))
    run, idle, embodied = (float(rows("training_runs.csv")[row]["emissions_t_co2e"]) for row in (
        "bloom_176b", "bloom_176b_idle", "bloom_176b_embodied"))
    # 256.646 / 433.196 MWh; the paper prints 14.6 t for it and 50.5 t in all.
    overhead = read(SCENARIOS / "bloom.yaml")["jobs"]["bloom_176b"]["overhead"]

    def tonnes(*arguments) -> float:
        return training(folder, times, *arguments)["emissions_t_per_year"]

    whole = tonnes(overhead)
    return [
        Line(f"{times} x BLOOM, accelerators alone", "t", tonnes(0.0, False), times * run, 1e-3),
        Line(f"{times} x BLOOM, accelerators and embodied", "t", tonnes(),
             times * (run + embodied), 1e-3),
        Line(f"{times} x BLOOM, energy with overhead", "t", tonnes(overhead, False),
             times * (run + idle), 2e-3),
        Line(f"{times} x BLOOM, all, beside the paper's", "t", whole,
             times * published("culpan_bloom_with_network_idle") / 1000, 2e-3),
        Line(f"{times} x BLOOM, all, beside the column's round figure", "t", whole,
             published("culpan_inference_10x") / 1000, 1.5e-2)]


def request_lines(folder: Path) -> list[Line]:
    energies = rows("inference_energy.csv")
    search, prompt = (float(energies[row]["energy_wh_per_unit"]) for row in (
        "web_search_google_2009", "chat_prompt_gemini"))
    times = published("culpan_ai_query_to_search")
    tonnes, _ = requests(folder, {"search": search, "query": times * search, "prompt": prompt})
    return [
        Line("a query of 2023 to a search of 2009, carbon", "ratio",
             tonnes["query"] / tonnes["search"], times, 1e-6),
        Line("a chat prompt of 2025 to the same search, carbon", "ratio",
             tonnes["prompt"] / tonnes["search"], prompt / search, 1e-6)]


def bitcoin_lines(folder: Path) -> list[Line]:
    year, hydro = (published(row) / 1e9 for row in (
        "culpan_bitcoin_year", "culpan_bitcoin_year_hydro"))
    factor = float(rows("fuels.csv")[HYDRO]["lifecycle_g_per_kwh"])

    def megatonnes(*arguments) -> float:
        return mining(folder, *arguments)["emissions_t_per_year"] / 1e6

    return [
        Line("Bitcoin as mined, from the grids of ten countries", "Mt", megatonnes(), year, 0.15),
        Line("Bitcoin on hydropower, at the column's derived factor", "Mt",
             megatonnes(published("bitcoin_hydro_intensity_culpan")), hydro, 5e-3),
        Line(f"Bitcoin on hydropower, at {factor:.0f} g/kWh", "Mt", megatonnes(factor), hydro,
             0.15)]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        lines = [line for group in (training_lines, request_lines, bitcoin_lines)
                 for line in group(Path(folder))]
    print(f"{'':66} {'planned':>9} {'published':>9}")
    print(*lines, sep="\n")
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
