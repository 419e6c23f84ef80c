"""`sitewise compare` against the plans it compares: regret, what is broken, and simple methods.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path

import jsonschema

from compare_rules import breaches, sheet
from plan_rules import positions, seasons
from plan_totals import Spreadsheet
from policy_data import problem
from program import HERE, PROGRAM, SCENARIOS, SITES, place, run
from scenario_data import load

ORACLE = HERE / "oracle.yaml"
METHODS = ["weighted_score", "greedy_carbon", "nearest_site"]


def compare(scenario: Path, *options: str) -> dict:
    done = run(PROGRAM, "compare", str(scenario), "--format", "json", "--plans", *options)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class CompareTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.comparison = compare(ORACLE, "--baselines", "all", "--rules")
        cls.columns = {column["name"]: column for column in cls.comparison["columns"]}
        cls.scenario = load(ORACLE)
        cls.tasks = {name: problem(cls.scenario, name) for name in cls.scenario.policies}

    def close(self, found: float, expected: float, tolerance: float = 1e-9):
        self.assertLessEqual(abs(found - expected), tolerance * max(1, abs(expected)),
                             f"{found} beside {expected}")

    def test_comparisons_follow_their_schema_and_plans_that_of_plans(self):
        schemas = {name: json.loads((SITES / "schemas" / f"{name}.schema.json").read_text())
                   for name in ("compare", "plan")}
        for schema in schemas.values():
            jsonschema.Draft202012Validator.check_schema(schema)
        documents = [self.comparison, compare(SCENARIOS / "bloom.yaml")]
        for document in documents:
            jsonschema.Draft202012Validator(schemas["compare"]).validate(document)
            for column in document["columns"]:
                jsonschema.Draft202012Validator(schemas["plan"]).validate(column["plan"])

    def test_each_plan_is_the_one_that_place_gives(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in self.scenario.policies:
                with self.subTest(policy=name):
                    file = Path(folder) / "plan.json"
                    place(ORACLE, name, file)
                    self.assertEqual(self.columns[name]["plan"], json.loads(file.read_text()))

    def test_regret_is_the_plans_measures_less_the_policys_optima(self):
        seen = 0
        for regret in self.comparison["regrets"]:
            task = self.tasks[regret["policy"]]
            plan = self.columns[regret["plan"]]["plan"]
            own = self.columns[regret["policy"]]["plan"]["stages"]
            found = sheet(plan, task)
            millions = sum(n for n, _ in found.requests) / 1e6
            weighted = isinstance(
                self.scenario.policies[regret["policy"]]["minimise"], dict)
            self.assertEqual(len(regret["stages"]), len(own))
            for stage, optimum, weights in zip(regret["stages"], own, task.stages):
                value = sum(weight * found.measures[measure] * (
                    millions if weighted and measure in ("latency", "rtt") else 1)
                    for measure, weight in weights.items())
                with self.subTest(plan=regret["plan"], policy=regret["policy"]):
                    self.close(stage["value"], value, 1e-8)
                    self.assertEqual(stage["optimum"], optimum["value"])
                    change = stage["regret"]["absolute"]
                    # Below a share of 1e-8 two optima count as the same.
                    self.close(change, value - optimum["value"], 2e-8 * max(1, abs(value)))
                    seen += 1
        self.assertGreater(seen, 100)

    def test_what_a_plan_breaks_is_what_its_rows_say(self):
        kinds = set()
        for regret in self.comparison["regrets"]:
            task = self.tasks[regret["policy"]]
            plan = self.columns[regret["plan"]]["plan"]
            expected = breaches(plan, regret["policy"], task, sheet(plan, task).measures)
            with self.subTest(plan=regret["plan"], policy=regret["policy"]):
                found = {breach["rule"]: breach["amount"] for breach in regret["breaks"]}
                self.assertEqual(found.keys(), expected.keys())
                self.assertEqual(regret["allowed"], not expected)
                for rule, value in expected.items():
                    if value is not None:
                        # Shares of a near_users or placement rule have a billionth of room.
                        self.close(found[rule], value, 1e-6)
                kinds |= {breach["kind"] for breach in regret["breaks"]}
        for kind in ("residency", "access", "closed", "share", "near_users", "training_supply",
                     "placement", "limit"):
            self.assertIn(kind, kinds)

    def test_baselines_add_up_from_their_rows_and_keep_what_they_must(self):
        """Everything but rules on sums and limits on measures, under every policy."""
        made = 0
        for policy in self.scenario.policies:
            found = compare(ORACLE, "--policies", policy, "--baselines", "all") \
                if policy != "impossible" else {"columns": []}
            for column in found["columns"]:
                plan = column["plan"]
                if column["kind"] == "policy" or plan["status"] != "feasible":
                    continue
                made += 1
                task = self.tasks[policy]
                figures = Spreadsheet(plan, task)
                text = io.StringIO()
                with contextlib.redirect_stdout(text):
                    figures.sums()
                    figures.parts()
                    figures.round_trips()
                    figures.work()
                    for site in figures.rows:
                        figures.site(site)
                    figures.objective()
                    positions(figures.check, task, figures.rows)
                    seasons(figures.check, task, figures.rows, plan["training"])
                with self.subTest(policy=policy, method=column["name"]):
                    self.assertEqual(figures.check.failures, 0, text.getvalue())
        self.assertGreater(made, 10)

    def test_savings_are_the_optimum_less_the_baseline_under_the_same_policy(self):
        savings = {(s["policy"], s["baseline"]): s for s in self.comparison["savings"]}
        self.assertEqual(len(savings), len(self.scenario.policies) * len(METHODS))
        for (policy, method), saving in savings.items():
            with self.subTest(policy=policy, method=method):
                stages = self.columns[policy]["plan"]["stages"]
                self.assertEqual(saving["optimum"], stages[0]["value"] if stages else None)
                if saving["allowed"] and saving["optimum"] is not None:
                    self.assertLessEqual(saving["change"]["relative"], 1e-6)


if __name__ == "__main__":
    unittest.main()
