"""A reader of scenario files, independent of the product's own.

Written from Guides/scenario.md and the catalogue's tables alone. `load` gives plain Python data:
dicts of sites, markets, services and jobs with every figure filled in, in the units of the keys.
"""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from pathlib import Path

import yaml

from catalogue import (DEFAULT_FOLDER, Catalogue, ScenarioError, known, listed, number, numbers,
                       table)
from fleets import job_in_accelerators, wh_per_request

HOURS = 8760.0
FIGURES = """limit_mw existing_mw carbon_g_per_kwh price_usd_per_mwh pue wue_l_per_kwh
    grid_water_l_per_kwh idle_share headroom shell_usd_per_mw shell_years hardware_usd_per_mw
    hardware_years embodied_t_per_mw connection_usd_per_mw connection_years fixed_usd_per_mw_year
    demand_charge_usd_per_mw_year egress_usd_per_gb""".split()
FIELDS = {
    "carbon": "carbon_g_per_kwh", "price": "price_usd_per_mwh", "pue": "pue",
    "wue": "wue_l_per_kwh", "grid_water": "grid_water_l_per_kwh",
}
SUPPLY = "kind mw capacity_factor season usd_per_mwh fuel g_per_kwh l_per_kwh".split()
YEAR_DAYS = 365
MISSING = {"pue": "assume", "wue": "assume", "price": "exclude", "carbon": "exclude",
           "grid_water": "report"}


@dataclass
class Scenario:
    """One scenario; `stated_rtt` and `serving` are keyed by (market, site)."""

    name: str
    discount_rate: float
    sites: dict[str, dict]
    markets: dict[str, dict]
    services: dict[str, dict]
    jobs: dict[str, dict]
    latency: dict
    stated_rtt: dict[tuple[str, str], float]
    serving: dict[tuple[str, str], float]
    carbon_usd_per_t: float
    water_usd_per_m3: float
    rules: dict
    policies: dict
    catalogue: Catalogue


def load(path: str | Path, catalogue: str | Path | None = None) -> Scenario:
    """Reads a scenario and the tables it names."""
    path = Path(path)
    # The base loader leaves every scalar text: YAML 1.1 would read Norway (NO) as false and
    # 26e6 as a string.
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    known(data, """sitewise name description period sites markets services jobs missing latency
        prices fuels rules policies""".split(), "scenario")
    base = Catalogue(Path(catalogue) if catalogue else DEFAULT_FOLDER)
    period = data.get("period") or {}
    known(period, ["year", "discount_rate"], "period")
    prices = data.get("prices") or {}
    known(prices, ["carbon_usd_per_t", "water_usd_per_m3", "serving"], "prices")
    latency = {"last_mile_ms": base.assumptions["last_mile_ms"], "fit": "typical",
               "measured": "true"} | (data.get("latency") or {})
    known(latency, ["last_mile_ms", "fit", "measured", "rtt"], "latency")
    markets = read_markets(data["markets"], base, path.parent)
    return Scenario(
        name=data["name"],
        discount_rate=number(period.get("discount_rate", base.assumptions["discount_rate"])),
        sites=read_sites(data, base, path.parent),
        markets=markets,
        services={name: read_service(name, row, markets, base, path.parent)
                  for name, row in (data.get("services") or {}).items()},
        jobs={name: read_job(name, row, base) for name, row in (data.get("jobs") or {}).items()},
        latency=latency,
        stated_rtt=matrix(path.parent, latency.get("rtt"), "rtt_ms"),
        serving=matrix(path.parent, prices.get("serving"), "usd_per_million_requests"),
        carbon_usd_per_t=number(prices.get("carbon_usd_per_t", 0)),
        water_usd_per_m3=number(
            prices.get("water_usd_per_m3", base.assumptions["water_usd_per_m3"])),
        rules=data.get("rules") or {},
        policies=data["policies"],
        catalogue=base)


def matrix(folder: Path, file: str | None, column: str) -> dict[tuple[str, str], float]:
    rows = table(folder / file) if file else []
    return {(r["market"], r["site"]): float(r[column]) for r in rows}


