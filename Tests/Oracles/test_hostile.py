"""Names that try to be markup, formulas or control sequences, in every format, read by other programs.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import unittest
from pathlib import Path

from formats import Page, Rendered, records, runs_as_formula
from program import PROGRAM, run
from test_formats import FormatCase

NAMES = [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-2+3", "a|b", "`x`",
    "](javascript:x)", "![x](http://evil.test/x.png)", "line\nbreak", "line\r\n=break", "tab\there",
    "\t=1", "\u202etxt.exe", "x" * 5000, "a;=1+1", "a\t@SUM(1)", "  =1+1", "\u00a0\u200b=1", "＝1",
    "http://evil.test", "www.evil.test", "https://evil.test/#12", "@octocat", "me@evil.test", "#1",
    "$x$", "<!-- x", "&lt;b&gt;", "**b**", "__b__", "~~s~~", "| --- |", "# h", "1. x", "1) x", "> q",
    "- x", "---", "===", "[x]: http://evil.test", "<http://evil.test>", "\\", "\\|", "a\\",
    '"quoted", x', '","=1', "'", "```", "    code", "<img src=x onerror=alert(1)>", "esc\x1b[31m",
    "\u2028sep", "\u0085next", "[ ] task", "[^1]", "|\u0301", '"\u0301', "Keflavík", "貴安",
]
CASES = list(enumerate(NAMES))
FIELDS = ["carbon_g_per_kwh", "price_usd_per_mwh", "limit_mw", "pue", "wue_l_per_kwh",
          "grid_water_l_per_kwh"]


def table(head: list[str], rows: list[list]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([head, *rows])
    return text.getvalue()


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class HostileTests(FormatCase):
    """A scenario in which everything that may be named freely has such a name."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        root = Path(folder.name)
        place = ["id", "name", "country", "latitude", "longitude"]
        sites = [[f"s{index}", name, "IS", 60 + index / 100, -20 + index / 100,
                  30 + index, 40 + index, 1, 1.1, 0.1, 1] for index, name in CASES]
        markets = [[f"m{index}", name, "GB", 50 + index / 100, index / 100, 200000]
                   for index, name in CASES]
        (root / "sites.csv").write_text(table(place + FIELDS, sites), "utf-8", newline="")
        (root / "markets.csv").write_text(table([*place, "users"], markets), "utf-8", newline="")
        # A file may be called almost anything, too.
        cls.scenario = root / "=1+1 <b> a|b `x` @me.yaml"
        cls.scenario.write_text("\n".join([
            "sitewise: 1", f"name: {json.dumps('=cmd|<script>alert(1)</script>' + chr(0) + '@me')}",
            "sites: {from: sites.csv}", "markets: {from: markets.csv}",
            "services: {chat: {it_wh_per_request: 4, requests_per_user_per_day: 10, peak_to_mean: 1.5}}",
            "jobs: {llm: {it_mwh: 1000, peak_mw: 2, start: 2026-02-01, end: 2026-03-31}}",
            "rules: {spread: {share: {of: country, max: 100%}}}",
            "policies:", "  cheapest: {minimise: cost}",
            "  greenest: {minimise: [emissions, cost], tolerance: 1%}", ""]), "utf-8")
        done = run(PROGRAM, "place", str(cls.scenario), "--format", "json")
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        cls.plan = json.loads(done.stdout)

    def answers(self) -> list[tuple[str, ...]]:
        name = str(self.scenario)
        return [("place", name), ("compare", name, "--baselines", "all"),
                ("frontier", name, "--within", "10%"), ("stress", name, "--samples", "2"),
                ("explain", name, "--site", "s0"), ("explain", name, "--market", "m1"),
                ("explain", name, "--job", "llm"), ("alternatives", name, "--count", "1")]

    def test_json_has_every_name_as_it_was_written(self):
        names = {site["id"]: site["name"] for site in self.plan["sites"]}
        self.assertGreater(len(names), len(NAMES) / 2)
        for index, name in CASES:
            written = name.replace("\r\n", "\n")
            self.assertIn(names.get(f"s{index}", name).replace("\r\n", "\n"), {written, name.strip()})

    def test_markdown_shows_names_and_makes_nothing_of_them(self):
        for arguments in self.answers():
            with self.subTest(arguments[0]):
                text = self.written(*arguments, "--format", "markdown")
                page = self.page(text)
                self.assertIn("<script>alert(1)</script>", page.headings[0][1])
                self.assertNotIn("script", Rendered(text).tags)
                self.assertFalse(set(text) & set("\r\x00\x1b\u202e\u2028\u0085"))

    def test_markdown_has_the_names_of_sites_in_their_cells(self):
        page = self.page(self.written("place", str(self.scenario), "--format", "markdown"))
        cells = {row[0] for found in page.tables for row in found}
        shown = self.plan["sites"][:30]
        self.assertEqual(len(shown), 30)
        for site in shown:
            plain = " ".join(site["name"].replace("\u2028", " ").replace("\u0085", " ").split())
            for unsafe in "\x1b\u202e\x00":
                plain = plain.replace(unsafe, "\ufffd")
            self.assertTrue(any(plain == cell or plain == cell.split(f" ({site['id']})")[0]
                                for cell in cells), site["name"])

    def test_no_cell_of_csv_runs_whatever_the_reader_takes_for_a_separator(self):
        texts = [self.written(*arguments, "--format", "csv")
                 for arguments in self.answers() if arguments[0] not in ("explain", "alternatives")]
        for arguments in self.answers()[:3]:
            with tempfile.TemporaryDirectory() as folder:
                self.written(*arguments, "-o", f"{folder}/out/")
                texts += [path.read_bytes().decode("utf-8")
                          for path in Path(folder, "out").iterdir()]
        cells = 0
        for text in texts:
            self.assertNotIn("\x00", text)
            rows = records(text)
            self.assertEqual(len({len(row) for row in rows}), 1)
            for row in rows:
                for cell in row:
                    cells += 1
                    self.assertFalse(runs_as_formula(cell), repr(cell[:80]))
            # Spreadsheets set to another separator, and readers that know no quotes.
            for separator in ";\t":
                for line in text.replace("\r", "\n").split("\n"):
                    for cell in line.split(separator):
                        self.assertFalse(runs_as_formula(cell), repr(cell[:80]))
        self.assertGreater(cells, 5000)

    def test_csv_keeps_the_names_but_for_an_apostrophe(self):
        tables = self.tables("place", str(self.scenario))
        head, *rows = tables["sites.csv"]
        names = {site["id"]: site["name"] for site in self.plan["sites"]}
        for row in rows:
            named = dict(zip(head, row))
            wanted = names[named["id"]].replace("\x1b", "\ufffd").replace("\u0085", "\ufffd")
            self.assertEqual(named["name"].replace("'", ""), wanted.replace("'", ""))
            self.assertLessEqual(named["name"].count("'") - wanted.count("'"), 2)

    def test_maps_have_every_name_as_it_was_written(self):
        for arguments in self.answers()[:2] + [("frontier", str(self.scenario), "--plan", "1")]:
            with self.subTest(arguments[0]):
                text = self.written(*arguments, "--format", "geojson")
                found = self.map(text)
                self.assertTrue(all(letter >= " " or letter == "\n" for letter in text))
                names = {site["id"]: site["name"] for site in self.plan["sites"]}
                for feature in found["features"]:
                    properties = feature["properties"]
                    if properties["role"] == "site" and properties["id"] in names:
                        self.assertEqual(properties["name"], names[properties["id"]])

    def test_the_mean_round_trip_of_markets_is_that_of_the_plan(self):
        found = json.loads(self.written("place", str(self.scenario), "--format", "geojson"))
        markets = [feature["properties"] for feature in found["features"]
                   if feature["properties"]["role"] == "market"]
        self.assertEqual(len(markets), len(NAMES))
        power = sum(market["mean_mw"] for market in markets)
        mean = sum(market["mean_mw"] * market["mean_rtt_ms"] for market in markets) / power
        # One service: requests are in proportion to power.
        self.assertAlmostEqual(mean / self.plan["totals"]["mean_rtt_ms"], 1, delta=1e-9)

    def test_tables_of_a_page_hold_as_many_rows_as_their_source(self):
        page = Page.of("| a | b |\n| - | - |\n| x | y |\n")
        self.assertEqual(page.tables, [[["a", "b"], ["x", "y"]]])

    def test_the_reader_of_formulas_finds_them(self):
        for text in ("=1", " =1", "\t=1", "+x", "-2+3", "@x", "\r", "＝1", "\u00a0=1"):
            self.assertTrue(runs_as_formula(text), text)
        for text in ("", "a=1", "'=1", "-2.5", "1e-7", "+3", "-1e-07", "a-b"):
            self.assertFalse(runs_as_formula(text), text)


if __name__ == "__main__":
    unittest.main()
