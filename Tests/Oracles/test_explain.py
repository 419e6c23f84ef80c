"""`sitewise explain` and `sitewise alternatives` against HiGHS, and against their JSON Schemas."""

from __future__ import annotations

import json
import re
import tempfile
import unittest
from pathlib import Path

from program import HERE, PROGRAM, SITES, read, run

ORACLE = HERE / "oracle.yaml"
SCHEMAS = SITES / "schemas"


def answer(case: unittest.TestCase, schema: str, *arguments: str) -> dict:
    """The JSON of a command, which must keep to its schema."""
    import jsonschema

    done = run(PROGRAM, *arguments, "--format", "json")
    case.assertEqual(done.returncode, 0, done.stderr)
    found = json.loads(done.stdout)
    wanted = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(wanted).validate(found)
    return found


class Model:
    """The exported last stage of a policy in HiGHS."""

    def __init__(self, scenario: Path, policy: str):
        import highspy

        self.kinds = highspy.HighsModelStatus
        self.solver = highspy.Highs()
        self.solver.silent()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.mps"
            done = run(PROGRAM, "export", str(scenario), "--policy", policy, "-o", str(path))
            if done.returncode != 0:
                raise RuntimeError(done.stderr)
            self.solver.readModel(str(path))
        lp = self.solver.getLp()
        self.columns = {name: index for index, name in enumerate(lp.col_names_)}
        self.bounds = list(zip(lp.col_lower_, lp.col_upper_))
        self.names = list(lp.col_names_)

    def optimum(self) -> float:
        """Infinite where there is none."""
        self.solver.run()
        if self.solver.getModelStatus() != self.kinds.kOptimal:
            return float("inf")
        return self.solver.getInfo().objective_function_value

    def held(self, capacities: dict[str, float], slack: float) -> float:
        """The optimum with capacities near those given, and none elsewhere."""
        for name, index in self.columns.items():
            site = re.fullmatch(r"capacity\((\w+)\)", name)
            if site:
                wanted = capacities.get(site.group(1), 0.0)
                self.solver.changeColBounds(index, max(0, wanted - slack), wanted + slack)
        value = self.optimum()
        self.restore()
        return value

    def without(self, site: str) -> float:
        """The optimum with no capacity at a site."""
        self.solver.changeColBounds(self.columns[f"capacity({site})"], 0, 0)
        value = self.optimum()
        self.restore()
        return value

    def restore(self) -> None:
        for index, (lower, upper) in enumerate(self.bounds):
            if self.names[index].startswith("capacity("):
                self.solver.changeColBounds(index, lower, upper)


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class AlternativesTests(unittest.TestCase):
    def test_plans_keep_to_the_tolerance_and_no_must_can_be_emptied(self):
        musts = others = plans = 0
        for policy, within in (("cheapest", 0.01), ("cheapest", 0.05), ("greenest", 0.02),
                               ("weighted", 0.01), ("local", 0.02)):
            with self.subTest(policy, within=within):
                found = answer(self, "alternatives.schema.json", "alternatives", str(ORACLE),
                               "--policy", policy, "--within", str(within), "--count", "4")
                model = Model(ORACLE, policy)
                best = model.optimum()
                self.assertAlmostEqual(found["objective"] / best, 1, delta=1e-7)
                self.assertLessEqual(found["base"], best)
                limit = best + within * found["base"]
                self.assertAlmostEqual(found["limit"] / limit, 1, delta=1e-7)
                for plan in found["alternatives"]:
                    plans += 1
                    capacities = {site["id"]: site["capacity_mw"] for site in plan["sites"]}
                    self.assertLessEqual(model.held(capacities, 1e-5), limit * (1 + 1e-6))
                    self.assertLessEqual(plan["objective"], limit * (1 + 1e-7))
                for site in found["must"]:
                    musts += 1
                    self.assertGreater(model.without(site["id"]), limit * (1 - 1e-9), site)
                for site in found["choices"]:
                    others += 1
                    self.assertLessEqual(model.without(site["id"]), limit * (1 + 1e-7), site)
        self.assertGreater(min(musts, others, plans), 5)

    def test_the_tolerance_leaves_out_hardware(self):
        found = answer(self, "alternatives.schema.json", "alternatives", str(ORACLE),
                       "--policy", "cheapest", "--count", "1")
        controllable = found["best"]["totals"]["controllable_cost_usd_per_year"]
        self.assertAlmostEqual(found["base"] / controllable, 1, delta=1e-9)


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class ExplainTests(unittest.TestCase):
    def test_what_a_site_saves_is_what_its_closing_costs(self):
        plan = json.loads(run(PROGRAM, "place", str(ORACLE), "--policy", "cheapest",
                              "--format", "json").stdout)
        model = Model(ORACLE, "cheapest")
        best = model.optimum()
        for site in plan["sites"][:6]:
            found = answer(self, "explain.schema.json", "explain", str(ORACLE), "--policy",
                           "cheapest", "--site", site["id"])["site"]
            self.assertTrue(found["is_used"])
            # Existing capacity may stand idle there, which closing does not take away.
            saved = found["without"]["worse_by"]
            emptied = model.without(site["id"]) - best
            self.assertLessEqual(saved, emptied + 1e-7 * best)
            if site["id"] not in ("aws_us_east_1", "beauharnois", "johannesburg"):
                self.assertAlmostEqual(saved, emptied, delta=1e-7 * best)

    def test_a_break_even_divides_plans_with_a_site_from_plans_without(self):
        content = read(ORACLE)
        checked = 0
        for site in ("dallas", "bratsk", "reykjavik", "foz_do_iguacu", "azure_norwayeast", "mumbai"):
            found = answer(self, "explain.schema.json", "explain", str(ORACLE), "--policy",
                           "cheapest", "--site", site)["site"]
            even = next(item for item in found["break_evens"] if item["figure"] == "power_price")
            if even["outcome"] != "found":
                continue
            checked += 1
            self.assertLess(even["inside"]["value"], even["value"] + 1e-9)
            self.assertGreater(even["outside"]["value"], even["value"] - 1e-9)
            for factor, is_in in ((0.998, True), (1.002, False)):
                own = content["sites"]["set"].setdefault(site, {})
                before = own.get("price_usd_per_mwh")
                own["price_usd_per_mwh"] = even["value"] * factor
                self.assertEqual(self.has_work(content, site), is_in, (site, even))
                if before is None:
                    del own["price_usd_per_mwh"]
                else:
                    own["price_usd_per_mwh"] = before
        self.assertGreater(checked, 1)

    def has_work(self, content: dict, site: str) -> bool:
        import yaml

        # Beside the tables that it names.
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", dir=HERE, encoding="utf-8") as file:
            yaml.safe_dump(content, file, sort_keys=False)
            file.flush()
            done = run(PROGRAM, "place", file.name, "--policy", "cheapest", "--format", "json",
                       "--no-rule-costs")
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [row for row in json.loads(done.stdout)["sites"] if row["id"] == site]
        return any(row["training_mwh"] + row["inference_mwh"] > 1e-2 for row in rows)

    def test_every_kind_of_answer_keeps_to_the_schema(self):
        for question in (("--market", "cairo"), ("--job", "llm"), ("--rule", "no_country_rules"),
                         ("--rule", "mean_rtt_ms"), ("--rule", "us_export"),
                         ("--site", "stockholm")):
            with self.subTest(question):
                found = answer(self, "explain.schema.json", "explain", str(ORACLE), "--policy",
                               "greenest", *question)
                self.assertEqual(found["stage"], 2)
                filled = [key for key in ("site", "work", "rule") if found[key] is not None]
                self.assertEqual(len(filled), 1)

    def test_the_price_of_a_limit_holds_to_the_ends_of_its_range(self):
        found = answer(self, "explain.schema.json", "explain", str(ORACLE), "--policy", "weighted",
                       "--rule", "emissions_t_per_year")
        span = found["rule"]["range"]
        best = found["objective"]
        for piece in (span["looser"], span["tighter"]):
            at = self.optimum_with_limit(piece["end"])
            line = best - piece["price"] * (piece["end"] - span["current"])
            self.assertAlmostEqual(at, line, delta=3e-8 * best)
            beyond = piece["end"] + 0.2 * (piece["end"] - span["current"])
            line = best - piece["price"] * (beyond - span["current"])
            self.assertGreater(self.optimum_with_limit(beyond), line + 1e-8 * best)

    def optimum_with_limit(self, maximum: float) -> float:
        import yaml

        content = read(ORACLE)
        content["policies"]["weighted"]["limits"]["emissions_t_per_year"] = maximum
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", dir=HERE, encoding="utf-8") as file:
            yaml.safe_dump(content, file, sort_keys=False)
            file.flush()
            return Model(Path(file.name), "weighted").optimum()


if __name__ == "__main__":
    unittest.main()
