"""Comparisons of figures, one printed line each."""

from __future__ import annotations


class Comparison:
    """Counts the disagreements among the lines it prints."""

    def __init__(self):
        self.failures = 0

    def text(self, label: str, ours: str, plan: str) -> None:
        self.line(ours == plan, f"{label}: {ours}, plan {plan}")

    def value(self, label: str, ours: float, plan: float | None, tolerance: float) -> None:
        """Equal within the tolerance, relative to the larger of 1 and the plan's value."""
        if not isinstance(plan, (int, float)):
            self.line(False, f"{label}: {ours:.12g}, plan has none")
            return
        error = abs(ours - plan) / max(1.0, abs(plan))
        agrees = error <= tolerance
        self.line(agrees, f"{label}: {ours:.12g}, plan {plan:.12g}, relative {error:.1e}")

    def quiet(self, label: str, ours: float, plan: float, tolerance: float = 1e-9) -> None:
        """The same, printed only where the figures differ."""
        if abs(ours - plan) > tolerance * max(1.0, abs(plan)):
            self.value(label, ours, plan, tolerance)

    def at_most(self, label: str, value: float, bound: float, tolerance: float = 1e-6) -> None:
        """Prints only when the bound is broken by more than the tolerance."""
        if value - bound > tolerance * max(1.0, abs(bound)):
            self.line(False, f"{label}: {value:.12g} over {bound:.12g}")

    def line(self, agrees: bool, text: str) -> None:
        self.failures += not agrees
        print(("ok      " if agrees else "DIFFERS ") + text)
