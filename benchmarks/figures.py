"""One measured figure beside the one that the design asks for."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`values` in `unit`, one a repetition; `wanted` is the most that the median may be."""

    what: str
    values: tuple[float, ...]
    unit: str = "ms"
    wanted: float | None = None

    @property
    def median(self) -> str:
        return self._text(statistics.median(self.values)) if self.values else "–"

    @property
    def rest(self) -> tuple[str, str]:
        """The 95th percentile and the wanted figure."""
        worst = sorted(self.values)[int(0.95 * (len(self.values) - 1))] if len(self.values) > 1 else None
        return ("" if worst is None else self._text(worst)), (
            "" if self.wanted is None else f"≤ {self._text(self.wanted)}"
        )

    @property
    def reached(self) -> bool | None:
        """Whether the median is within what is wanted; None where nothing is."""
        if self.wanted is None or not self.values:
            return None
        return statistics.median(self.values) <= self.wanted

    def _text(self, value: float) -> str:
        return f"{value:.0f} {self.unit}" if value >= 10 else f"{value:.2f} {self.unit}"


def timed(what: str, work: Callable[[int], object], rounds: int, wanted: float | None = None) -> Figure:
    """Time `work(i)` for i = 0 ... rounds - 1, in milliseconds."""
    values: list[float] = []
    for i in range(rounds):
        start = time.perf_counter()
        work(i)
        values.append((time.perf_counter() - start) * 1000)
    return Figure(what, tuple(values), "ms", wanted)
