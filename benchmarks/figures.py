"""One measured figure beside the one that the design asks for."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`values` in `unit`, one a repetition; `share` of them may be at most `wanted`: half, the median."""

    what: str
    values: tuple[float, ...]
    unit: str = "ms"
    wanted: float | None = None
    share: float = 0.5

    @property
    def median(self) -> str:
        return self._text(self._at(0.5)) if self.values else "–"

    @property
    def rest(self) -> tuple[str, str, str]:
        """The 95th percentile, the largest and the wanted figure."""
        several = len(self.values) > 1
        which = "" if self.share == 0.5 else f" (p{self.share * 100:.0f})"
        return (
            self._text(self._at(0.95)) if several else "",
            self._text(max(self.values)) if several else "",
            "" if self.wanted is None else f"≤ {self._text(self.wanted)}{which}",
        )

    @property
    def reached(self) -> bool | None:
        """Whether it is as wanted; None where nothing is."""
        if self.wanted is None or not self.values:
            return None
        return self._at(self.share) <= self.wanted

    def _at(self, share: float) -> float:
        if share == 0.5:
            return statistics.median(self.values)
        return sorted(self.values)[int(share * (len(self.values) - 1))]

    def _text(self, value: float) -> str:
        return (f"{value:.0f}" if value >= 10 else f"{value:.2f}") + f" {self.unit}".rstrip()


def timed(what: str, work: Callable[[int], object], rounds: int, wanted: float | None = None) -> Figure:
    """Time `work(i)` for i = 0 ... rounds - 1, in milliseconds."""
    values: list[float] = []
    for i in range(rounds):
        start = time.perf_counter()
        work(i)
        values.append((time.perf_counter() - start) * 1000)
    return Figure(what, tuple(values), "ms", wanted)
