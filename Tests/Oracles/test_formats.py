"""Markdown, CSV, bundles of tables, JSON and GeoJSON of answers, read by other programs.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path

import geojson
import jsonschema
import pyogrio
from shapely.geometry import box, shape

from formats import ALLOWED, MENTION, REFERENCE, Page, Rendered, bars, distance, lines, records
from program import HERE, PROGRAM, SCENARIOS, SITES, run

ORACLE = HERE / "oracle.yaml"
BUNDLED = sorted(SCENARIOS.glob("*.yaml"))
# Their comparisons and curves take seconds, not minutes.
SMALL = [SCENARIOS / f"{name}.yaml" for name in ("bloom", "jurisdictions")] + [ORACLE]


def schema(name: str) -> jsonschema.Draft202012Validator:
    document = json.loads((SITES / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


class FormatCase(unittest.TestCase):
    """Runs, and what holds of every answer in a format."""

    def written(self, *arguments: str) -> str:
        done = run(PROGRAM, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def tables(self, *arguments: str) -> dict[str, list[list[str]]]:
        """The files of a bundle, which must be what its dictionary says."""
        with tempfile.TemporaryDirectory() as folder:
            self.written(*arguments, "-o", f"{folder}/out/")
            texts = {path.name: path.read_bytes().decode("utf-8")
                     for path in Path(folder, "out").iterdir()}
        found = {name: records(text) for name, text in texts.items()}
        for name, rows in found.items():
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, name)
            self.assertEqual(len(set(rows[0])), len(rows[0]), name)
        described: dict[str, list[str]] = {}
        for file, column, _, meaning in found["dictionary.csv"][1:]:
            described.setdefault(file, []).append(column)
            self.assertTrue(meaning, (file, column))
        self.assertEqual(described, {name: rows[0] for name, rows in found.items()})
        return found

    def page(self, text: str) -> Page:
        """A report that is made of headings, paragraphs, lists and whole tables alone."""
        page = Page.of(text)
        self.assertEqual(page.kinds - ALLOWED, set())
        rendered = Rendered(text)
        self.assertLessEqual(rendered.tags, {"h1", "h2", "p", "ul", "li", "strong", "table",
                                             "thead", "tbody", "tr", "th", "td"})
        self.assertLessEqual(rendered.attributes, {"align=right"})
        self.assertEqual(rendered.cells,
                         [len(row) for table in page.tables for row in table])
        self.assertEqual([level for level, _ in page.headings],
                         [1] + [2] * (len(page.headings) - 1))
        source = [line for line in text.split("\n") if line.startswith("|")]
        self.assertEqual(sum(len(table) + 1 for table in page.tables), len(source))
        place = 0
        for table in page.tables:
            whole = source[place:place + len(table) + 1]
            place += len(whole)
            self.assertEqual({bars(line) for line in whole}, {len(table[0]) + 1})
            self.assertEqual({len(row) for row in table}, {len(table[0])})
            self.assertGreater(len(table), 1)
        self.assertIsNone(MENTION.search(text))
        self.assertIsNone(REFERENCE.search(text))
        return page

    def map(self, text: str) -> dict:
        """A map that keeps to RFC 7946, to its schema, and to geometry."""
        found = json.loads(text)
        schema("geojson").validate(found)
        self.assertEqual(geojson.loads(text).errors(), [])
        ids = [feature["id"] for feature in found["features"]]
        self.assertEqual(len(set(ids)), len(ids))
        west, south, east, north = found["bbox"]
        frame = box(west, south, east, north) if west <= east else \
            box(west, south, 180, north).union(box(-180, south, east, north))
        for feature in found["features"]:
            geometry = shape(feature["geometry"])
            self.assertTrue(geometry.is_valid, feature["id"])
            self.assertTrue(frame.covers(geometry), feature["id"])
            if feature["properties"]["role"] == "flow":
                self.flow(feature)
        self.layer(text, found["features"])
        return found

    def flow(self, feature: dict):
        """A line as long as the shortest way between its ends, in steps that a flat map can draw."""
        parts = lines(feature["geometry"])
        steps = [(a, b) for part in parts for a, b in zip(part, part[1:])]
        self.assertTrue(all(abs(a[0] - b[0]) < 180 for a, b in steps), feature["id"])
        length = sum(distance(a, b) for a, b in steps)
        whole = distance(parts[0][0], parts[-1][-1])
        self.assertLessEqual(abs(length - whole), 1e-3 * whole + 1e-6, feature["id"])
        for before, after in zip(parts, parts[1:]):
            self.assertEqual({before[-1][0], after[0][0]}, {-180, 180})
            self.assertEqual(before[-1][1], after[0][1])

    def layer(self, text: str, features: list[dict]):
        """GDAL, which QGIS reads with, has every feature, and a column for every property."""
        with tempfile.NamedTemporaryFile("w", suffix=".geojson", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            meta, _, _, columns = pyogrio.raw.read(file.name)
        self.assertEqual({len(column) for column in columns}, {len(features)})
        names = {key for feature in features for key in feature["properties"]}
        self.assertLessEqual(names, set(meta["fields"]))
        self.assertTrue(meta["crs"].endswith("4326"), meta["crs"])


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class PlanFormatTests(FormatCase):
    def test_the_formats_of_every_bundled_plan_agree(self):
        for scenario in BUNDLED + [ORACLE]:
            with self.subTest(scenario=scenario.stem):
                arguments = ("place", str(scenario), "--no-rule-costs")
                plan = json.loads(self.written(*arguments, "--format", "json"))
                schema("plan").validate(plan)
                self.agree(plan, self.tables(*arguments))
                self.drawn(plan, self.map(self.written(*arguments, "--format", "geojson")))
                page = self.page(self.written(*arguments, "--format", "markdown"))
                self.assertIn(plan["scenario"], page.headings[0][1])
                self.assertIn("Totals", [title for _, title in page.headings])
                self.assertIn("Optimal", page.strong)
                self.listed(plan, page)

    def agree(self, plan: dict, tables: dict):
        """Tables hold the plan's own figures, to the last digit."""
        def rows(name: str) -> list[dict]:
            head, *body = tables[name + ".csv"]
            return [dict(zip(head, row)) for row in body]

        for name in ("sites", "training", "inference", "assumptions", "provenance", "stages",
                     "equivalences"):
            self.assertEqual(len(rows(name)), len(plan[name]), name)
            for row, item in zip(rows(name), plan[name]):
                self.assertEqual(row["plan"], plan["policy"])
                for key in item.keys() & row.keys():
                    self.same(row[key], item[key], (name, key))
        (totals,) = rows("totals")
        for key in totals.keys() - {"plan"}:
            self.same(totals[key], plan["totals"][key], key)
        parts = {row["part"]: float(row["cost_usd_per_year"]) for row in rows("cost_parts")}
        self.assertEqual(parts, plan["totals"]["cost_parts_usd_per_year"])
        left_out = [(group["reason"], site) for group in plan["exclusions"]
                    for site in group["sites"] or [""]]
        self.assertEqual([(row["reason"], row["site"]) for row in rows("exclusions")], left_out)
        (proof,) = rows("certificate")
        for key, value in plan["certificate"].items():
            self.same(proof[key], value, key)

    def same(self, text: str, value, place):
        if value is None or isinstance(value, dict):
            # A marginal value has its figure in JSON, with its unit beside it.
            self.assertEqual(text, "" if value is None else text, place)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self.assertEqual(float(text), value, place)
        elif isinstance(value, str):
            # An apostrophe before what a spreadsheet would run.
            self.assertEqual(text.replace("'", ""), value.replace("'", ""), place)

    def drawn(self, plan: dict, found: dict):
        """The map shows the plan's sites and flows; markets get what flows to them."""
        roles: dict[str, list[dict]] = {}
        for feature in found["features"]:
            roles.setdefault(feature["properties"]["role"], []).append(feature["properties"])
        sites = roles.get("site", [])
        self.assertEqual([site["id"] for site in sites], [site["id"] for site in plan["sites"]])
        for drawn, site in zip(sites, plan["sites"]):
            for key, other in (("capacity_mw",) * 2, ("training_mwh_per_year", "training_mwh"),
                               ("cost_usd_per_year", "cost_usd"),
                               ("utilisation_share", "utilisation"),
                               ("emissions_t_per_year", "emissions_t")):
                self.assertEqual(drawn[key], site[other])
        flows = roles.get("flow", [])
        keys = ("service", "market", "site", "mean_mw", "rtt_ms", "rtt_source")
        self.assertEqual(sorted(tuple(flow[key] for key in keys) for flow in flows),
                         sorted(tuple(row[key] for key in keys) for row in plan["inference"]))
        for market in roles.get("market", []):
            power = sum(flow["mean_mw"] for flow in flows if flow["market"] == market["id"])
            self.assertAlmostEqual(market["mean_mw"], power, delta=1e-9 * power)
        used = {site["id"] for site in sites}
        self.assertFalse(used & {site["id"] for site in roles.get("candidate", [])})

    def listed(self, plan: dict, page: Page):
        """The table of sites has each of them, or says how many more there are."""
        table = next(table for table in page.tables if table[0][0].startswith("Site"))
        for row, site in zip(table[1:], plan["sites"][:30]):
            self.assertIn(" ".join(site["name"].split()), row[0])
        self.assertEqual(table[-1][0], "Total")


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class OtherFormatTests(FormatCase):
    def test_comparisons_agree_in_every_format(self):
        for scenario in SMALL:
            with self.subTest(scenario=scenario.stem):
                arguments = ("compare", str(scenario), "--baselines", "all")
                compared = json.loads(self.written(*arguments, "--format", "json"))
                schema("compare").validate(compared)
                tables = self.tables(*arguments)
                names = [column["name"] for column in compared["columns"]]
                self.assertEqual([row[0] for row in tables["policies.csv"][1:]], names)
                self.assertEqual([row[0] for row in tables["plans.csv"][1:]], names)
                self.assertEqual(len(tables["moves.csv"]) - 1,
                                 sum(len(column["moves"]) for column in compared["columns"]))
                beside = [[float(text or 0) for text in row[3:]]
                          for row in tables["sites_side_by_side.csv"][1:]]
                self.assertEqual(beside, [site["capacity_mw"] for site in compared["sites"]])
                self.assertEqual(len(tables["savings.csv"]) - 1, len(compared["savings"]))
                found = self.map(self.written(*arguments, "--format", "geojson"))
                self.assertEqual([plan["plan"] for plan in found["plans"]], names)
                moves = [feature["properties"] for feature in found["features"]
                         if feature["properties"]["role"] == "move"]
                self.assertEqual([(move["plan"], move["id"], move["change_mw"]) for move in moves],
                                 [(column["name"], move["site"], move["change_mw"])
                                  for column in compared["columns"] for move in column["moves"]])
                self.page(self.written(*arguments, "--format", "markdown"))

    def test_curves_and_surfaces_agree_in_every_format(self):
        cases = [(SCENARIOS / "bloom.yaml", "frontier", "greenest", ()),
                 (ORACLE, "frontier", "cheapest", ("--within", "5%")),
                 (ORACLE, "surface", "cheapest", ("--z", "rtt", "--within", "20%"))]
        for scenario, kind, policy, options in cases:
            with self.subTest(scenario=scenario.stem, kind=kind):
                arguments = ("frontier", str(scenario), "--policy", policy, *options)
                curve = json.loads(self.written(*arguments, "--format", "json"))
                schema(kind).validate(curve)
                tables = self.tables(*arguments)
                self.assertEqual(len(tables["points.csv"]) - 1, len(curve["points"]))
                edges = "segments" if kind == "frontier" else "facets"
                self.assertEqual(len(tables[edges + ".csv"]) - 1, len(curve[edges]))
                for row, point in zip(tables["points.csv"][1:], curve["points"]):
                    named = dict(zip(tables["points.csv"][0], row))
                    for key, value in point["measures"].items():
                        self.assertEqual(float(named[key] or "nan") if value is not None else None,
                                         value)
                self.page(self.written(*arguments, "--format", "markdown"))

    def test_the_plan_of_a_point_is_a_map(self):
        found = self.map(self.written("frontier", str(SCENARIOS / "bloom.yaml"), "--policy",
                                      "greenest", "--plan", "1", "--format", "geojson"))
        self.assertTrue(found["plans"][0]["policy"].startswith("greenest, point 1 of"))

    def test_reports_agree_in_every_format(self):
        arguments = ("report", str(SCENARIOS / "bloom.yaml"), "--policies", "greenest,cheapest")
        report = json.loads(self.written(*arguments, "--format", "json"))
        schema("report").validate(report)
        tables = self.tables(*arguments)
        out = [(row[0], float(row[4]), row[5]) for row in tables["sites_out.csv"][1:]]
        self.assertEqual(out, [(site["site"]["id"], site["first_mw"], site["unit"])
                               for site in report["best_sites_out"]])
        self.assertEqual(len(out), 3)
        varied = [(row[0], row[1], float(row[3]), row[4], float(row[5]) if row[5] else None)
                  for row in tables["break_evens.csv"][1:]]
        self.assertEqual(varied, [
            (site["site"]["id"], item["figure"], item["current"], item["outcome"], item["value"])
            for site in report["best_sites_out"] for item in site["site"]["break_evens"]])
        points = [float(row[1]) for row in tables["frontier_points.csv"][1:]]
        self.assertEqual(points, [point["measures"]["cost_usd_per_year"]
                                  for point in report["frontier"]["points"]])
        names = [column["name"] for column in report["comparison"]["columns"]]
        found = self.map(self.written(*arguments, "--format", "geojson"))
        self.assertEqual([plan["plan"] for plan in found["plans"]], names)
        self.page(self.written(*arguments, "--format", "markdown"))

    def test_other_answers_are_pages(self):
        for arguments in (("stress", str(ORACLE), "--samples", "3"),
                          ("explain", str(ORACLE), "--policy", "cheapest", "--site", "dallas"),
                          ("explain", str(ORACLE), "--policy", "cheapest", "--market", "cairo"),
                          ("explain", str(ORACLE), "--policy", "cheapest", "--job", "llm"),
                          ("alternatives", str(ORACLE), "--policy", "cheapest", "--count", "2")):
            with self.subTest(arguments[0]):
                page = self.page(self.written(*arguments, "--format", "markdown"))
                self.assertGreater(len(page.headings), 1)


if __name__ == "__main__":
    unittest.main()
