"""`sitewise diff` against the plans that it compares, recomputed from their JSON.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import itertools
import json
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

import jsonschema

from program import HERE, PROGRAM, SCENARIOS, SITES, policies, run

ORACLE = HERE / "oracle.yaml"
# A watt, and what it comes to over a year.
WATT, WATT_YEAR = 1e-6, 8.76e-3
KEYS = ["cost_usd_per_year", "controllable_cost_usd_per_year", "emissions_t_per_year",
        "mean_rtt_ms", "p95_rtt_ms", "energy_mwh_per_year", "water_m3_per_year", "capacity_mw"]


def noise(first: dict, second: dict) -> float:
    residuals = [plan["certificate"][key] for plan in (first, second) if plan["certificate"]
                 for key in ("primal_residual", "dual_residual", "complementarity")]
    return max([1e-8, *residuals])


def change(first: float, second: float, share: float, least: float = 0) -> float:
    difference = second - first
    floor = max(least, share * max(abs(first), abs(second)))
    return 0 if abs(difference) <= floor else difference


def work(plan: dict) -> dict:
    """Amounts by (kind, id), by market, by site."""
    found = defaultdict(lambda: defaultdict(lambda: defaultdict(float)))
    for row in plan["inference"]:
        found["service", row["service"]][row["market"]][row["site"]] += row["mean_mw"]
    for row in plan["training"]:
        found["job", row["job"]][""][row["site"]] += row["energy_mwh"]
    return found


def moved_share(first: dict, second: dict) -> float | None:
    """Of work by market and site: half the changes of shares, weighed by mean amounts."""
    moved = weights = 0.0
    for market in first.keys() & second.keys():
        before, after = first[market], second[market]
        totals = sum(before.values()), sum(after.values())
        weight = sum(totals) / 2
        share = sum(abs(after.get(site, 0) / totals[1] - before.get(site, 0) / totals[0]) / 2
                    for site in before.keys() | after.keys())
        weights += weight
        moved += weight * share
    return moved / weights if weights else None


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class DiffTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.plans = {}
        for policy in policies(ORACLE):
            file = cls.folder / f"{policy}.json"
            run(PROGRAM, "place", str(ORACLE), "--policy", policy, "--format", "json",
                "--no-rule-costs", "-o", str(file))
            cls.plans[policy] = file
        schema = json.loads((SITES / "schemas" / "diff.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    def diff(self, first: Path, second: Path, *options: str) -> dict:
        done = run(PROGRAM, "diff", str(first), str(second), "--format", "json", *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = json.loads(done.stdout)
        self.validator.validate(found)
        return found

    def pairs(self):
        """Each pair of plans with its difference."""
        for first, second in itertools.permutations(self.plans.values(), 2):
            difference = self.diff(first, second)
            yield (json.loads(first.read_text()), json.loads(second.read_text()),
                   difference["plans"][0])

    def close(self, found: float, expected: float, tolerance: float = 1e-9):
        self.assertLessEqual(abs(found - expected), tolerance * max(1, abs(expected)))

    def compare(self, shift: dict, first, second, share: float, least: float = 0):
        self.assertEqual((shift["first"], shift["second"]), (first, second))
        if first is None or second is None:
            self.assertIsNone(shift["absolute"])
            return
        expected = change(first, second, share, least)
        self.close(shift["absolute"], expected)
        if first:
            self.close(shift["relative"], expected / abs(first))
        else:
            self.assertIsNone(shift["relative"])

    def test_measures_sites_and_work_are_those_of_the_plans(self):
        seen = 0
        for first, second, found in self.pairs():
            with self.subTest(first=first["policy"], second=second["policy"]):
                self.measures(first, second, found)
                self.sites(first, second, found)
                self.work(first, second, found)
                seen += len(found["sites"])
        self.assertGreater(seen, 50)

    def measures(self, first: dict, second: dict, found: dict):
        share = noise(first, second)
        self.assertEqual(found["noise"], share)
        totals = [plan["totals"] or {} for plan in (first, second)]
        for key in KEYS:
            values = [total.get(key) for total in totals]
            # A measure of which nothing is known has no figure.
            known = [value if shown is not None else None
                     for value, shown in zip(values, found["measures"][key].values())]
            self.compare(found["measures"][key], *known, share)
        self.assertEqual([found["measures"]["sites_used"][side] for side in ("first", "second")],
                         [len(plan["sites"]) if plan["totals"] else None
                          for plan in (first, second)])

    def sites(self, first: dict, second: dict, found: dict):
        share = noise(first, second)
        if not (first["totals"] and second["totals"]):
            self.assertEqual((found["sites"], found["sites_unchanged"]), ([], 0))
            return
        tables = [{site["id"]: site for site in plan["sites"]} for plan in (first, second)]
        expected = {}
        for id in tables[0].keys() | tables[1].keys():
            pairs = {key: [table.get(id, {}).get(key, 0) for table in tables]
                     for key in ("capacity_mw", "training_mwh", "inference_mwh")}
            if any(change(*pair, share, WATT if key == "capacity_mw" else WATT_YEAR)
                   for key, pair in pairs.items()):
                expected[id] = pairs
        self.assertEqual({site["id"] for site in found["sites"]}, expected.keys())
        for site in found["sites"]:
            for key, pair in expected[site["id"]].items():
                self.compare(site[key], *pair, share, WATT if key == "capacity_mw" else WATT_YEAR)
        both = len(tables[0].keys() | tables[1].keys())
        self.assertEqual(found["sites_unchanged"], both - len(expected))
        whole = second["totals"]["capacity_mw"] - first["totals"]["capacity_mw"]
        moved = sum(site["capacity_mw"]["absolute"] for site in found["sites"])
        self.assertLessEqual(abs(moved - whole), 1e-4)

    def work(self, first: dict, second: dict, found: dict):
        if not (first["totals"] and second["totals"]):
            self.assertEqual(found["work"], [])
            return
        before, after = work(first), work(second)
        self.assertEqual({(row["kind"], row["id"]) for row in found["work"]},
                         before.keys() | after.keys())
        for row in found["work"]:
            key = row["kind"], row["id"]
            share = moved_share(before.get(key, {}), after.get(key, {}))
            if share is None:
                self.assertIsNone(row["moved_share"])
            else:
                self.close(row["moved_share"], share, 1e-5)

    def test_a_plan_against_itself_is_the_same(self):
        for file in self.plans.values():
            found = self.diff(file, file)
            self.assertFalse(found["changed"])
            self.assertEqual([plan["sites"] for plan in found["plans"]], [[]])
            self.assertFalse(any(found["inputs"].values()))

    def test_inputs_that_differ_are_those_that_were_changed(self):
        text = (SCENARIOS / "bloom.yaml").read_text()
        changed = {
            "period.discount_rate": text.replace("discount_rate: 7%", "discount_rate: 8%"),
            "prices.carbon_usd_per_t": text + "\nprices: {carbon_usd_per_t: 150}\n",
            "jobs.bloom_176b.end": text.replace("end: 2026-07-06", "end: 2026-07-08"),
        }
        files = {"": text, **changed}
        for key, content in files.items():
            scenario = self.folder / "bloom.yaml"
            scenario.write_text(content)
            done = run(PROGRAM, "compare", str(scenario), "--plans", "--format", "json", "-o",
                       str(self.folder / f"bloom-{key}.json"))
            self.assertEqual(done.returncode, 0, done.stderr)
        for key in changed:
            with self.subTest(key=key):
                found = self.diff(self.folder / "bloom-.json", self.folder / f"bloom-{key}.json")
                self.assertEqual([figure["key"] for figure in found["inputs"]["figures"]], [key])
                self.assertEqual([file["name"] for file in found["inputs"]["files"]],
                                 ["bloom.yaml"])
                self.assertFalse(any(any(plan["inputs"].values()) for plan in found["plans"]))
                self.assertNotEqual(found["first"]["scenario_sha256"],
                                    found["second"]["scenario_sha256"])


if __name__ == "__main__":
    unittest.main()
