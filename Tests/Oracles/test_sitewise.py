"""The product against the oracles: every policy of the bundled scenarios and of oracle.yaml.

Needs the environment variable SITEWISE, the path of the program.
"""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

HERE = Path(__file__).resolve().parent
SITES = HERE.parent.parent / "sites"
WORLD = SITES / "scenarios" / "world.yaml"
ORACLE = HERE / "oracle.yaml"
PROGRAM = os.environ.get("SITEWISE")


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


def oracle(script: str, *arguments: str) -> subprocess.CompletedProcess:
    return run(sys.executable, str(HERE / script), *arguments)


class Loader(yaml.SafeLoader):
    """YAML 1.2 in place of PyYAML's 1.1: `NO` and dates are text, `9.5e6` is a number."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers
             if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true$|false$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float",
                             re.compile(r"[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$"),
                             list("-+0123456789"))


def policies(scenario: Path) -> list[str]:
    return list(yaml.safe_load(scenario.read_text())["policies"])


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
        done = run(PROGRAM, "place", str(scenario), "--policy", policy, "--format", "json",
                   "-o", str(plan))
        status = json.loads(plan.read_text())["status"]
        self.assertEqual(done.returncode, {"optimal": 0, "infeasible": 1}[status], done.stderr)
        return plan

    def export(self, scenario: Path, policy: str) -> Path:
        model = Path(self.folder.name) / f"{scenario.stem}-{policy}.mps"
        done = run(PROGRAM, "export", str(scenario), "--policy", policy, "-o", str(model))
        self.assertEqual(done.returncode, 0, done.stderr)
        return model

    def agree(self, done: subprocess.CompletedProcess):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def scenarios(self) -> list[Path]:
        return sorted((SITES / "scenarios").glob("*.yaml"))

    def test_bundled_plans_have_the_optimum_that_highs_finds(self):
        for scenario in self.scenarios():
            for policy in policies(scenario):
                with self.subTest(scenario=scenario.stem, policy=policy):
                    plan = self.place(scenario, policy)
                    model = self.export(scenario, policy)
                    self.agree(oracle("highs_oracle.py", str(model), "--plan", str(plan)))
                    model.unlink()

    def test_bundled_plans_add_up_from_their_rows(self):
        for scenario in self.scenarios():
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
        for policy in policies(ORACLE):
            with self.subTest(policy=policy):
                plan = self.place(ORACLE, policy)
                if json.loads(plan.read_text())["status"] != "optimal":
                    continue
                model = self.export(ORACLE, policy)
                self.agree(oracle("highs_oracle.py", str(model), "--plan", str(plan), "--glpsol"))
                self.agree(oracle("plan_totals.py", str(plan), str(ORACLE)))

    def test_every_policy_of_the_world_spreads_over_positions_and_has_a_binding_limit(self):
        with (SITES / "sites.csv").open() as table:
            places = {row["id"]: (row["latitude"], row["longitude"])
                      for row in csv.DictReader(table)}
        for policy in policies(WORLD):
            with self.subTest(policy=policy):
                plan = json.loads(self.place(WORLD, policy).read_text())
                used = {places[site["id"]] for site in plan["sites"]
                        if site["capacity_mw"] > 0.1}
                self.assertGreaterEqual(len(used), 8)
                self.assertGreater(len(plan["prices"]), 0)
                self.assertGreater(plan["totals"]["idle_energy_mwh_per_year"], 0)

    def test_bloom_is_what_its_authors_published(self):
        """From inputs alone: hours, watts, overhead, embodied carbon by hours, 57 g/kWh, PUE 1."""
        folder = Path(self.folder.name)
        (folder / "jean_zay.csv").write_text(
            "id,name,country,latitude,longitude,carbon_g_per_kwh,price_usd_per_mwh,pue,"
            "wue_l_per_kwh,grid_water_l_per_kwh\n"
            "jean_zay,Jean Zay,FR,48.70,2.17,57,50,1,0,0\n")
        content = yaml.load((SITES / "scenarios" / "bloom.yaml").read_text(), Loader)
        content["sites"] = {"from": "jean_zay.csv", "assume": content["sites"]["assume"]}
        content["policies"] = {"published": {"minimise": "cost"}}
        del content["rules"]
        expected = {0.59245: (14.63 + 24.69, 50.53), 0.0: (24.69, 24.69 + 11.21)}
        for overhead, (operational, total) in expected.items():
            content["jobs"]["bloom_176b"]["overhead"] = overhead
            scenario = folder / f"published_{overhead}.yaml"
            scenario.write_text(yaml.safe_dump(content))
            totals = json.loads(self.place(scenario, "published").read_text())["totals"]
            self.assertAlmostEqual(totals["energy_mwh_per_year"], 433.196 * (1 + overhead), 3)
            self.assertAlmostEqual(totals["embodied_emissions_t_per_year"], 11.21, 2)
            self.assertAlmostEqual(totals["operational_emissions_t_per_year"], operational, 2)
            self.assertAlmostEqual(totals["emissions_t_per_year"], total, 1)

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

        for scenario in [*self.scenarios(), ORACLE]:
            with self.subTest(scenario=scenario.stem):
                content = yaml.load(scenario.read_text(), Loader)  # noqa: S506, a SafeLoader
                validator.validate(content)
                content["sites"]["whre"] = {}
                self.assertFalse(validator.is_valid(content))


if __name__ == "__main__":
    unittest.main()
