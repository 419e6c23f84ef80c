"""Runs of the program, and scenario files read as the product reads them.

Needs the environment variable SITEWISE, the path of the program.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
SITES = HERE.parent.parent / "sites"
SCENARIOS = SITES / "scenarios"
PROGRAM = os.environ.get("SITEWISE")


class Loader(yaml.SafeLoader):
    """YAML 1.2 in place of PyYAML's 1.1: `NO` and dates are text, `9.5e6` is a number."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers
             if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true$|false$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float",
                             re.compile(r"[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$"),
                             list("-+0123456789"))


def read(scenario: Path) -> dict:
    return yaml.load(scenario.read_text(encoding="utf-8"), Loader)  # noqa: S506, a SafeLoader


def policies(scenario: Path) -> list[str]:
    return list(read(scenario)["policies"])


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


def oracle(script: str, *arguments: str) -> subprocess.CompletedProcess:
    return run(sys.executable, str(HERE / script), *arguments)


def place(scenario: Path, policy: str, plan: Path) -> subprocess.CompletedProcess:
    """Writes the plan under a policy to a file."""
    return run(PROGRAM, "place", str(scenario), "--policy", policy, "--format", "json",
               "-o", str(plan))


def planned(content: dict, folder: Path) -> dict:
    """The plan of a scenario given as data, under its first policy."""
    scenario, plan = folder / "planned.yaml", folder / "planned.json"
    scenario.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    done = place(scenario, next(iter(content["policies"])), plan)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return json.loads(plan.read_text(encoding="utf-8"))
