"""Pages of a PDF: their words and colours."""

from __future__ import annotations

import re

import pypdfium2


def compact(text: str) -> str:
    """Without spaces, hyphens of broken words and marks of direction, which PDF readers place as
    they see fit."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufffe\u0002]+", "", text)


class Print:
    def __init__(self, data: bytes):
        self._document = pypdfium2.PdfDocument(data)
        self.pages = [compact(page.get_textpage().get_text_bounded()) for page in self._document]

    def page_of(self, text: str) -> set[int]:
        """The pages that hold a text."""
        wanted = compact(text)
        return {number for number, page in enumerate(self.pages, start=1) if wanted in page}

    def image(self, number: int, width: int = 800):
        """A page from 1 on as a picture."""
        page = self._document[number - 1]
        return page.render(scale=width / page.get_width()).to_pil()

    def brightness(self, number: int) -> float:
        """How bright most of a page is: 0 is black, 255 white."""
        counts = self.image(number, width=200).convert("L").histogram()
        return float(max(range(256), key=counts.__getitem__))
