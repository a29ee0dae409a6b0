"""The numbers of what is drawn by hand."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class PaintTuning(Tuning):
    """See `core.tuning` for the units."""

    smoothing: float = number(3 / 256, "crop", "over which a boundary is smoothed")
    finest: float = number(0.5, "pixels", "a brush's smallest radius, whatever the pressure")


TUNING = PaintTuning()
