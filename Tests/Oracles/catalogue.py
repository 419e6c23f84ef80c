"""The catalogue's tables, selections of countries and items, and small helpers to read both."""

from __future__ import annotations

import csv
from pathlib import Path

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "sites"
GROUPS = {
    "EU": ["eu_member"], "EEA": ["eea_member"], "GDPR": ["gdpr_applies"],
    "ADEQUATE": ["gdpr_applies", "gdpr_adequacy"], "D5": ["us_country_group_d5"],
}
SELECTION = ["id", "country", "country_not", "continent", "operator", "kind"]


class ScenarioError(Exception):
    """The scenario, or the catalogue, does not say what this reader can use."""


class Catalogue:
    """The tables of the catalogue, as rows of text, and the country groups made from them."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.assumptions = {r["key"]: float(r["value"]) for r in table(folder / "assumptions.csv")}
        self.continents = {r["iso2"]: r["continent"] for r in table(folder / "countries.csv")}
        laws = table(folder / "jurisdictions.csv")
        self.groups = {g: {r["iso2"] for r in laws if any(r[c] == "1" for c in columns)}
                       for g, columns in GROUPS.items()}
        self.groups["WORLD"] = set(self.continents)

    def countries(self, names) -> set[str]:
        """The countries that country codes and names of groups stand for."""
        found = set()
        for name in listed(names):
            if name not in self.groups and name not in self.continents:
                raise ScenarioError(f"unknown country or group: {name}")
            found |= self.groups.get(name, {name})
        return found

    def selects(self, selection, item: dict) -> bool:
        """Whether a selection (names, or a map that must match in every key) holds an item."""
        if selection is None:
            return True
        if not isinstance(selection, dict):
            return item["country"] in self.countries(selection)
        known(selection, SELECTION, "selection")
        for key, value in selection.items():
            if key == "country" and item["country"] not in self.countries(value):
                return False
            if key == "country_not" and item["country"] in self.countries(value):
                return False
            if key not in ("country", "country_not") and item.get(key) not in listed(value):
                return False
        return True


def table(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def listed(value) -> list:
    return value if isinstance(value, list) else [value]


def known(mapping: dict, keys, where: str) -> None:
    unknown = set(mapping) - set(keys)
    if unknown:
        raise ScenarioError(f"{where}: unknown keys {sorted(unknown)}")


def number(text) -> float:
    """A plain number or a percentage."""
    text = str(text).strip()
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def numbers(mapping: dict) -> dict[str, float]:
    return {key: number(value) for key, value in mapping.items()}
