"""Scenarios whose every free text is given: harmless names, or ones that try to get out."""

from __future__ import annotations

import csv
import json
from pathlib import Path

SCRIPT = "<script>alert(1)</script>"
IMAGE = "\"><img src=x onerror=alert(1)>"
FORMULA = "=cmd|' /C calc'!A0"
# Turns what follows around, and never ends.
OVERRIDE = "Ost\u202egnirt\u2066s"
ENTITY = "&lt;b&gt; &amp;amp; ]]> <!-- --> '`${x}"
STYLE = "</style></title></svg><style>*{display:none}</style>"
HOSTILE = (SCRIPT, IMAGE, FORMULA, OVERRIDE, ENTITY, STYLE)
HARMLESS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta")

PLACES = (("NO", 59.9, 10.7), ("SE", 59.3, 18.1), ("FI", 60.2, 24.9),
          ("DE", 52.5, 13.4), ("FR", 48.9, 2.4), ("ES", 40.4, -3.7))


def scenario(names: tuple[str, ...], folder: Path, file: str) -> Path:
    """Writes a scenario with six sites and six markets that have these names, and the same in every
    other place where the format lets a planner write what she likes."""
    rows = list(zip(names, PLACES))
    _table(folder / "sites.csv",
           "id name country latitude longitude operator grid_zone carbon_g_per_kwh price_usd_per_mwh",
           [[f"site_{i}", name, *place, names[(i + 1) % 6], names[(i + 2) % 6], 50 + 40 * i,
             90 - 10 * i] for i, (name, place) in enumerate(rows)])
    _table(folder / "markets.csv", "id name country latitude longitude users",
           [[f"market_{i}", name, *place, 1_000_000] for i, (name, place) in enumerate(rows)])
    _table(folder / "supplies.csv",
           "id site kind mw usd_per_mwh fuel g_per_kwh year source price_source note",
           [["plant", "site_0", "direct_line", 5, 20, "gas", 400, 2024, names[0], names[1],
             names[5]]])
    content = {
        "sitewise": 1, "name": " ".join(names), "description": " and ".join(reversed(names)),
        "sites": {"from": "sites.csv", "supplies": "supplies.csv", "assume": {"limit_mw": 7}},
        "markets": {"from": "markets.csv"},
        "services": {"chat": {"it_wh_per_request": 5, "requests_per_user_per_day": 20}},
        "jobs": {"run": {"it_mwh": 20000, "peak_mw": 20, "start": "2026-02-01",
                         "end": "2026-06-30"}},
        "rules": {"spread": {"share": {"of": "operator", "max": 0.6}}},
        "policies": {"cheapest": {"minimise": "cost", "rules": ["spread"]},
                     "greenest": {"minimise": ["emissions", "cost"], "tolerance": 0.01}},
    }
    path = folder / file
    # JSON is YAML, with every character in quotes.
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _table(path: Path, columns: str, rows: list[list]):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(columns.split())
        writer.writerows(rows)
