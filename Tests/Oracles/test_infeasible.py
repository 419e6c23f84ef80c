"""Impossible scenarios: what the diagnosis says is to blame, and what would do, against HiGHS.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

from program import HERE, PROGRAM, SITES, place, read, run
from solver_runs import highs

TABLES = ["requests.csv", "rtt.csv", "serving.csv", "supplies.csv"]

# Policies of oracle.yaml that ask for too much, each in another way.
IMPOSSIBLE = {
    "limit": {"minimise": "cost", "limits": {"emissions_t_per_year": 20000},
              "rules": ["us_export"]},
    "limits": {"minimise": "cost",
               "limits": {"emissions_t_per_year": 80e3, "mean_rtt_ms": 40}},
    "share": {"minimise": "cost", "limits": {"emissions_t_per_year": 60e3},
              "rules": ["no_country_rules", "no_place_rules", "no_siberia"]},
    "reach": {"minimise": "cost", "max_rtt_ms": {"assistant": 60}, "rules": ["us_export"]},
}


def loosened(content: dict, change: dict, part: float = 1.0) -> dict:
    """The scenario after a relaxation, or a part of it."""
    content = copy.deepcopy(content)
    (policy,) = content["policies"].values()
    value = change["from"] + part * (change["to"] - change["from"])
    kind, name = change["kind"], change["rule"]
    if kind == "limit":
        policy["limits"][name] = value
    elif kind == "share":
        content["rules"][name]["share"]["max"] = value / 100
    elif kind == "max_rtt_ms":
        if name in policy.get("max_rtt_ms", {}):
            policy["max_rtt_ms"][name] = value
        else:
            content["services"][name]["max_rtt_ms"] = value
    elif kind == "max_latency_ms":
        content["services"][name]["max_latency_ms"] = value
    elif kind == "closed":
        closed = content["rules"][name]["closed"]["sites"]
        closed["id"] = sorted(set(closed["id"]) - {place["id"] for place in change["parts"]})
    else:
        raise ValueError(f"no way to loosen {kind} here")
    return content


def keeping(content: dict, members: set[tuple[str, str]]) -> dict:
    """The scenario with these rules and limits alone."""
    content = copy.deepcopy(content)
    (policy,) = content["policies"].values()
    policy["rules"] = [name for name in policy.get("rules", [])
                       if (next(iter(content["rules"][name])), name) in members]
    policy["limits"] = {key: value for key, value in policy.get("limits", {}).items()
                        if ("limit", key) in members}
    trips = policy.pop("max_rtt_ms", {})
    for name, service in content["services"].items():
        limit = trips.get(name, service.get("max_rtt_ms"))
        service.pop("max_rtt_ms", None)
        if limit is not None and ("max_rtt_ms", name) in members:
            service["max_rtt_ms"] = limit
        if ("max_latency_ms", name) not in members:
            service.pop("max_latency_ms", None)
    for key in ("rules", "limits"):
        if not policy[key]:
            del policy[key]
    return content


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class InfeasibleTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        for table in TABLES:
            shutil.copy(HERE / table, cls.folder / table)
        whole = read(HERE / "oracle.yaml")
        cls.contents = {name: {**whole, "policies": {name: policy}}
                        for name, policy in IMPOSSIBLE.items()}
        cls.plans = {name: cls.plan(content) for name, content in cls.contents.items()}

    @classmethod
    def write(cls, content: dict) -> Path:
        file = cls.folder / "changed.yaml"
        file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
        return file

    @classmethod
    def plan(cls, content: dict) -> dict:
        file = cls.folder / "plan.json"
        place(cls.write(content), next(iter(content["policies"])), file)
        return json.loads(file.read_text(encoding="utf-8"))

    def status(self, content: dict) -> str:
        """What HiGHS says of the exported program."""
        model = self.folder / "model.mps"
        done = run(PROGRAM, "export", str(self.write(content)), "-o", str(model))
        self.assertEqual(done.returncode, 0, done.stderr)
        return highs(model).status

    def test_they_are_impossible_to_highs_too(self):
        for name, content in self.contents.items():
            with self.subTest(policy=name):
                self.assertEqual(self.plans[name]["status"], "infeasible")
                self.assertEqual(self.status(content), "infeasible")

    def test_diagnoses_follow_the_schema(self):
        schema = json.loads((SITES / "schemas" / "plan.schema.json").read_text())
        for plan in self.plans.values():
            jsonschema.Draft202012Validator(schema).validate(plan)

    def test_no_conflict_holds_and_each_does_without_any_one_member(self):
        for name, content in self.contents.items():
            conflicts = self.plans[name]["diagnosis"]["conflicts"]
            self.assertGreaterEqual(len(conflicts), 1)
            for conflict in conflicts:
                members = {(member["kind"], member["name"]) for member in conflict["members"]}
                with self.subTest(policy=name, members=sorted(members)):
                    self.assertEqual(self.status(keeping(content, members)), "infeasible")
                    for member in members:
                        rest = keeping(content, members - {member})
                        self.assertEqual(self.status(rest), "optimal", member)

    def test_the_changes_together_make_a_plan_possible_and_a_little_less_does_not(self):
        for name, content in self.contents.items():
            with self.subTest(policy=name):
                changes = self.plans[name]["diagnosis"]["relaxations"]
                self.assertGreaterEqual(len(changes), 1)
                enough = less = content
                for change in changes:
                    enough = loosened(enough, change)
                    less = loosened(less, change, 0.97)
                self.assertEqual(self.status(enough), "optimal")
                self.assertEqual(self.status(less), "infeasible")
                self.assertEqual(self.plan(enough)["status"], "optimal")


if __name__ == "__main__":
    unittest.main()
