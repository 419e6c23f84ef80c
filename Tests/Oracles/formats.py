"""Independent readers of what the program writes for people and other programs: Markdown, CSV, GeoJSON."""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import cmarkgfm
from markdown_it import MarkdownIt

# What a report may be made of, by the names of the parser's tokens.
ALLOWED = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "strong_open", "strong_close", "table_open", "table_close", "thead_open", "thead_close",
    "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
    "text_special",
}
# No width, put in where GitHub would make a link, a mention or a reference of bare text.
WORD_JOINER = "\u2060"
MENTION = re.compile(r"(?<![\w/])@[A-Za-z0-9]")
REFERENCE = re.compile(r"(?<!&)#[0-9]")


@dataclass
class Page:
    """A Markdown document as GitHub's dialect has it."""

    kinds: set[str] = field(default_factory=set)
    headings: list[tuple[int, str]] = field(default_factory=list)
    # Rows of cells, the header first.
    tables: list[list[list[str]]] = field(default_factory=list)
    # The text of every paragraph, heading, item and cell.
    texts: list[str] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Page:
        page = cls()
        parser = MarkdownIt("gfm-like")
        level = 0
        for token in parser.parse(text):
            page.kinds.add(token.type)
            if token.type == "heading_open":
                level = int(token.tag[1:])
            elif token.type == "table_open":
                page.tables.append([])
            elif token.type == "tr_open":
                page.tables[-1].append([])
            elif token.type == "inline":
                shown = page.inline(token)
                if level:
                    page.headings.append((level, shown))
            elif token.type in ("th_close", "td_close"):
                page.tables[-1][-1].append(page.texts[-1])
            elif token.type == "heading_close":
                level = 0
        return page

    def inline(self, token) -> str:
        parts, inside = [], 0
        for child in token.children:
            self.kinds.add(child.type)
            parts.append(child.content)
            inside += child.nesting if child.type.startswith("strong") else 0
            if inside and child.content:
                self.strong.append(child.content)
        self.texts.append("".join(parts).replace(WORD_JOINER, ""))
        return self.texts[-1]


class Rendered(HTMLParser):
    """Elements and attributes that GitHub's own parser, cmark-gfm, makes of a document."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        # Cells of each row of each table.
        self.cells: list[int] = []
        self.html = cmarkgfm.github_flavored_markdown_to_html(text)
        self.feed(self.html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {f"{name}={value}" for name, value in attrs}
        if tag == "tr":
            self.cells.append(0)
        elif tag in ("th", "td"):
            self.cells[-1] += 1

    def handle_comment(self, data):
        self.tags.add("comment")


def bars(line: str) -> int:
    """Bars of a line that a backslash does not escape."""
    return len(re.findall(r"(?<!\\)(?:\\\\)*\|", line))


def records(text: str, separator: str = ",") -> list[list[str]]:
    """The fields of a CSV text, quotes strictly as RFC 4180 has them."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def runs_as_formula(field_text: str) -> bool:
    """Whether a spreadsheet may run a cell (OWASP): after blanks, a sign or a tab or line break first."""
    if not field_text:
        return False
    if re.fullmatch(r"[+-]?[0-9.]+(e[+-]?[0-9]+)?", field_text):
        return False
    return field_text[0] in "\t\r\n" or (
        field_text.lstrip(" \u00a0\u200b\ufeff\u2028\u0085\ufffd")[:1] in set("=+-@＝＋－＠"))


def distance(first, second) -> float:
    """The haversine distance of two positions, in degrees of arc."""
    (a, b), (c, d) = (map(math.radians, position) for position in (first, second))
    half = math.sin((d - b) / 2) ** 2 + math.cos(b) * math.cos(d) * math.sin((c - a) / 2) ** 2
    return math.degrees(2 * math.asin(min(1, math.sqrt(half))))


def lines(geometry: dict) -> list[list[list[float]]]:
    """The parts of a flow's line; a point is one without length."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        return [[coordinates, coordinates]]
    return [coordinates] if kind == "LineString" else coordinates
