"""A page as a file: what is in it before any browser sees it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# What runs, loads or sends.
FORBIDDEN = {"script", "iframe", "frame", "object", "embed", "base", "form", "audio",
             "video", "source", "track", "portal", "applet", "foreignobject", "animate", "set",
             "use", "noscript", "template", "slot"}
LOADING = {"src", "srcset", "poster", "background", "action", "formaction", "data", "ping",
           "manifest", "xlink:href", "cite", "longdesc", "profile", "codebase", "archive"}


class Markup(HTMLParser):
    """Reads a page and notes what should not be in it."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.policy = ""
        self.viewport = ""
        self.charset = ""
        self.citations: list[str] = []
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]):
        self.elements.add(tag)
        self._inside = tag
        if tag in FORBIDDEN:
            self.problems.append(f"a <{tag}> in line {self.getpos()[0]}")
        values = {name: value or "" for name, value in attrs}
        self.attributes |= values.keys()
        for name, value in values.items():
            self._attribute(tag, name, value)
        if tag == "meta":
            self._meta(values)

    def _attribute(self, tag: str, name: str, value: str):
        where = f"{name}={value[:60]!r} of <{tag}> in line {self.getpos()[0]}"
        if name.startswith("on") or name in LOADING and not value.startswith("data:image/"):
            self.problems.append(where)
        if name == "href":
            # An icon that is empty keeps browsers from asking for one.
            is_empty_icon = tag == "link" and value == "data:,"
            if tag == "a" and value.startswith("https://"):
                self.citations.append(value)
            elif not value.startswith("#") and not is_empty_icon:
                self.problems.append(where)
        else:
            self._style(value, where)

    def _meta(self, values: dict[str, str]):
        kind = values.get("http-equiv", "").lower()
        if kind == "content-security-policy":
            self.policy = values.get("content", "")
        elif kind:
            self.problems.append(f"a <meta http-equiv={kind}>")
        if values.get("name") == "viewport":
            self.viewport = values.get("content", "")
        self.charset = values.get("charset", self.charset)

    def handle_data(self, data: str):
        if self._inside == "style":
            self._style(data, "a style sheet")

    def handle_endtag(self, tag: str):
        self._inside = ""

    def _style(self, text: str, where: str):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]*)", text, re.IGNORECASE):
            if not address.startswith(("#", "data:image/")):
                self.problems.append(f"url({address[:60]}) in {where}")
        for word in ("@import", "expression(", "javascript:", "-moz-binding"):
            if word in text.lower():
                self.problems.append(f"{word} in {where}")
