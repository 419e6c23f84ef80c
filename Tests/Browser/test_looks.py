"""The questions asked of pages, on one by hand in which all is well and on spoilt ones."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import looks
from browser import A4, LETTER
from markup import Markup
from program import browser
from sample import CHART, page


class LooksTests(unittest.TestCase):
    def setUp(self):
        self.browser = browser()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "page.html"

    def show(self, *arguments: str, **parts: str) -> Path:
        self.file.write_text(page(*arguments, **parts), encoding="utf-8")
        self.browser.open(self.file)
        looks.open_details(self.browser)
        return self.file

    def finds(self, problems: list[str], words: str):
        self.assertTrue([problem for problem in problems if words in problem],
                        f"{words!r} is not among {problems}")

    def test_a_page_in_which_all_is_well_passes_all(self):
        file = self.show()
        self.assertEqual(looks.traffic(self.browser, file), [])
        self.assertEqual(self.browser.inspect("structure"), [])
        for look in (looks.layout, looks.contrast, looks.keyboard, looks.pointer, looks.rules):
            self.assertEqual(look(self.browser), [], look.__name__)
        self.assertEqual(len(self.browser.inspect("sites")), 1)
        for size in (A4, LETTER):
            self.assertEqual(looks.paper(self.browser, file, size, 1)[0], [])
        self.assertEqual(Markup(page()).problems, [])

    def test_requests_and_what_the_console_says_are_found(self):
        file = self.show('<img src="https://example.org/a.png" alt="">')
        found = looks.traffic(self.browser, file)
        self.finds(found, "asks for https://example.org/a.png")
        self.finds(found, "Content Security Policy")
        file = self.show('<p style="background: url(b.png)">Text</p>')
        self.finds(looks.traffic(self.browser, file), "b.png")
        file = self.show("<script>console.log(1)</script>")
        self.finds(looks.traffic(self.browser, file), "script")

    def test_what_leaves_the_window_or_its_box_is_found(self):
        for body, words in (
            ('<p style="width: 500px">Wide</p>', "main > p \"Wide\" reaches from 16 to 516"),
            ('<p style="width: 5rem; overflow: hidden; white-space: nowrap">Cut off here</p>',
             "is cut off"),
            ('<p style="width: 5rem; white-space: nowrap">Longer than its box</p>', "holds"),
        ):
            self.show(body)
            self.finds(looks.layout(self.browser), words)
        self.show('<div style="overflow-x: auto" tabindex="0" role="region" aria-label="Wide">'
                  '<p style="width: 500px">Wide</p></div>')
        self.assertEqual(looks.layout(self.browser), [])

    def test_labels_that_leave_a_chart_or_meet_are_found(self):
        for old, new, words in (
            ('x="60" y="55"', 'x="290" y="55"', "leaves its drawing"),
            ('x="60" y="55"', 'x="30" y="24"', "overlap"),
            ('x="60" y="55" font-size="12"', 'x="60" y="55" font-size="7"', "is 7.0 px high"),
        ):
            self.show(chart=CHART.replace(old, new))
            self.finds(looks.layout(self.browser), words)

    def test_turned_labels_are_measured_along_their_lines(self):
        turned = ('<text transform="rotate(-45 {0} 90)" x="{0}" y="90" font-size="12"'
                  ' fill="#111">Keflavik</text>')
        for places, apart in (((200, 230), True), ((200, 205), False)):
            labels = "".join(turned.format(place) for place in places)
            self.show(chart=CHART.replace("</svg>", labels + "</svg>"))
            self.assertEqual(not looks.layout(self.browser), apart)

    def test_faint_labels_are_found_on_what_is_behind_them(self):
        for old, new in (('fill="#111">Oslo', 'fill="#999">Oslo'),
                         ('<text x="60"', '<rect x="50" y="40" width="60" height="30" '
                                          'fill="#222"/><text x="60"')):
            self.show(chart=CHART.replace(old, new))
            self.finds(looks.contrast(self.browser), "Oslo")
        haloed = ('stroke="#fff" stroke-width="3" paint-order="stroke" fill="#111">Oslo')
        self.show(chart=CHART.replace('fill="#111">Oslo', haloed).replace(
            '<text x="60"', '<rect x="50" y="40" width="60" height="30" fill="#222"/>'
                            '<text x="60"'))
        self.assertEqual(looks.contrast(self.browser), [])

    def test_charts_without_words_and_headings_out_of_order_are_found(self):
        for old, new, words in (
            ("<title", "<metadata", "has no title"), ("Two bars.", "", "has no desc"),
            ('aria-describedby="power-desc"', "", "has no aria-describedby"),
        ):
            self.show(chart=CHART.replace(old, new))
            self.finds(self.browser.inspect("structure"), words)
        for body, words in (
            (CHART.replace("power", "other"), "stands in no figure"),
            ("<h4>Deep</h4>", "follows a heading of level 2"), ("<h1>Twice</h1>", "2 headings"),
            ('<p id="power">Again</p>', "more than once"), ('<a href="#there">x</a>', "nowhere"),
        ):
            self.show(body)
            self.finds(self.browser.inspect("structure"), words)

    def test_what_the_keyboard_misses_is_found(self):
        self.show(style=":focus-visible { outline: none !important; }")
        self.finds(looks.keyboard(self.browser), "can't be seen")
        self.show(style="html { scroll-behavior: smooth; }")
        self.finds(looks.keyboard(self.browser), "glides")
        self.show('<a href="#power" tabindex="1">First</a>')
        self.finds(looks.keyboard(self.browser), "to and fro")
        self.show(style=".chart-flows { opacity: 0 !important; }")
        self.finds(looks.keyboard(self.browser), "don't stand out on focus")
        self.finds(looks.pointer(self.browser), "don't stand out under the pointer")

    def test_rules_of_wcag_are_asked(self):
        self.show('<p style="color: #aaa">Faint</p>')
        self.finds(looks.rules(self.browser), "color-contrast")

    def test_charts_that_paper_cuts_are_found(self):
        high = CHART.replace('height="120">', 'height="120" preserveAspectRatio="none" '
                                              'style="height: 1500px">')
        file = self.show(chart=high)
        self.finds(looks.paper(self.browser, file, A4, 9)[0], "reaches from page")

    def test_headings_left_at_the_foot_of_paper_are_found(self):
        file = self.show("<h2>Alone</h2><p style='break-before: page'>Text</p>",
                         style="h2 { break-after: auto; }")
        self.finds(looks.paper(self.browser, file, A4, 9)[0], 'h2 "Alone" is left alone')

    def test_folded_parts_dark_paper_and_too_many_pages_are_found(self):
        file = self.show(style="main > p { display: none } main > p:last-child { display: block }"
                               "@media print { details::details-content { display: none; } "
                               "body { background: #111 !important; } "
                               "figure { break-after: page; } }", body="<p>Next</p>")
        found = looks.paper(self.browser, file, LETTER, 1)[0]
        for words in ("'40.5' is missing", "is dark", "2 pages", "all but empty"):
            self.finds(found, words)

    def test_markup_that_runs_or_loads_is_found(self):
        for body, words in (
            ("<script>1</script>", "<script>"), ("<p onclick='x()'>", "onclick"),
            ("<img src='a.png'>", "src="), ("<a href='http://example.org'>", "href="),
            ("<a href='javascript:x'>", "href="), ("<p style='background:url(a.png)'>", "url("),
            ("<style>@import 'a.css'</style>", "@import"), ("<link rel='stylesheet' href='a.css'>", "of <link>"),
            ("<meta http-equiv='refresh' content='0'>", "refresh"),
        ):
            self.finds(Markup(page(body)).problems, words)
        cited = Markup(page('<a href="https://example.org/paper">Paper</a>'))
        self.assertEqual(cited.problems, [])
        self.assertEqual(cited.citations, ["https://example.org/paper"])


if __name__ == "__main__":
    unittest.main()
