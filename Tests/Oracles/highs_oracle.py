#!/usr/bin/env python3
"""Solves an exported MPS model with other solvers and compares the optimum with a plan.

Exit status: 0 agreement, 1 disagreement.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from comparison import Comparison
from solver_runs import glpsol, highs

TOLERANCE = 1e-7


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", help="free MPS file")
    parser.add_argument("--plan", required=True, help="the product's plan, JSON")
    parser.add_argument("--stage", type=int, help="the stage that was exported, from 1")
    parser.add_argument("--glpsol", action="store_true", help="also run glpsol on the file")
    parser.add_argument("--no-exact", action="store_true",
                        help="glpsol: trust floating point (for large models)")
    options = parser.parse_args()
    plan = json.loads(Path(options.plan).read_text())
    results = {"HiGHS": highs(Path(options.model))}
    if options.glpsol:
        results["glpsol"] = glpsol(["--freemps", options.model], not options.no_exact)
    wanted = plan.get("objective")
    if options.stage is not None and plan["status"] == "optimal":
        wanted = plan["stages"][options.stage - 1]["value"]
    check = Comparison()
    for solver, result in results.items():
        check.text(f"{solver} status", result.status, plan["status"])
        if result.status == "optimal" and plan["status"] == "optimal":
            check.value(f"{solver} objective", result.objective, wanted, TOLERANCE)
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
