"""The golden files of charts as a browser draws them, at the ends of what charts are asked for.

Their letters are measured without a browser; here they are drawn in the fonts of a desk.
"""

from __future__ import annotations

import unittest

import looks
from program import ROOT, browser

GOLDEN = sorted((ROOT / "Tests" / "ChartingTests" / "Golden").glob("*.svg"))


class ChartTests(unittest.TestCase):
    def test_labels_stay_apart_and_inside_and_can_be_read(self):
        self.assertTrue(GOLDEN)
        for file in GOLDEN:
            with self.subTest(chart=file.stem):
                browser().open(file)
                problems = browser().inspect("labels", looks.SMALLEST_LETTERS)
                problems += looks.contrast(browser())
                self.assertEqual(problems, [])

    def test_charts_alone_ask_for_nothing(self):
        for file in GOLDEN:
            with self.subTest(chart=file.stem):
                self.assertEqual(looks.traffic(browser(), file), [])


if __name__ == "__main__":
    unittest.main()