def read_sites(data: dict, base: Catalogue, folder: Path) -> dict[str, dict]:
    """The candidate sites that the selection and the missing figures leave, in table order."""
    block = data["sites"]
    known(block, ["from", "where", "assume", "set", "supplies"], "sites")
    source = block.get("from", "catalog")
    rows = table(base.folder / "sites.csv" if source == "catalog" else folder / source)
    where = dict(block.get("where") or {}) if isinstance(block.get("where"), dict) else {}
    has = listed(where.pop("has", []))
    least = number(where.pop("min_price_usd_per_mwh",
                             base.assumptions["min_price_usd_per_mwh"]))
    selection = where or (block.get("where") if not isinstance(block.get("where"), dict) else None)
    assume = numbers(block.get("assume") or {})
    known(assume, FIGURES, "assume")
    settings = block.get("set") or {}
    listed_supplies = read_supply_table(block.get("supplies"), base, folder)
    sites = {}
    for row in rows:
        site = {key: row.get(key, "")
                for key in ("id", "name", "country", "operator", "kind", "grid_zone")}
        site |= {key: float(row[key]) for key in ("latitude", "longitude")}
        site["position"] = (round(site["latitude"] * 1e4), round(site["longitude"] * 1e4))
        site["continent"] = base.continents.get(site["country"], "")
        own = {key: float(row[key]) for key in FIGURES if row.get(key)}
        if not base.selects(selection, site) or any(FIELDS[f] not in own for f in has):
            continue
        stated = dict(settings.get(site["id"], {}))
        supplies = stated.pop("supply", {}) | listed_supplies.get(site["id"], {})
        site["supplies"] = {name: read_supply(name, supply, data.get("fuels", "ipcc_2014"), base)
                            for name, supply in supplies.items()}
        known(stated, FIGURES, f"set {site['id']}")
        figures = fill(site["id"], own | numbers(stated), assume, data.get("missing") or {}, base)
        if figures is None or figures["price_usd_per_mwh"] < least:
            continue
        sites[site["id"]] = site | figures
    if set(settings) - {row["id"] for row in rows}:
        raise ScenarioError("set names a site that is not in the table")
    return sites


def fill(name: str, own: dict, assume: dict, actions: dict, base: Catalogue) -> dict | None:
    """All figures of a site; None where a missing one excludes it."""
    known(actions, MISSING, "missing")
    figures = {}
    for key in FIGURES:
        field = next((f for f, figure in FIELDS.items() if figure == key), None)
        action = actions.get(field, "assume" if key in assume else MISSING.get(field, "assume"))
        default = assume.get(key, base.assumptions.get(key, 0.0 if key == "existing_mw" else None))
        if key in own:
            figures[key] = own[key]
        elif action == "exclude":
            return None
        elif action == "report":
            figures[key] = 0.0
        elif action != "assume" or default is None:
            raise ScenarioError(f"{name} has no {key}")
        else:
            figures[key] = default
    return figures


def read_supply_table(source: str | None, base: Catalogue, folder: Path) -> dict[str, dict]:
    """The rows of a table of supplies by site and id, as under `set`."""
    found: dict[str, dict] = {}
    if source:
        for row in table(base.folder / "supplies.csv" if source == "catalog" else folder / source):
            supply = {key: row[key] for key in SUPPLY if row.get(key)}
            if row.get("season_from"):
                supply["season"] = {"from": row["season_from"], "to": row["season_to"]}
            found.setdefault(row["site"], {})[row["id"]] = supply
    return found


def read_supply(name: str, row: dict, factor_set: str, base: Catalogue) -> dict:
    known(row, SUPPLY, name)
    if row["kind"] not in ("direct_line", "contract"):
        raise ScenarioError(f"supply {name}: unknown kind")
    factors = {r["fuel"]: float(r["lifecycle_g_per_kwh"])
               for r in table(base.folder / "fuels.csv") if r["factor_set"] == factor_set}
    factor = row.get("g_per_kwh", factors.get(row.get("fuel", name)))
    if factor is None:
        raise ScenarioError(f"supply {name}: no factor for this fuel in {factor_set}")
    days = season_days(row.get("season"), name)
    share = number(row.get("capacity_factor", len(days) / YEAR_DAYS))
    if share > math.ceil(1000 * len(days) / YEAR_DAYS) / 1000:
        raise ScenarioError(f"supply {name}: more than its season allows")
    return {"kind": row["kind"], "fuel": row.get("fuel", name),
            "mean_mw": number(row["mw"]) * share, "usd_per_mwh": number(row["usd_per_mwh"]),
            "g_per_kwh": number(factor), "l_per_kwh": number(row.get("l_per_kwh", 0)),
            "days": days}


