"""Runs of the program: the pages that the tests look at, each made once.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from browser import Browser

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCENARIOS = sorted(path.stem for path in (ROOT / "sites" / "scenarios").glob("*.yaml"))
PROGRAM = os.environ.get("SITEWISE")


def run(*arguments: str | Path) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                          check=False)


def made(file: Path, *arguments: str | Path) -> Path:
    """A file that the program writes."""
    done = run(*arguments, "-o", file)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, arguments))} ended with {done.returncode}: "
                           f"{done.stderr}")
    return file


@cache
def folder() -> Path:
    """Where pages are made; gone when the tests are."""
    temporary = tempfile.TemporaryDirectory(prefix="sitewise-pages-")
    atexit.register(temporary.cleanup)
    return Path(temporary.name)


@cache
def artefacts() -> Path:
    """Where pictures and prints are kept for people to look at: SITEWISE_ARTEFACTS or a folder of
    the system's temporary one."""
    named = os.environ.get("SITEWISE_ARTEFACTS")
    path = Path(named) if named else Path(tempfile.mkdtemp(prefix="sitewise-pictures-"))
    path.mkdir(parents=True, exist_ok=True)
    print(f"pictures of pages are in {path}", flush=True)
    return path


@cache
def browser() -> Browser:
    """One for all tests: it takes seconds to start."""
    opened = Browser()
    atexit.register(opened.close)
    return opened


@cache
def report(scenario: str) -> Path:
    """The page of a scenario; its charts are in the folder of the same name beside it."""
    page = folder() / f"{scenario}.html"
    return made(page, "report", scenario, "--figures", page.with_suffix(""))


@cache
def difference() -> Path:
    """Two plans of the world, one beside the other."""
    plans = [made(folder() / f"{policy}.json", "place", "world", "--policy", policy,
                  "--format", "json") for policy in ("cheapest", "greenest")]
    return made(folder() / "diff.html", "diff", *plans, "--format", "html")


@cache
def pages() -> dict[str, Path]:
    """All pages by name, as many at a time as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = {scenario: pool.submit(report, scenario) for scenario in SCENARIOS}
        futures["diff"] = pool.submit(difference)
        return {name: future.result() for name, future in futures.items()}
