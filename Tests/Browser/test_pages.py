"""Every page that the program makes of the bundled scenarios, on the screen and on paper.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import unittest
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import looks
from browser import A4, LETTER, Browser
from markup import Markup
from program import PROGRAM, artefacts, browser, pages

# Pages of paper: more, and nobody prints it.
MOST_PAGES = 30


@unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser()
        cls.pages = pages()

    @contextmanager
    def each(self, name: str, page: Path) -> Iterator[Browser]:
        """A page in the browser, all that is folded in it open."""
        with self.subTest(page=name):
            self.browser.open(page)
            looks.open_details(self.browser)
            yield self.browser

    def nothing(self, problems: list[str]):
        if problems:
            self.fail("\n".join(["", *problems]))

    def test_pages_are_files_that_load_nothing_and_run_nothing(self):
        for name, page in self.pages.items():
            with self.subTest(page=name):
                markup = Markup(page.read_text(encoding="utf-8"))
                self.nothing(markup.problems)
                self.assertIn("default-src 'none'", markup.policy)
                self.assertEqual(markup.charset.lower(), "utf-8")
                self.assertIn("width=device-width", markup.viewport)
                self.assertLessEqual(page.stat().st_size, looks.LARGEST_FILE)

    def test_pages_ask_for_nothing_and_the_console_stays_empty(self):
        for name, page in self.pages.items():
            with self.subTest(page=name):
                self.nothing(looks.traffic(self.browser, page))

    def test_charts_have_words_and_tables_and_headings_are_in_order(self):
        charts = 0
        for name, page in self.pages.items():
            with self.each(name, page) as browser:
                self.nothing(browser.inspect("structure"))
                charts += browser.script("return document.querySelectorAll('svg').length")
        self.assertGreater(charts, len(self.pages))

    def test_pages_fit_telephones_tablets_and_desks_in_light_and_dark(self):
        for name, page in self.pages.items():
            with self.each(name, page) as browser:
                self.nothing(looks.layout(browser))

    def test_labels_of_charts_can_be_told_from_what_is_behind_them(self):
        for name, page in self.pages.items():
            with self.each(name, page) as browser:
                self.nothing(looks.contrast(browser))

    def test_pages_keep_the_rules_of_wcag_2_2_at_level_aa(self):
        for name, page in self.pages.items():
            with self.each(name, page) as browser:
                self.nothing(looks.rules(browser))

    def test_the_keyboard_reaches_everything_and_shows_where_it_is(self):
        for name, page in self.pages.items():
            with self.each(name, page) as browser:
                self.nothing(looks.keyboard(browser))

    def test_flows_of_a_site_stand_out_under_the_pointer(self):
        sites = 0
        for name, page in self.pages.items():
            with self.each(name, page) as browser:
                self.nothing(looks.pointer(browser))
                sites += len(browser.inspect("sites"))
        self.assertGreater(sites, 10)

    def test_pages_print_light_and_whole_on_a4_and_letter(self):
        for name, page in self.pages.items():
            for size in (A4, LETTER):
                with self.subTest(page=name, paper=size.name):
                    problems, printed = looks.paper(self.browser, page, size, MOST_PAGES)
                    (artefacts() / f"{name}-{size.name}.pdf").write_bytes(printed)
                    self.nothing(problems)

    def test_readers_choose_light_or_dark_whatever_their_screen_says(self):
        browser = self.browser
        browser.open(self.pages["bloom"])
        shown = "return getComputedStyle(document.body).backgroundColor"
        colours = {}
        for scheme in looks.SCHEMES:
            browser.view(scheme=scheme)
            for choice in ("automatic", *looks.SCHEMES):
                browser.script(f"document.getElementById('theme-{choice}').click()")
                colours[scheme, choice] = browser.script(shown)
        browser.view()
        light, dark = colours["light", "automatic"], colours["dark", "automatic"]
        self.assertNotEqual(light, dark)
        for scheme in looks.SCHEMES:
            self.assertEqual(colours[scheme, "light"], light)
            self.assertEqual(colours[scheme, "dark"], dark)

    def test_pictures_of_all_pages_are_kept(self):
        for name, page in self.pages.items():
            self.browser.open(page)
            dark = [(1440, "dark")] if name == "world" else []
            for width, scheme in [(width, "light") for width in looks.WIDTHS] + dark:
                self.browser.view(width, scheme=scheme)
                suffix = "-dark" if scheme == "dark" else ""
                file = artefacts() / f"{name}-{width}{suffix}.png"
                file.write_bytes(self.browser.picture())
                self.assertGreater(file.stat().st_size, 10_000)
        self.browser.view()


if __name__ == "__main__":
    unittest.main()
