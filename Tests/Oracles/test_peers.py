"""The timing of other solvers, Benchmarks/peers.py: their optima, and what it says without one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from program import HERE, PROGRAM, SCENARIOS, place, run

PEERS = HERE.parent.parent / "Benchmarks" / "peers.py"
SOLVERS = ("highs-simplex", "highs-ipm", "clp")
KEYS = {"solver", "version", "read_s", "solve_s", "median_solve_s", "objectives", "status",
        "process_s", "peak_mb"}
# Least x, at least 1 and at most LIMIT.
MODEL = """NAME small FREE
ROWS
 N objective
 G floor
COLUMNS
{columns}
RHS
 RHS floor 1
BOUNDS
 UP BND x {limit}
ENDATA
"""
CONTINUOUS = " x objective 1 floor 1"
INTEGER = f" M0 'MARKER' 'INTORG'\n{CONTINUOUS}\n M1 'MARKER' 'INTEND'"


class PeersCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, text: str) -> Path:
        model = self.folder / "model.mps"
        model.write_text(text, encoding="utf-8")
        return model

    def time(self, solver: str, *models: Path, runs: int = 1,
             **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, str(PEERS), "--solver", solver, "--runs", str(runs),
             *map(str, models)],
            capture_output=True, text=True, check=False, env={**os.environ, **environment})

    def timed(self, solver: str, *models: Path, **options) -> dict:
        done = self.time(solver, *models, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = json.loads(done.stdout)
        if found["status"] == "missing" and solver == "clp" and not options.get("CLP_LIBRARY"):
            self.skipTest("Clp isn't installed")
        return found


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class PlanTests(PeersCase):
    def test_every_solver_finds_the_optimum_of_each_stage_of_a_plan(self):
        plan, bloom = self.folder / "plan.json", SCENARIOS / "bloom.yaml"
        self.assertEqual(place(bloom, "greenest", plan).returncode, 0)
        stages = json.loads(plan.read_text(encoding="utf-8"))["stages"]
        models = [self.folder / f"{stage}.mps" for stage in range(1, len(stages) + 1)]
        for stage, model in enumerate(models, start=1):
            done = run(PROGRAM, "export", str(bloom), "--policy", "greenest",
                       "--stage", str(stage), "-o", str(model))
            self.assertEqual(done.returncode, 0, done.stderr)
        for solver in SOLVERS:
            with self.subTest(solver):
                found = self.timed(solver, *models, runs=3)
                self.assertEqual(found["status"], "optimal")
                self.assertEqual(set(found), KEYS)
                self.assertEqual(len(found["solve_s"]), 3)
                self.assertEqual(found["median_solve_s"], sorted(found["solve_s"])[1])
                self.assertGreater(found["process_s"], found["read_s"])
                self.assertGreater(found["peak_mb"], 1)
                self.assertEqual(len(found["objectives"]), len(stages))
                for objective, stage in zip(found["objectives"], stages):
                    self.assertLessEqual(abs(objective / stage["value"] - 1), 1e-6)


class StatusTests(PeersCase):
    def test_a_program_without_optimum_is_a_status(self):
        model = self.write(MODEL.format(columns=CONTINUOUS, limit=0.5))
        for solver in SOLVERS:
            with self.subTest(solver):
                self.assertEqual(self.timed(solver, model)["status"], "infeasible")

    def test_integers_are_refused_rather_than_ignored(self):
        model = self.write(MODEL.format(columns=INTEGER, limit=2))
        for solver in SOLVERS:
            with self.subTest(solver):
                found = self.timed(solver, model)
                self.assertEqual(found["status"], "integer")
                self.assertNotIn("objectives", found)

    def test_a_solver_that_is_not_there_is_said_to_be_missing(self):
        model = self.write(MODEL.format(columns=CONTINUOUS, limit=2))
        hidden = self.folder / "highspy.py"
        hidden.write_text("raise ImportError", encoding="utf-8")
        for solver in SOLVERS:
            with self.subTest(solver):
                found = self.timed(solver, model, PYTHONPATH=str(self.folder),
                                   CLP_LIBRARY=str(self.folder / "libClp.so.1"))
                self.assertEqual(set(found), {"solver", "status", "hint"})
                self.assertEqual((found["solver"], found["status"]), (solver, "missing"))


class ErrorTests(PeersCase):
    def test_a_missing_file_is_a_usage_error(self):
        done = self.time("highs-simplex", self.folder / "none.mps")
        self.assertEqual((done.returncode, done.stdout), (64, ""))
        self.assertIn("there is no file", done.stderr)

    def test_an_unknown_solver_and_no_runs_are_usage_errors(self):
        model = self.write(MODEL.format(columns=CONTINUOUS, limit=2))
        self.assertEqual(self.time("simplex", model).returncode, 64)
        self.assertEqual(self.time("highs-simplex", model, runs=0).returncode, 64)

    def test_a_file_that_is_no_model_is_bad_input(self):
        sound = MODEL.format(columns=CONTINUOUS, limit=2)
        for solver in SOLVERS:
            with self.subTest(solver):
                self.assertEqual(self.timed(solver, self.write(sound))["objectives"], [1])
                model = self.write("no model\n")
                done = self.time(solver, model)
                self.assertEqual((done.returncode, done.stdout), (65, ""))
                self.assertIn(f"{solver} can't read {model}", done.stderr)


if __name__ == "__main__":
    unittest.main()
