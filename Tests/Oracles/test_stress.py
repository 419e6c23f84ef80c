"""`sitewise stress` against samples drawn, written out as scenarios and solved apart from it.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import json
import math
import shutil
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

from compare_rules import breaches, sheet
from noise import site_figures, write_round_trips
from policy_data import problem
from program import HERE, PROGRAM, SCENARIOS, SITES, place, read, run
from scenario_data import load
from solver_runs import highs

ORACLE = HERE / "oracle.yaml"
POLICIES = ["cheapest", "greenest", "weighted"]
SAMPLES, SOLVED, SEED = 12, 3, 5
WIDTHS = {"carbon": 0.3, "price": 0.2, "rtt": 0.15}


def quantile(values: list[float], share: float) -> float:
    place = share * (len(values) - 1)
    lower = math.floor(place)
    upper = min(lower + 1, len(values) - 1)
    return values[lower] + (place - lower) * (values[upper] - values[lower])


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class StressTests(unittest.TestCase):
    """Each test names what holds."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = Path(cls.temporary.name)
        # Scenarios stand beside the tables that they name.
        for table in HERE.glob("*.csv"):
            shutil.copy(table, cls.folder)
        cls.results = {policy: cls.stress(ORACLE, "--policy", policy) for policy in POLICIES}
        cls.scenario = load(ORACLE)

    @classmethod
    def stress(cls, scenario: Path, *options: str) -> dict:
        widths = [f"--{name}={width}" for name, width in WIDTHS.items()]
        done = run(PROGRAM, "stress", str(scenario), "--samples", str(SAMPLES), "--seed",
                   str(SEED), "--format", "json", *widths, *options)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    def close(self, found: float, expected: float, tolerance: float = 1e-7):
        self.assertLessEqual(abs(found - expected), tolerance * max(1, abs(expected)),
                             f"{found} beside {expected}")

    def sample(self, number: int) -> Path:
        """A sample as a scenario file of its own."""
        content = read(ORACLE)
        settings = content["sites"]["set"]
        for site, figures in site_figures(self.scenario, WIDTHS, SEED, number).items():
            settings[site] = settings.get(site, {}) | figures
        trips = f"rtt-{number}.csv"
        write_round_trips(self.scenario, WIDTHS["rtt"], SEED, number, self.folder / trips)
        content["latency"]["rtt"] = trips
        path = self.folder / f"sample-{number}.yaml"
        path.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
        return path

    def test_a_samples_optimum_is_what_highs_finds_for_its_figures(self):
        for number in range(1, SOLVED + 1):
            path = self.sample(number)
            for policy in POLICIES:
                found = self.results[policy]["samples"][number - 1]
                for stage, outcome in enumerate(found["stages"], start=1):
                    model = self.folder / "sample.mps"
                    done = run(PROGRAM, "export", str(path), "--policy", policy, "--stage",
                               str(stage), "-o", str(model))
                    with self.subTest(policy=policy, sample=number, stage=stage):
                        self.assertEqual(done.returncode, 0, done.stderr)
                        result = highs(model)
                        self.assertEqual(result.status, found["status"])
                        self.close(outcome["optimum"], result.objective)

    def test_a_samples_sites_are_those_of_its_plan(self):
        for number in range(1, SOLVED + 1):
            path, file = self.sample(number), self.folder / "placed.json"
            for policy in POLICIES:
                with self.subTest(policy=policy, sample=number):
                    done = place(path, policy, file)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    plan = json.loads(file.read_text())
                    found = self.results[policy]["samples"][number - 1]
                    capacities = {site["id"]: site["capacity_mw"] for site in found["sites"]}
                    expected = {site["id"]: site["capacity_mw"] for site in plan["sites"]}
                    self.assertEqual(capacities.keys(), expected.keys())
                    for site, capacity in expected.items():
                        self.close(capacities[site], capacity, 1e-6)

    def test_the_chosen_plan_is_judged_by_its_rows_at_the_samples_figures(self):
        broken = 0
        for policy in POLICIES:
            file = self.folder / "chosen.json"
            place(ORACLE, policy, file)
            plan = json.loads(file.read_text())
            for number in range(1, SAMPLES + 1):
                task = problem(load(self.sample(number)), policy)
                found = self.results[policy]["samples"][number - 1]
                # The rows have round trips as given, and the sample has others.
                for row in plan["inference"]:
                    row["rtt_ms"] = task.rtt[row["market"], row["site"]][0]
                measures = sheet(plan, task)
                millions = sum(n for n, _ in measures.requests) / 1e6
                weighted = isinstance(task.scenario.policies[policy]["minimise"], dict)
                with self.subTest(policy=policy, sample=number):
                    for outcome, weights in zip(found["stages"], task.stages):
                        value = sum(weight * measures.measures[measure] * (
                            millions if weighted and measure in ("latency", "rtt") else 1)
                            for measure, weight in weights.items())
                        self.close(outcome["value"], value, 1e-8)
                    expected = breaches(plan, policy, task, measures.measures)
                    amounts = {breach["rule"]: breach["amount"] for breach in found["breaks"]}
                    self.assertEqual(amounts.keys(), expected.keys())
                    for rule, amount in expected.items():
                        self.close(amounts[rule], amount, 1e-6)
                    broken += bool(expected)
        self.assertGreater(broken, 3)

    def test_regret_follows_from_what_each_sample_lists(self):
        seen = 0
        for result in self.results.values():
            tolerances = [stage["tolerance"] for stage in result["chosen"]["stages"]]
            for sample in result["samples"]:
                comparable = not sample["breaks"]
                for place_, stage in enumerate(sample["stages"]):
                    last = place_ == len(tolerances) - 1
                    allowance = 0 if last else \
                        max(tolerances[place_], 1e-6) * abs(stage["optimum"])
                    excess = stage["value"] - stage["optimum"] - allowance
                    if not comparable:
                        self.assertIsNone(stage["regret"])
                        continue
                    self.assertGreaterEqual(stage["regret"], 0)
                    if last or place_ == 0:
                        self.assertGreaterEqual(stage["value"],
                                                stage["optimum"] * (1 - 1e-6) - 1e-6)
                    self.close(stage["regret"], max(0, excess), 2e-7 * max(1, stage["optimum"]))
                    seen += stage["regret"] > 0
                    comparable = stage["regret"] == 0
                self.assertEqual(sample["still_best"], bool(sample["stages"]) and comparable)
        self.assertGreater(seen, 5)

    def test_counts_and_percentiles_are_those_of_the_samples(self):
        for result in self.results.values():
            samples = result["samples"]
            self.assertTrue(result["complete"])
            self.assertEqual([s["sample"] for s in samples], list(range(1, SAMPLES + 1)))
            counts = result["counts"]
            self.assertEqual(counts["done"], sum(counts.values()) - counts["done"])
            self.assertEqual(counts["still_best"], sum(s["still_best"] for s in samples))
            self.assertEqual(counts["breaking"], sum(bool(s["breaks"]) for s in samples))
            solved = [s for s in samples if s["measures"]]
            for measure, spread in result["measures"].items():
                self.spread(spread, [s["measures"][measure] for s in solved])
            for number, stage in enumerate(result["stages"]):
                regrets = [s["stages"][number]["regret"] for s in solved]
                self.spread(stage["regret"], [r for r in regrets if r is not None])
            for site in result["sites"]:
                standing = [{x["id"]: x["capacity_mw"] for x in s["sites"]} for s in solved]
                self.assertEqual(site["samples"], sum(site["id"] in s for s in standing))
                self.spread(site["capacity_mw"], [s.get(site["id"], 0) for s in standing])
            self.steps(result)

    def spread(self, spread: dict | None, values: list[float]):
        if not values:
            self.assertIsNone(spread)
            return
        values = sorted(values)
        self.assertEqual(spread["samples"], len(values))
        for name, share in (("least", 0), ("p5", 0.05), ("median", 0.5), ("p95", 0.95),
                            ("most", 1)):
            self.close(spread[name], quantile(values, share), 1e-12)

    def steps(self, result: dict):
        chosen = {site["id"] for site in result["sites"] if site["chosen_mw"] > 0}
        others = sum({x["id"] for x in s["sites"]} != chosen for s in result["samples"])
        self.assertEqual(result["steps"][-1]["other_sites"], others)
        mostly = [s["scale"] for s in result["steps"] if 2 * s["other_sites"] > s["samples"]]
        self.assertEqual(result["breaking_scale"], mostly[0] if mostly else None)

    def test_stress_tests_follow_their_schema(self):
        schema = json.loads((SITES / "schemas" / "stress.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for result in self.results.values():
            validator.validate(result)
        validator.validate(self.stress(SCENARIOS / "bloom.yaml"))
        done = run(PROGRAM, "stress", str(ORACLE), "--policy", "impossible", "--format", "json")
        self.assertEqual(done.returncode, 1, done.stderr)
        validator.validate(json.loads(done.stdout))


if __name__ == "__main__":
    unittest.main()
