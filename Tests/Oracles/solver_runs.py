"""Runs of glpsol and HiGHS, read from their own precise results, never from printed reports."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path


AGREEMENT = 1e-9  # of primal and dual objectives, relative


class SolverFailure(Exception):
    """A solver neither solved the problem nor proved it infeasible."""


@dataclass
class Result:
    status: str  # optimal, infeasible or unbounded
    objective: float | None


def glpsol(arguments: list[str], exact: bool = True) -> Result:
    """Runs glpsol; `exact` finishes in rational arithmetic from the floating-point basis.

    Without its presolver, because that reports infeasible problems without a status.
    """
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "solution.txt"
        options = ["--nopresol"] + (["--xcheck"] if exact else [])
        command = ["glpsol", *arguments, *options, "-w", str(raw)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0 or not raw.exists():
            raise SolverFailure(run.stdout + run.stderr)
        return raw_solution(raw.read_text(), run.stdout)


def raw_solution(text: str, log: str) -> Result:
    """The solution line `s bas m n primal dual objective` or `s mip m n status objective`."""
    fields = next(line.split() for line in text.splitlines() if line.startswith("s "))
    if fields[1] == "bas":
        primal, dual, objective = fields[4], fields[5], float(fields[6])
        if primal == "f" and dual == "f":
            return Result("optimal", objective)
        if primal == "n":
            return Result("infeasible", None)
        if dual == "n":
            return Result("unbounded", None)
    elif fields[1] == "mip":
        if fields[4] == "o":
            return Result("optimal", float(fields[5]))
        # The relaxation alone may be infeasible; the raw file of a MIP does not tell.
        if fields[4] == "n" or "HAS NO PRIMAL FEASIBLE SOLUTION" in log:
            return Result("infeasible", None)
    raise SolverFailure(f"glpsol ended with {fields}\n{log}")


def highs(model: Path) -> Result:
    """Runs HiGHS on an MPS file with tight tolerances; both its objectives must agree.

    By the dual simplex method, whose worst case on models of half a million columns is the best: the
    primal one can take many times as long, and the interior point method with its crossover may end
    in a simplex run all the same. The dual tolerance follows the size of the objective's
    coefficients: 1e-9 of a dollar in millions of them is below what arithmetic resolves, and costs
    up to four times the time.
    """
    import highspy

    solver = highspy.Highs()
    solver.silent()
    for option in ("primal_feasibility_tolerance", "mip_rel_gap"):
        solver.setOptionValue(option, 1e-9)
    solver.setOptionValue("solver", "simplex")
    if solver.readModel(str(model)) == highspy.HighsStatus.kError:
        raise SolverFailure(f"HiGHS can't read {model}")
    largest = max(map(abs, solver.getLp().col_cost_), default=0.0)
    solver.setOptionValue("dual_feasibility_tolerance", min(max(1e-9 * largest, 1e-9), 1e-6))
    solver.run()
    status = solver.getModelStatus()
    kinds = highspy.HighsModelStatus
    if status == kinds.kUnboundedOrInfeasible:
        solver.setOptionValue("presolve", "off")
        solver.run()
        status = solver.getModelStatus()
    if status == kinds.kOptimal:
        info = solver.getInfo()
        mixed = info.mip_node_count >= 0
        if not mixed and info.primal_dual_objective_error > AGREEMENT:
            raise SolverFailure(f"HiGHS's bound is off by {info.primal_dual_objective_error:.1e}")
        return Result("optimal", info.objective_function_value)
    if status == kinds.kInfeasible:
        return Result("infeasible", None)
    if status == kinds.kUnbounded:
        return Result("unbounded", None)
    raise SolverFailure(f"HiGHS ended with {solver.modelStatusToString(status)}")
