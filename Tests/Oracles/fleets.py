"""Work stated in accelerators: energy, peak, overhead and embodied carbon of jobs and services."""

from __future__ import annotations

from catalogue import Catalogue, ScenarioError, known, number, table

HOURS = 8760.0
KEYS = ["type", "count", "utilisation", "power_w"]


class Fleet:
    """Machines as `accelerators` gives them, with what the catalogue knows of their type."""

    def __init__(self, block: dict, base: Catalogue, more: tuple[str, ...] = ()):
        known(block, [*KEYS, *more], "accelerators")
        types = {row["id"]: row for row in table(base.folder / "accelerators.csv")}
        if "type" in block and block["type"] not in types:
            raise ScenarioError(f"unknown accelerator {block['type']}")
        kind = types.get(block.get("type"), {})
        rated = number(block.get("power_w", kind.get("tdp_w")))
        self.watts = rated * number(block.get("utilisation", 1))
        self.mw = number(block["count"]) * self.watts / 1e6
        host = kind.get("host_overhead_w_per_accelerator")
        self.overhead = float(host) / rated if host else None
        self.embodied_kg = kind.get("embodied_kg_co2e")


def job_in_accelerators(row: dict, base: Catalogue) -> tuple[dict, float]:
    """The row with its energy, peak and overhead, and embodied carbon by the hours used, t/MWh."""
    if "accelerators" not in row:
        return row, 0.0
    fleet = Fleet(row["accelerators"], base, ("hours",))
    stated = {"it_mwh": number(row["accelerators"]["hours"]) * fleet.watts / 1e6,
              "peak_mw": fleet.mw, "overhead": row.get("overhead", fleet.overhead or 0)}
    body, tonnes = row.get("embodied"), 0.0
    if body:
        known(body, ["kg_per_accelerator", "lifetime_years", "use"], "embodied")
        hours = number(body["lifetime_years"]) * HOURS * number(body["use"])
        kilograms = number(body.get("kg_per_accelerator", fleet.embodied_kg))
        tonnes = kilograms / 1000 / hours / (fleet.watts / 1e6)
    return row | stated, tonnes


def wh_per_request(row: dict, requests_per_year: float, base: Catalogue) -> float:
    """IT energy of a request; of machines, their mean power with the hosts' over all requests."""
    if "accelerators" not in row:
        return number(row["it_wh_per_request"])
    fleet = Fleet(row["accelerators"], base)
    return fleet.mw * (1 + (fleet.overhead or 0)) * HOURS * 1e6 / requests_per_year
