"""SeCGAN's numbers."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class SecganTuning(Tuning):
    """How far attributes of the picture reach, and how much they tone; see `core.tuning` for the units."""

    around_hair: float = number(0.03, "crop", "beyond hair that goes: its strands and its shadow")
    around_brows: float = number(0.02, "crop", "beyond brows, where bushier ones grow")
    around_lips: float = number(0.05, "crop", "beyond a mouth, where lips and chin move as it opens")
    soft: float = number(0.012, "crop", "over which a mask fades")
    nose_end: float = number(95.0, "percentile", "of the nose's rows: parsers strew a few pixels of it")
    above_tip: float = number(0.01, "crop", "above the nose's end, where a face's lower half begins")
    nose: float = number(0.55, "crop", "the row of the nose's tip where none is seen")
    carries_sigma: float = number(1.0, "pixels", "of the generator's grid: finer detail is the photo's own")
    floor: float = number(12.0, "levels", "added to both sides of a ratio, which is noise in the dark")
    least: float = number(0.35, "times", "a tone's least gain")
    most: float = number(2.8, "times", "and its greatest")


TUNING = SecganTuning()
