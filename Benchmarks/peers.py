"""Times other solvers of linear programs on exported models, for `sitewise bench peers`.

    python3 peers.py --solver highs-simplex|highs-ipm|clp [--runs 5] MODEL.mps [MODEL.mps ...]

Several models are the stages of one policy: they are solved one after the other, and their times
add up. Writes one JSON object to stdout; `solve_s` leaves out reading, `process_s` is a process
that starts, reads and solves. Each run is a process of its own, so that none finds a basis or
memory that another left behind. A solver that isn't there, or has no optimum, is said in `status`.

HiGHS is the Python package highspy. Clp is its C library, found by name, or where the environment
variable CLP_LIBRARY says.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

USAGE, BAD_INPUT, FAULT = 64, 65, 70  # exit statuses, as sitewise has them


class Missing(Exception):
    """The solver isn't installed; the text says how to get it."""


class Unreadable(Exception):
    """The solver can't read a model."""


class Highs:
    """HiGHS on one thread, with the defaults of its method: presolve, and crossover after `ipm`."""

    def __init__(self, method: str):
        try:
            import highspy
        except ImportError:
            raise Missing("python3 -m pip install highspy") from None
        self.solver = highspy.Highs()
        self.solver.silent()
        self.version = self.solver.version()
        self.error = highspy.HighsStatus.kError
        for option, value in (("solver", method), ("threads", 1), ("parallel", "off")):
            self.solver.setOptionValue(option, value)

    def read(self, model: str):
        """Replaces the model before it, and forgets its solution."""
        if self.solver.readModel(model) == self.error:
            raise Unreadable(model)

    def has_integers(self) -> bool:
        return len(self.solver.getLp().integrality_) > 0

    def solve(self) -> str:
        self.solver.run()
        return self.solver.modelStatusToString(self.solver.getModelStatus()).lower()

    def objective(self) -> float:
        return self.solver.getInfo().objective_function_value


class Clp:
    """Clp's dual simplex method with presolve, as the command `clp MODEL -dualsimplex` runs it."""

    STATUS = ("optimal", "infeasible", "unbounded", "stopped", "stopped by errors")
    # The command perturbs from the start; the library's own 100, only when it sees a need, took
    # Clp 1.17 three times the iterations and six times as long on half a million columns.
    PERTURBATION = 50

    def __init__(self):
        name = os.environ.get("CLP_LIBRARY") or ctypes.util.find_library("Clp") or "libClp.so.1"
        try:
            self.library = ctypes.CDLL(name)
        except OSError:
            raise Missing("apt-get install coinor-libclp1, or set CLP_LIBRARY") from None
        for function, result in (("newModel", ctypes.c_void_p), ("Version", ctypes.c_char_p),
                                 ("integerInformation", ctypes.c_void_p),
                                 ("objectiveValue", ctypes.c_double)):
            getattr(self.library, "Clp_" + function).restype = result
        self.version = self.library.Clp_Version().decode()
        self.model = None

    def read(self, model: str):
        """Replaces the model before it by a new one."""
        if self.model is not None:
            self.library.Clp_deleteModel(self.model)
        self.model = ctypes.c_void_p(self.library.Clp_newModel())
        self.library.Clp_setLogLevel(self.model, 0)
        keeps_names, ignores_errors = 0, 0
        if self.library.Clp_readMps(self.model, model.encode(), keeps_names, ignores_errors) != 0:
            raise Unreadable(model)

    def has_integers(self) -> bool:
        return self.library.Clp_integerInformation(self.model) is not None

    def solve(self) -> str:
        self.library.Clp_setPerturbation(self.model, self.PERTURBATION)
        self.library.Clp_initialDualSolve(self.model)
        status = self.library.Clp_status(self.model)
        return self.STATUS[status] if 0 <= status < len(self.STATUS) else f"status {status}"

    def objective(self) -> float:
        return self.library.Clp_objectiveValue(self.model)


SOLVERS = {"highs-simplex": lambda: Highs("simplex"), "highs-ipm": lambda: Highs("ipm"), "clp": Clp}


def solve_once(name: str, models: list[str]) -> dict:
    """Reads and solves each model in this process; ends at the first that has no optimum."""
    try:
        solver = SOLVERS[name]()
    except Missing as missing:
        return {"solver": name, "status": "missing", "hint": str(missing)}
    found = {"solver": name, "version": solver.version}
    read_s, solve_s, objectives = 0.0, 0.0, []
    for model in models:
        start = time.perf_counter()
        solver.read(model)
        read_s += time.perf_counter() - start
        if solver.has_integers():  # would be ignored: the optimum of another program
            return {**found, "status": "integer", "hint": f"{model} isn't a linear program"}
        start = time.perf_counter()
        status = solver.solve()
        solve_s += time.perf_counter() - start
        if status != "optimal":
            return {**found, "status": status}
        objectives.append(solver.objective())
    return {**found, "read_s": read_s, "solve_s": solve_s, "objectives": objectives,
            "status": status}


def in_child(name: str, models: list[str]) -> dict:
    """`solve_once` in a process of its own, with what that process took."""
    start = time.perf_counter()
    child = subprocess.run([sys.executable, __file__, "--once", "--solver", name, *models],
                           stdout=subprocess.PIPE, check=False)
    process_s = time.perf_counter() - start
    if child.returncode < 0:
        print(f"peers.py: error: signal {-child.returncode} ended {name}", file=sys.stderr)
        sys.exit(FAULT)
    if child.returncode > 0:  # it has said why
        sys.exit(child.returncode)
    # This process is small and stays so: a child's peak starts from that of its parent.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    peak_bytes = peak if sys.platform == "darwin" else peak * 1024
    return {**json.loads(child.stdout), "process_s": process_s, "peak_mb": peak_bytes / 1e6}


def measure(name: str, models: list[str], runs: int) -> dict:
    found = []
    for _ in range(runs):
        run = in_child(name, models)
        if run["status"] != "optimal":
            return {key: run[key] for key in ("solver", "version", "status", "hint") if key in run}
        found.append(run)
    solve_s = [run["solve_s"] for run in found]
    return {**found[-1],
            "read_s": statistics.median(run["read_s"] for run in found),
            "process_s": statistics.median(run["process_s"] for run in found),
            "solve_s": solve_s, "median_solve_s": statistics.median(solve_s)}


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.format_usage()}{self.prog}: error: {message}\n")


def arguments() -> argparse.Namespace:
    parser = Parser(description="Times a solver on exported linear programs.")
    parser.add_argument("--solver", required=True, choices=list(SOLVERS))
    parser.add_argument("--runs", type=int, default=5, help="how many times (default: 5)")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("models", nargs="+", metavar="MODEL.mps", help="free MPS files, in order")
    given = parser.parse_args()
    if given.runs < 1:
        parser.error("--runs must be at least 1")
    for model in given.models:
        if not Path(model).is_file():
            parser.error(f"there is no file {model}")
    return given


def main():
    given = arguments()
    stdout = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the solvers print all the same goes to stderr
    try:
        found = (solve_once(given.solver, given.models) if given.once
                 else measure(given.solver, given.models, given.runs))
    except Unreadable as unreadable:
        print(f"peers.py: error: {given.solver} can't read {unreadable}", file=sys.stderr)
        sys.exit(BAD_INPUT)
    with stdout:
        print(json.dumps(found), file=stdout)


if __name__ == "__main__":
    main()
