"""The product against the oracles: every policy of the bundled scenarios and of oracle.yaml.

Needs the environment variable SITEWISE, the path of the program.
"""

import csv
import json
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema

from program import HERE, PROGRAM, SCENARIOS, SITES, oracle, place, policies, read, run

WORLD = SCENARIOS / "world.yaml"
ORACLE = HERE / "oracle.yaml"
BUNDLED = sorted(SCENARIOS.glob("*.yaml"))
# A model of half a million columns takes HiGHS 0.7 GB.
AT_ONCE = 2


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class SitewiseTests(unittest.TestCase):
    """Each test names what holds."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)

    def place(self, scenario: Path, policy: str) -> Path:
        """The plan's file, made once; the exit status must fit the plan."""
        plan = Path(self.folder.name) / f"{scenario.stem}-{policy}.json"
        if plan.exists():
            return plan
        done = place(scenario, policy, plan)
        status = json.loads(plan.read_text())["status"]
        self.assertEqual(done.returncode, {"optimal": 0, "infeasible": 1}[status], done.stderr)
        return plan

    def stages(self, scenario: Path) -> list[tuple[str, int]]:
        """Every policy of a scenario with each of its stages, from 1."""
        found = read(scenario)["policies"]
        ordered = {name: policy["minimise"] for name, policy in found.items()}
        return [(name, stage) for name, measures in ordered.items()
                for stage in range(1, len(measures) + 1 if isinstance(measures, list) else 2)]

    def compare(self, scenario: Path, policy: str, stage: int,
                *options: str) -> subprocess.CompletedProcess:
        """Exports one stage of a policy, and has other solvers compare its optimum."""
        plan = self.place(scenario, policy)
        model = Path(self.folder.name) / f"{scenario.stem}-{policy}-{stage}.mps"
        try:
            done = run(PROGRAM, "export", str(scenario), "--policy", policy,
                       "--stage", str(stage), "-o", str(model))
            if done.returncode != 0:
                return done
            return oracle("highs_oracle.py", str(model), "--plan", str(plan),
                          "--stage", str(stage), *options)
        finally:
            model.unlink(missing_ok=True)

    def agree(self, done: subprocess.CompletedProcess):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_bundled_plans_have_the_optimum_that_highs_finds_at_each_stage(self):
        stages = [(scenario, *stage) for scenario in BUNDLED for stage in self.stages(scenario)]
        for scenario in BUNDLED:
            for policy in policies(scenario):
                self.place(scenario, policy)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = pool.map(lambda stage: self.compare(*stage), stages)
            for (scenario, policy, stage), done in zip(stages, found):
                with self.subTest(scenario=scenario.stem, policy=policy, stage=stage):
                    self.agree(done)

    def test_bundled_plans_add_up_from_their_rows(self):
        for scenario in BUNDLED:
            for policy in policies(scenario):
                with self.subTest(scenario=scenario.stem, policy=policy):
                    plan = self.place(scenario, policy)
                    self.agree(oracle("plan_totals.py", str(plan), str(scenario)))

    def test_the_oracle_scenario_has_the_optimum_of_the_independent_model(self):
        for policy in policies(ORACLE):
            with self.subTest(policy=policy):
                plan = self.place(ORACLE, policy)
                self.agree(oracle("mathprog_oracle.py", str(ORACLE), policy, "--plan", str(plan)))

    def test_the_exported_oracle_scenario_is_the_same_for_glpsol_and_highs(self):
        for policy, stage in self.stages(ORACLE):
            with self.subTest(policy=policy, stage=stage):
                plan = self.place(ORACLE, policy)
                if json.loads(plan.read_text())["status"] == "optimal":
                    self.agree(self.compare(ORACLE, policy, stage, "--glpsol"))

    def test_plans_of_the_oracle_scenario_add_up_from_their_rows(self):
        for policy in policies(ORACLE):
            with self.subTest(policy=policy):
                plan = self.place(ORACLE, policy)
                self.agree(oracle("plan_totals.py", str(plan), str(ORACLE)))

    def test_every_policy_of_the_world_uses_eight_positions_and_has_three_binding_limits(self):
        with (SITES / "sites.csv").open() as table:
            places = {row["id"]: (row["latitude"], row["longitude"])
                      for row in csv.DictReader(table)}
        for policy in policies(WORLD):
            with self.subTest(policy=policy):
                plan = json.loads(self.place(WORLD, policy).read_text())
                used = {places[site["id"]] for site in plan["sites"]
                        if site["capacity_mw"] > 0.1}
                self.assertGreaterEqual(len(used), 8)
                self.assertGreaterEqual(len(plan["prices"]), 3)
                self.assertGreater(plan["totals"]["idle_energy_mwh_per_year"], 0)

    def test_plans_follow_their_schema(self):
        schema = json.loads((SITES / "schemas" / "plan.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for policy in policies(ORACLE):
            with self.subTest(policy=policy):
                validator.validate(json.loads(self.place(ORACLE, policy).read_text()))

    def test_scenarios_follow_their_schema(self):
        schema = json.loads((SITES / "schemas" / "scenario.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)

        for scenario in [*BUNDLED, ORACLE]:
            with self.subTest(scenario=scenario.stem):
                content = read(scenario)
                validator.validate(content)
                content["sites"]["whre"] = {}
                self.assertFalse(validator.is_valid(content))


if __name__ == "__main__":
    unittest.main()
