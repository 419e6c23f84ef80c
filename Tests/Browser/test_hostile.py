"""Names that try to get out of the page that shows them.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from selenium.common.exceptions import NoAlertPresentException

import looks
from hostile import HARMLESS, HOSTILE, scenario
from markup import Markup
from program import PROGRAM, browser, made

FILE = "\"><img src=x onerror=alert(1)> =cmd|'calc'!A0 \u202elmth.yaml"
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


def written(names: tuple[str, ...], folder: Path) -> dict[str, Path]:
    """The report of a scenario with these names, and what its policies differ in."""
    file = scenario(names, folder, FILE)
    plans = [made(folder / f"{policy}.json", "place", file, "--policy", policy, "--format", "json")
             for policy in ("cheapest", "greenest")]
    return {"report": made(folder / "report.html", "report", file),
            "diff": made(folder / "diff.html", "diff", *plans, "--format", "html")}


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class HostileTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.browser = browser()
        cls.pages, cls.harmless = (
            written(names, cls.made(kind)) for kind, names in (("hostile", HOSTILE),
                                                               ("harmless", HARMLESS)))

    @classmethod
    def made(cls, kind: str) -> Path:
        folder = Path(cls.folder.name) / kind
        folder.mkdir()
        return folder

    def test_names_are_shown_as_the_text_they_are(self):
        for kind, page in self.pages.items():
            with self.subTest(page=kind):
                self.browser.open(page)
                text = self.browser.script("return document.body.textContent")
                for name in HOSTILE:
                    # Whatever turns the direction of text is shown as a mark instead.
                    shown = "".join("\ufffd" if c in DIRECTIONS else c for c in name)
                    self.assertIn(shown, text)
                self.assertFalse(set(DIRECTIONS) & set(page.read_text(encoding="utf-8")))

    def test_no_element_and_no_attribute_comes_of_a_name(self):
        for kind, page in self.pages.items():
            with self.subTest(page=kind):
                found, usual = (Markup(file.read_text(encoding="utf-8"))
                                for file in (page, self.harmless[kind]))
                self.assertEqual(found.problems, [])
                self.assertLessEqual(found.elements, usual.elements)
                self.assertLessEqual(found.attributes, usual.attributes)
                self.assertEqual(found.citations, usual.citations)

    def test_nothing_runs_nothing_is_asked_for_and_all_is_seen(self):
        for kind, page in self.pages.items():
            with self.subTest(page=kind):
                self.assertEqual(looks.traffic(self.browser, page), [])
                with self.assertRaises(NoAlertPresentException):
                    _ = self.browser.driver.switch_to.alert.text
                self.assertTrue(self.browser.script(
                    "return document.querySelector('h1').checkVisibility()"))

    def test_long_names_without_spaces_fit_all_widths(self):
        for kind, page in self.pages.items():
            with self.subTest(page=kind):
                self.browser.open(page)
                looks.open_details(self.browser)
                problems = looks.layout(self.browser)
                self.assertEqual(problems, [])


if __name__ == "__main__":
    unittest.main()
