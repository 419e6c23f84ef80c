"""Makes the pictures of README.md and the guides: charts as the program writes them, and the tops of
pages as Chromium shows them.

    Scripts/gallery
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from browser import Browser
from program import ROOT, browser, report

FIGURES = ROOT / "Guides" / "figures"
# The charts that are shown, by scenario; of each scenario the top of its page is, too.
CHARTS = {
    "world": ["world-map", "frontier", "capacity", "round-trips"],
    "bloom": ["world-map"],
    "bitcoin": ["world-map"],
    "plan_2030": ["world-map", "frontier"],
}
LARGEST_PICTURE = 300_000
WIDTH, HEIGHT = 1200, 1400


def charts(scenario: str) -> dict[str, Path]:
    """The charts of a scenario that are shown, made now, by their place under `Guides/figures`."""
    charts = report(scenario).with_suffix("")
    return {f"{scenario}/{name}.svg": charts / f"{name}.svg" for name in CHARTS[scenario]}


def top(browser: Browser, page: Path) -> bytes:
    """The top of a page as a PNG of at most 256 colours, or as few as keep it small."""
    browser.open(page)
    browser.view(WIDTH, HEIGHT)
    shot = browser.picture({"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})
    browser.view()
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours in (256, 128, 64, 32):
        file = io.BytesIO()
        _reduced(picture, colours).save(file, "PNG", optimize=True)
        if file.tell() <= LARGEST_PICTURE:
            return file.getvalue()
    raise RuntimeError(f"{page.name} makes a picture of more than {LARGEST_PICTURE} bytes")


def _reduced(picture: Image.Image, colours: int) -> Image.Image:
    """A picture of so many colours; the clear ones of charts stay, though few pixels have them."""
    return picture.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main():
    for scenario in CHARTS:
        (FIGURES / scenario).mkdir(parents=True, exist_ok=True)
        for place, file in charts(scenario).items():
            (FIGURES / place).write_bytes(file.read_bytes())
        (FIGURES / scenario / "page.png").write_bytes(top(browser(), report(scenario)))
        print(f"Guides/figures/{scenario} is made")


if __name__ == "__main__":
    main()
