"""Trade-off surfaces against HiGHS: limits on two measures, and random weights.

Needs the environment variable SITEWISE, the path of the program.
"""

import json
import random
import unittest
from pathlib import Path

import jsonschema

from frontier_case import LIMITS, ORACLE, TOLERANCE, FrontierCase
from program import PROGRAM, SCENARIOS, SITES, run

TRIPLE = ("cost", "emissions", "rtt")
KEYS = ("cost", "emissions_usd_per_t", "rtt_usd_per_ms_million_requests")
PROBES = 40
FACETS = 25


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class SurfaceTests(FrontierCase):
    """Each test names what holds."""

    def surface(self) -> dict:
        x, y, z = TRIPLE
        return self.frontier("--x", x, "--y", y, "--z", z)

    def millions(self) -> float:
        """Million requests a year, by which policies weigh times: rates and weights tell."""
        first = self.surface()["points"][0]
        return first["rates"]["z"] * first["weights"][KEYS[0]] / first["weights"][KEYS[2]]

    def ranges(self) -> dict:
        """How far each measure reaches over the points."""
        points = self.surface()["points"]
        return {axis: max(point[axis] for point in points) - min(point[axis] for point in points)
                for axis in "xyz"}

    def value(self, weights: dict, place: dict) -> float:
        """What weights, as policies take them, make of a place."""
        return (weights[KEYS[0]] * place["x"] + weights[KEYS[1]] * place["y"]
                + weights[KEYS[2]] * self.millions() * place["z"])

    def sums(self, weights: dict) -> tuple[list[float], float]:
        """What weights make of each point, and of all three ranges."""
        sums = [self.value(weights, point) for point in self.surface()["points"]]
        return sums, self.value(weights, self.ranges())

    def check_weights(self, weights: dict, gap: float):
        """No plan is better by more than a gap, and none of the points is better than the best."""
        sums, reach = self.sums(weights)
        best = self.optimum({"minimise": weights})
        noise = TOLERANCE * max(1, abs(best))
        self.assertLessEqual(best, min(sums) + noise)
        self.assertLessEqual(min(sums) - best, gap * reach + noise)

    def test_no_weights_find_a_plan_farther_below_than_stated(self):
        surface = self.surface()
        self.assertGreater(len(surface["points"]), 5)
        self.assertLessEqual(surface["gap"], surface["within"])
        generator = random.Random(1)
        ranges, millions = self.ranges(), self.millions()
        for _ in range(PROBES):
            shares = {axis: generator.expovariate(1) for axis in "xyz"}
            prices = {axis: shares[axis] / ranges[axis] for axis in "xyz"}
            weights = {KEYS[0]: 1.0, KEYS[1]: prices["y"] / prices["x"],
                       KEYS[2]: prices["z"] / prices["x"] / millions}
            with self.subTest(weights=weights):
                self.check_weights(weights, surface["gap"])

    def test_facets_keep_their_own_gaps(self):
        surface = self.surface()
        closed = [facet for facet in surface["facets"] if not facet["open"]]
        for facet in random.Random(2).sample(closed, min(FACETS, len(closed))):
            with self.subTest(points=facet["points"]):
                self.check_weights(facet["weights"], facet["gap"])

    def test_all_points_lie_on_or_above_every_facet(self):
        surface = self.surface()
        for facet in surface["facets"]:
            sums, reach = self.sums(facet["weights"])
            own = [sums[place - 1] for place in facet["points"]]
            with self.subTest(points=facet["points"]):
                self.assertLessEqual(max(own) - min(sums), 1e-7 * reach)
                self.assertLessEqual(max(own) - min(own), 1e-7 * reach)
                self.assertEqual(len(facet["points"]) + len(facet["open"]), 3)

    def test_limits_on_two_measures_lead_to_the_surface(self):
        surface = self.surface()
        generator = random.Random(3)
        for _ in range(PROBES // 2):
            picked = generator.sample(surface["points"], 3)
            shares = [generator.expovariate(1) for _ in range(3)]
            mixture = {axis: sum(s * p[axis] for s, p in zip(shares, picked)) / sum(shares)
                       for axis in "xyz"}
            limits = {LIMITS[TRIPLE[1]]: mixture["y"], LIMITS[TRIPLE[2]]: mixture["z"]}
            with self.subTest(limits=limits):
                best = self.optimum({"minimise": TRIPLE[0], "limits": limits})
                # A mixture of points is a plan, and the best is no farther below than stated.
                self.assertLessEqual(best, mixture["x"] * (1 + TOLERANCE))
                for facet in surface["facets"]:
                    sums, reach = self.sums(facet["weights"])
                    level = max(sums[place - 1] for place in facet["points"])
                    found = self.value(facet["weights"], {**mixture, "x": best})
                    self.assertLessEqual(level - found, (facet["gap"] + 1e-6) * reach)

    def test_ends_have_the_least_of_one_measure(self):
        surface = self.surface()
        for axis, measure in zip("xyz", TRIPLE):
            with self.subTest(measure=measure):
                end = surface["points"][surface["ends"][axis] - 1]
                least = self.optimum({"minimise": measure})
                reach = max(point[axis] for point in surface["points"]) - end[axis]
                self.assertEqual(end[axis], min(point[axis] for point in surface["points"]))
                self.assertLessEqual(end[axis] - least, 1e-4 * reach + TOLERANCE * least)
                self.assertGreaterEqual(end[axis] - least, -TOLERANCE * least)

    def test_a_point_opens_as_the_plan_of_its_weights(self):
        surface = self.surface()
        place, point = next(
            (place, point) for place, point in enumerate(surface["points"], 1)
            if point["found_again"] and place not in surface["ends"].values())
        path = Path(self.folder.name) / "point.json"
        x, y, z = TRIPLE
        done = run(PROGRAM, "frontier", str(ORACLE), "--x", x, "--y", y, "--z", z,
                   "--plan", str(place), "-o", str(path))
        self.assertEqual(done.returncode, 0, done.stderr)
        plan = json.loads(path.read_text())
        self.assertEqual(plan["status"], "optimal")
        for axis, measure in zip("xyz", TRIPLE):
            self.close(plan["totals"][LIMITS[measure]], point[axis])
        self.close(plan["objective"], self.optimum({"minimise": point["weights"]}))

    def test_surfaces_follow_their_schema(self):
        schema = json.loads((SITES / "schemas" / "surface.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        validator.validate(self.surface())
        done = run(PROGRAM, "frontier", str(ORACLE), "--z", "rtt", "--policy", "impossible",
                   "--format", "json")
        self.assertEqual(done.returncode, 1, done.stderr)
        validator.validate(json.loads(done.stdout))
        done = run(PROGRAM, "frontier", str(SCENARIOS / "bloom.yaml"), "--z", "energy",
                   "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        validator.validate(json.loads(done.stdout))


if __name__ == "__main__":
    unittest.main()
