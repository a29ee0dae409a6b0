"""The numbers of finding faces and of laying changes over photos, whatever method made them."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class RenderTuning(Tuning):
    """See `core.tuning` for the units."""

    detection_side: int = number(2560, "pixels", "longest side of what faces are looked for in")
    fade: float = number(8 / 256, "crop", "over which changes end where the crop ends within the photo")
    grain_samples: int = number(4096, "count", "pixels of skin that its grain is read off")
    grain_reach: float = number(2.0, "deviations", "of the skin's fine detail that count as grain")
    enough_skin: int = number(50, "pixels", "fewest of them")


TUNING = RenderTuning()
