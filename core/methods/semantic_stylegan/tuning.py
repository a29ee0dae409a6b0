"""SemanticStyleGAN's numbers."""

from __future__ import annotations

from dataclasses import dataclass

from core.tuning import Tuning, number


@dataclass(frozen=True)
class SemanticTuning(Tuning):
    """Where a part's change lies; see `core.tuning` for the units."""

    beyond: float = number(0.012, "crop", "around a part, as it is and as it becomes, to change it whole")
    soft: float = number(0.02, "crop", "over which its change fades beyond that")
    furthest: float = number(0.12, "crop", "from its place at most, for what is drawn to be that part")


TUNING = SemanticTuning()
