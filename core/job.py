"""How long work reports progress and is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import Cancelled


def _silent(fraction: float, text: str) -> None:
    """Default progress: nobody listens."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Job:
    """Handed down through the stages of one piece of work.

    `progress(fraction, text)` gets a fraction in 0..1 and a few words for a person; `cancelled()` is asked
    between stages. Both may be called on a worker thread.
    """

    progress: Callable[[float, str], None] = _silent
    cancelled: Callable[[], bool] = _never

    def step(self, fraction: float, text: str) -> None:
        """Report progress, or raise `Cancelled` when nobody waits for the result any more."""
        if self.cancelled():
            raise Cancelled
        self.progress(fraction, text)

    def part(self, low: float, high: float) -> Job:
        """The job of a piece of work that goes from `low` to `high` of the whole."""
        return Job(lambda done, text: self.progress(low + (high - low) * done, text), self.cancelled)
