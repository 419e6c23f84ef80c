"""Trade-off curves against HiGHS: limits on one measure, and a sweep of weights.

Needs the environment variable SITEWISE, the path of the program.
"""

import itertools
import json
import unittest
from pathlib import Path

import jsonschema

from frontier_case import LIMITS, ORACLE, TOLERANCE, FrontierCase
from program import PROGRAM, SCENARIOS, SITES, run

PAIRS = [("cost", "emissions"), ("emissions", "cost"), ("cost", "rtt"), ("rtt", "energy")]
STEPS = 20
WEIGHTS = 60


def interpolated(points: list[dict], y: float) -> float:
    """The x of the curve at a value of y."""
    for left, right in itertools.pairwise(points):
        if left["y"] >= y >= right["y"]:
            share = (left["y"] - y) / (left["y"] - right["y"])
            return left["x"] + share * (right["x"] - left["x"])
    raise ValueError(f"{y} is not on the curve")


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class FrontierTests(FrontierCase):
    """Each test names what holds."""

    def curve(self, x: str, y: str) -> dict:
        return self.frontier("--x", x, "--y", y)

    def test_curves_are_what_limits_on_the_other_measure_give(self):
        for x, y in PAIRS:
            points = self.curve(x, y)["points"]
            self.assertGreater(len(points), 1)
            most, least = points[0]["y"], points[-1]["y"]
            for step in range(STEPS):
                limit = least + (most - least) * (step + 0.5) / STEPS
                with self.subTest(x=x, y=y, limit=limit):
                    best = self.optimum({"minimise": x, "limits": {LIMITS[y]: limit}})
                    self.close(interpolated(points, limit), best)

    def test_no_weights_find_a_plan_below_the_curve(self):
        points = self.curve("cost", "emissions")["points"]
        width = points[-1]["x"] - points[0]["x"]
        height = points[0]["y"] - points[-1]["y"]
        for step in range(WEIGHTS):
            price = width / height * (step + 0.5) / (WEIGHTS - step - 0.5)
            with self.subTest(price=price):
                best = self.optimum({"minimise": {"cost": 1, "emissions_usd_per_t": price}})
                self.close(min(p["x"] + price * p["y"] for p in points), best)

    def test_ends_have_the_least_of_one_measure(self):
        for x, y in PAIRS:
            with self.subTest(x=x, y=y):
                points = self.curve(x, y)["points"]
                self.close(points[0]["x"], self.optimum({"minimise": x}))
                self.close(points[-1]["y"], self.optimum({"minimise": y}))

    def test_rates_rise_and_are_the_slopes_of_the_segments(self):
        for x, y in PAIRS:
            curve = self.curve(x, y)
            self.assertTrue(curve["complete"])
            self.assertLess(curve["gap"], TOLERANCE)
            points = curve["points"]
            self.assertEqual(len(curve["segments"]), len(points) - 1)
            for segment, (left, right) in zip(curve["segments"], itertools.pairwise(points)):
                slope = (right["x"] - left["x"]) / (left["y"] - right["y"])
                self.close(segment["rate"], slope)
                self.assertEqual(left["rate_to"], segment["rate"])
                self.assertEqual(right["rate_from"], segment["rate"])
                self.assertLess(left["rate_from"], segment["rate"])
            self.assertIsNone(points[-1]["rate_to"])

    def test_a_point_opens_as_the_plan_of_its_weights(self):
        curve = self.curve("cost", "emissions")
        path = Path(self.folder.name) / "point.json"
        done = run(PROGRAM, "frontier", str(ORACLE), "--plan", "2", "-o", str(path))
        self.assertEqual(done.returncode, 0, done.stderr)
        plan, point = json.loads(path.read_text()), curve["points"][1]
        self.assertEqual(plan["status"], "optimal")
        self.close(plan["totals"]["cost_usd_per_year"], point["x"])
        self.close(plan["totals"]["emissions_t_per_year"], point["y"])
        self.close(plan["totals"]["water_m3_per_year"], point["measures"]["water_m3_per_year"])
        self.assertEqual(len(plan["sites"]), point["sites"])
        best = self.optimum({"minimise": point["weights"]})
        self.close(plan["objective"], best)

    def test_curves_follow_their_schema(self):
        schema = json.loads((SITES / "schemas" / "frontier.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for x, y in PAIRS:
            validator.validate(self.curve(x, y))
        done = run(PROGRAM, "frontier", str(ORACLE), "--policy", "impossible",
                   "--format", "json")
        self.assertEqual(done.returncode, 1, done.stderr)
        validator.validate(json.loads(done.stdout))
        done = run(PROGRAM, "frontier", str(SCENARIOS / "bloom.yaml"), "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        validator.validate(json.loads(done.stdout))


if __name__ == "__main__":
    unittest.main()
