"""The pictures of README.md and the guides against what the program draws now.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import re
import unittest
from pathlib import Path

import gallery
from program import PROGRAM, ROOT


def shown() -> set[Path]:
    """The pictures of this repository that its pages show or lead to."""
    found = set()
    for page in (ROOT / "README.md", *(ROOT / "Guides").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        # Words that stand for a picture are part of it: without any it does not count.
        places = re.findall(r"!\[[^\]]+\]\(([^)\s]+)", text)
        places += re.findall(r"\]\(([^)\s]+\.svg)\)", text)
        found |= {(page.parent / place).resolve() for place in places if "://" not in place}
    return found


class GalleryTests(unittest.TestCase):
    @unittest.skipUnless(PROGRAM, "SITEWISE does not name the program")
    def test_charts_are_what_the_program_draws_now(self):
        for scenario in gallery.CHARTS:
            for place, file in gallery.charts(scenario).items():
                with self.subTest(chart=place):
                    kept = gallery.FIGURES / place
                    self.assertTrue(kept.read_bytes() == file.read_bytes(),
                                    f"{kept} is out of date: run Scripts/gallery, and look at it")

    def test_pages_show_the_pictures_that_are_kept_and_no_others(self):
        kept = {path for path in gallery.FIGURES.rglob("*") if path.is_file()}
        self.assertGreater(len(kept), 5)
        self.assertEqual(kept, shown())

    def test_pictures_are_small(self):
        for path in gallery.FIGURES.rglob("*.png"):
            with self.subTest(picture=path.name):
                self.assertLessEqual(path.stat().st_size, gallery.LARGEST_PICTURE)


if __name__ == "__main__":
    unittest.main()
