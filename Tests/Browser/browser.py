"""Headless Chromium that is cut off from the network and notes all that a page does."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

CHROMIUM = "/usr/bin/chromium"
# Named, so that selenium never looks for one to fetch.
CHROMEDRIVER = "/usr/bin/chromedriver"
INSPECTIONS = Path(__file__).resolve().parent / "inspections"
# Pictures of pages higher than this are cut: Chromium draws no more at once.
HIGHEST_PICTURE = 16_000


@dataclass(frozen=True)
class Paper:
    name: str
    width_in: float
    height_in: float


A4 = Paper("a4", 8.27, 11.69)
LETTER = Paper("letter", 8.5, 11)


class Browser:
    """One window. What its pages asked for and said is kept until the next page is opened."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu",
                         "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
                         "--disable-background-networking", "--disable-component-update",
                         "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.set_capability("unhandledPromptBehavior", "ignore")
        self.driver = webdriver.Chrome(options, Service(CHROMEDRIVER))
        self.driver.set_script_timeout(60)
        self.cdp("Network.enable")
        self.cdp("Network.emulateNetworkConditions", offline=True, latency=0,
                 downloadThroughput=0, uploadThroughput=0)
        self.view()

    def close(self):
        self.driver.quit()

    def cdp(self, method: str, **parameters: Any) -> dict:
        return self.driver.execute_cdp_cmd(method, parameters)

    def open(self, page: Path):
        self.driver.get("about:blank")
        self.messages(), self.requests()
        self.driver.get(page.resolve().as_uri())

    def view(self, width: int = 1440, height: int = 900, scheme: str = "light"):
        """Sets the size of the window in px and the colours that its user asks for."""
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=1, mobile=False)
        self.media(scheme=scheme)

    def media(self, kind: str = "", scheme: str = "light"):
        # Without motion, since what glides into view is not yet where it will be.
        self.cdp("Emulation.setEmulatedMedia", media=kind,
                 features=[{"name": "prefers-color-scheme", "value": scheme},
                           {"name": "prefers-reduced-motion", "value": "reduce"}])

    def messages(self) -> list[str]:
        """What the console holds since it was last read: violations of policies and errors too."""
        return [f"{entry['level']}: {entry['message']}"
                for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses asked for since they were last read."""
        events = [json.loads(entry["message"])["message"]
                  for entry in self.driver.get_log("performance")]
        return [event["params"]["request"]["url"] for event in events
                if event["method"] == "Network.requestWillBeSent"]

    def script(self, code: str, *arguments: Any) -> Any:
        return self.driver.execute_script(code, *arguments)

    def inspect(self, name: str, *arguments: Any) -> Any:
        """Runs a file of `inspections` in the page and gives what it returns."""
        return self.script(self._shared + (INSPECTIONS / f"{name}.js").read_text(), *arguments)

    @cached_property
    def _shared(self) -> str:
        return (INSPECTIONS / "shared.js").read_text()

    def axe(self, asked: dict) -> list[dict]:
        """What axe-core finds against some of its rules."""
        if not self.script("return typeof axe === 'object'"):
            folder = find_spec("axe_playwright_python").submodule_search_locations[0]
            self.script((Path(folder) / "axe.min.js").read_text(encoding="utf-8"))
        options = {"runOnly": asked, "resultTypes": ["violations"]}
        return self.driver.execute_async_script(
            "axe.run(document, arguments[0]).then(r => arguments[1](r.violations))", options)

    def press(self, key: str, code: int):
        for kind in ("rawKeyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                     windowsVirtualKeyCode=code)

    def point(self, x: float, y: float):
        self.cdp("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def picture(self, clip: dict | None = None) -> bytes:
        """The page as PNG: all of it, or a box of it in px."""
        if clip is None:
            size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
            height = min(size["height"], HIGHEST_PICTURE)
            clip = {"x": 0, "y": 0, "width": size["width"], "height": height}
        shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                        clip={**clip, "scale": 1})
        return base64.b64decode(shot["data"])

    def pdf(self, paper: Paper, backgrounds: bool = False) -> bytes:
        """The page as it is printed; browsers leave backgrounds away unless told."""
        printed = self.cdp("Page.printToPDF", paperWidth=paper.width_in,
                           paperHeight=paper.height_in, printBackground=backgrounds)
        return base64.b64decode(printed["data"])
