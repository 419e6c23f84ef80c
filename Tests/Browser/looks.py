"""What is asked of every page: each function gives what it finds wrong, a line each."""

from __future__ import annotations

from pathlib import Path

from browser import A4, Browser, Paper
from paper import Print, compact

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
# In px on the screen: smaller letters can't be read on a telephone.
SMALLEST_LETTERS = 9
# Of axe-core. What depends on colours and on the width is asked again in the dark and on a telephone.
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDTH_RULES = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
# Of a page of paper: with fewer it is a line that has been left over.
LEAST_LETTERS = 80
LARGEST_FILE = 2_000_000
TAB = ("Tab", 9)


def open_details(browser: Browser):
    browser.script("for (const d of document.querySelectorAll('details')) d.open = true")


def traffic(browser: Browser, page: Path) -> list[str]:
    """What a page asks for beside itself, and what the console says of it."""
    browser.open(page)
    open_details(browser)
    own = page.resolve().as_uri()
    asked = [f"asks for {url[:100]}" for url in browser.requests()
             if url != own and not url.startswith(("data:", "about:blank"))]
    return asked + browser.messages()


def layout(browser: Browser) -> list[str]:
    """What does not fit at some width, in light or dark; folded parts folded and open."""
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            browser.view(width, scheme=scheme)
            problems = browser.inspect("overflow") + browser.inspect("labels", SMALLEST_LETTERS)
            found += [f"{width} px, {scheme}: {problem}" for problem in problems]
    browser.view()
    return list(dict.fromkeys(found))


def contrast(browser: Browser) -> list[str]:
    """Labels of charts that can't be told from what is behind them."""
    found = []
    for scheme in SCHEMES:
        browser.view(scheme=scheme)
        found += [f"{scheme}: {problem}" for problem in browser.inspect("contrast")]
    browser.view()
    return found


def rules(browser: Browser) -> list[str]:
    """What axe-core finds against the rules of WCAG 2.2 A and AA; long tables and lists are cut, since
    a thousand rows break no other rules than five."""
    found = []
    browser.inspect("shorten")
    for width, scheme, asked in ((1440, "light", RULES), (1440, "dark", COLOUR_RULES),
                                 (360, "light", WIDTH_RULES)):
        browser.view(width, scheme=scheme)
        for violation in browser.axe(asked):
            for node in violation["nodes"][:5]:
                found.append(f"{width} px, {scheme}: {violation['id']}: {node['target']} "
                             f"{node['failureSummary']}")
    browser.view()
    return found


def keyboard(browser: Browser) -> list[str]:
    """What Tab does not reach in the order of the page, or where its focus can't be seen."""
    found = []
    if browser.script("return getComputedStyle(document.documentElement).scrollBehavior") != "auto":
        found.append("the page glides although its reader asks for no motion")
        browser.script("document.documentElement.style.scrollBehavior = 'auto'")
    expected = browser.inspect("focus_start")
    reached = []
    for _ in range(2 * len(expected) + 10):
        browser.press(*TAB)
        now = browser.inspect("focus_now")
        if now is None or now["index"] in reached:
            break
        # Browsers let Tab reach regions that scroll, too.
        if now["index"] >= 0:
            reached.append(now["index"])
        if not now["isVisible"]:
            found.append(f"the focus can't be seen on {now['name']}")
        if not stand_out(now["flows"]):
            found.append(f"flows of {now['name']} don't stand out on focus")
    if reached != sorted(reached):
        found.append("Tab goes to and fro")
    return found + [f"Tab does not reach {name}" for index, name in enumerate(expected)
                    if index not in reached]


def stand_out(flows: dict) -> bool:
    """Whether flows can be told from all others; a site without any has none to show."""
    return flows["own"] is None or flows["own"] >= 0.8 and flows["others"] <= 0.4


def pointer(browser: Browser) -> list[str]:
    """Sites of maps whose flows don't show under the pointer."""
    found = []
    browser.script("document.activeElement.blur()")
    for site in browser.inspect("sites"):
        now = browser.inspect("hover", site)
        if now is None:
            continue
        browser.point(now["x"], now["y"])
        if not stand_out(browser.inspect("flows", site)):
            found.append(f"flows of {now['name']} don't stand out under the pointer")
    browser.point(0, 0)
    return found


def paper(browser: Browser, page: Path, size: Paper, most_pages: int) -> tuple[list[str], bytes]:
    """What is wrong with a page on paper, and the PDF of it, printed from a dark screen."""
    browser.open(page)
    # What paper has is not always what the screen has.
    browser.media("print", scheme="dark")
    told = browser.inspect("print_start")
    browser.view(scheme="dark")
    data = browser.pdf(size, backgrounds=True)
    browser.view()
    printed = Print(data)
    found = []
    for number, text in enumerate(printed.pages, start=1):
        if len(text) < LEAST_LETTERS:
            found.append(f"page {number} is all but empty: {text}")
        if printed.brightness(number) < 250:
            found.append(f"page {number} is dark")
    if len(printed.pages) > most_pages:
        found.append(f"{len(printed.pages)} pages")
    for chart in told["charts"]:
        found += split(printed, chart)
    for heading in told["headings"]:
        # Heads of tables are there again on every page.
        own, next_one = (min(printed.page_of(mark), default=0) for mark in heading["marks"])
        if own != next_one:
            found.append(f"{heading['name']} is left alone on page {own}")
    for part in told["folded"]:
        if not printed.page_of(part["mark"]):
            found.append(f"{part['name']} is folded: {part['words'][:60]!r} is missing")
    return found, data


def split(printed: Print, chart: dict) -> list[str]:
    """What tells that a chart is cut by the border of a page, its words included."""
    top, end = (printed.page_of(mark) for mark in chart["marks"])
    if not top or not end:
        return [f"{chart['name']} is not printed"]
    if top != end:
        return [f"{chart['name']} reaches from page {min(top)} to page {max(end)}"]
    words = printed.pages[min(top) - 1]
    return [f"{text!r} of {chart['name']} is not on page {min(top)} with it"
            for text in chart["texts"] if compact(text) not in words]