def year_day(date: datetime.date) -> int:
    """A day's number in a year of 365 days, from 0; 29 February goes with the 28th."""
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return date.replace(year=2001, day=day).timetuple().tm_yday - 1


def season_days(season: dict | None, name: str) -> frozenset[int]:
    """The days of the year on which a supply gives power, both ends included."""
    if season is None:
        return frozenset(range(YEAR_DAYS))
    known(season, ["from", "to"], f"season of {name}")
    first, last = (year_day(datetime.date.fromisoformat(f"2001-{season[key]}"))
                   for key in ("from", "to"))
    return frozenset(day for day in range(YEAR_DAYS)
                     if (first <= day <= last if first <= last else day >= first or day <= last))


def window_days(start: datetime.date, end: datetime.date) -> dict[int, float]:
    """The share of a window that falls on each day of the year."""
    count = (end - start).days + 1
    shares: dict[int, float] = {}
    for offset in range(count):
        day = year_day(start + datetime.timedelta(days=offset))
        shares[day] = shares.get(day, 0) + 1 / count
    return shares


def read_markets(block: dict, base: Catalogue, folder: Path) -> dict[str, dict]:
    """The markets by falling weight, with their users."""
    known(block, ["from", "top", "weight", "where", "users_total"], "markets")
    source = block.get("from", "cities")
    cities = source == "cities"
    rows = table(base.folder / "cities.csv" if cities else folder / source)
    column = block.get("weight", "internet_users") if cities else "users"
    markets = []
    for row in rows:
        market = {"id": row["id"], "name": row["name"], "country": row["country"],
                  "continent": base.continents.get(row["country"], ""),
                  "latitude": float(row["latitude"]), "longitude": float(row["longitude"]),
                  "users": float(row[column] or 0)}
        if base.selects(block.get("where"), market):
            markets.append(market)
    markets.sort(key=lambda market: -market["users"])
    markets = markets[:int(block["top"])] if "top" in block else markets
    if "users_total" in block:
        total = sum(market["users"] for market in markets)
        for market in markets:
            market["users"] *= number(block["users_total"]) / total
    return {market["id"]: market for market in markets}


def read_service(name: str, row: dict, markets: dict, base: Catalogue, folder: Path) -> dict:
    """A service with its requests a year in each market where it is offered."""
    known(row, """it_wh_per_request accelerators requests_per_user_per_day requests markets
        peak_to_mean max_rtt_ms max_latency_ms trips service_ms egress_kb_per_request
        operator""".split(), name)
    daily = {}
    if "requests" in row:
        daily = {r["market"]: float(r["requests_per_day"]) for r in table(folder / row["requests"])}
    else:
        daily = {m["id"]: m["users"] * number(row["requests_per_user_per_day"])
                 for m in markets.values()}
    offered = [m for m, market in markets.items() if base.selects(row.get("markets"), market)]
    requests = {m: daily[m] * 365 for m in offered if daily.get(m, 0) > 0}
    return {
        "wh": wh_per_request(row, sum(requests.values()), base), "requests": requests,
        "peak_to_mean": number(row.get("peak_to_mean", 1)),
        "max_rtt_ms": number(row.get("max_rtt_ms", "inf")),
        "max_latency_ms": number(row.get("max_latency_ms", "inf")),
        "trips": number(row.get("trips", 1)), "service_ms": number(row.get("service_ms", 0)),
        "egress_kb": number(row.get("egress_kb_per_request", 0)), "operator": row.get("operator")}


def read_job(name: str, row: dict, base: Catalogue) -> dict:
    known(row, ["it_mwh", "overhead", "peak_mw", "start", "end", "operator", "accelerators",
                "embodied"], name)
    row, tonnes_per_mwh = job_in_accelerators(row, base)
    start, end = (datetime.date.fromisoformat(row[key]) for key in ("start", "end"))
    return {"it_mwh": number(row["it_mwh"]), "overhead": number(row.get("overhead", 0)),
            "peak_mw": number(row["peak_mw"]), "window_h": 24.0 * ((end - start).days + 1),
        "days": window_days(start, end),
            "operator": row.get("operator"), "embodied_t_per_mwh": tonnes_per_mwh}
