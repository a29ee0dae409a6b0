"""The numbers of videos: how a still's head follows a driver's."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class VideoTuning(Tuning):
    """See `core.tuning` for the units."""

    fewest: float = number(8 / 256**2, "crop²", "of a part, to say where it lies")
    spur: float = number(0.12, "share", "by which an outline's direction may differ from those beside it")
    stiffness: float = number(20 / 256**2, "crop²", "of the spline: a pixel of noise bends nothing")
    step: float = number(8 / 256, "crop", "between the places where the spline is computed")
    furthest: float = number(24 / 256, "crop", "that a head may leave its place by")
    most_growth: float = number(1.15, "times", "by which it may grow or shrink")
    most_roll: float = number(20.0, "degrees", "by which it may lean")
    least_gap: float = number(1.5 / 256, "crop", "between the lips that makes a mouth open")


TUNING = VideoTuning()
