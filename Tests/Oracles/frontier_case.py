"""Trade-offs that the program finds in the oracle scenario, and HiGHS's optima of the same."""

import json
import shutil
import tempfile
import unittest
from pathlib import Path

import yaml

from program import HERE, PROGRAM, read, run
from solver_runs import highs

ORACLE = HERE / "oracle.yaml"
LIMITS = {"cost": "cost_usd_per_year", "emissions": "emissions_t_per_year",
          "rtt": "mean_rtt_ms", "energy": "energy_mwh_per_year"}
TOLERANCE = 1e-7


class FrontierCase(unittest.TestCase):
    """Trade-offs of the oracle scenario under its first policy."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        # Scenarios stand beside the tables that they name.
        for table in HERE.glob("*.csv"):
            shutil.copy(table, cls.folder.name)
        cls.known = {}

    def frontier(self, *options: str) -> dict:
        """What sitewise frontier says, made once."""
        if options not in self.known:
            path = Path(self.folder.name) / "frontier.json"
            done = run(PROGRAM, "frontier", str(ORACLE), *options, "-o", str(path))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.known[options] = json.loads(path.read_text())
        return self.known[options]

    def optimum(self, change: dict) -> float:
        """HiGHS's optimum of the scenario under its first policy, changed."""
        content = read(ORACLE)
        name, policy = next(iter(content["policies"].items()))
        limits = {**policy.get("limits", {}), **change.pop("limits", {})}
        content["policies"] = {name: {**policy, **change, "limits": limits}}
        scenario = Path(self.folder.name) / "sweep.yaml"
        model = Path(self.folder.name) / "sweep.mps"
        scenario.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
        done = run(PROGRAM, "export", str(scenario), "-o", str(model))
        self.assertEqual(done.returncode, 0, done.stderr)
        result = highs(model)
        self.assertEqual(result.status, "optimal")
        return result.objective

    def close(self, ours: float, theirs: float):
        self.assertLessEqual(abs(ours - theirs), TOLERANCE * max(1, abs(theirs)))
