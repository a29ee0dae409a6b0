"""Which attributes a face shows now, read off its label map alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.labels import Label

MIN_EYEGLASSES, MIN_HAT, MIN_EARRING = 400, 800, 6
"""Fewest pixels (at 256x256) that count as wearing it. Annotated portraits with glasses have 2900 or more,
with hats 1700 or more, those without have none; the margin is for parsing errors."""

MUCH_HAIR = 0.10
"""Share of the crop from which on hair counts as much of it."""
_FRINGE = 0.02
_LONG_HAIR = 0.10


def present_attributes(label_map: NDArray[np.uint8]) -> dict[str, bool]:
    """Presence of the six attributes of `core.methods.smile.attributes` from a parsed crop (256, 256).

    Accessories are counted. Amount of hair, bangs and identity are guesses from where hair lies, with
    thresholds set on annotated portraits (see each rule): good enough to choose the style slot that SMILE
    keeps, and nothing else is made of them.
    """
    hair = label_map == Label.HAIR
    return {
        "identity": _short_haired(hair),
        "eyeglasses": _area(label_map, Label.EYE_G) >= MIN_EYEGLASSES,
        "hair": bool(hair.mean() >= MUCH_HAIR),
        "bangs": _fringe(label_map, hair) >= _FRINGE,
        "earrings": _area(label_map, Label.EAR_R) >= MIN_EARRING,
        "hat": _area(label_map, Label.HAT) >= MIN_HAT,
    }


def _area(label_map: NDArray[np.uint8], label: Label) -> int:
    return int(np.count_nonzero(label_map == label))


def _short_haired(hair: NDArray[np.bool_]) -> bool:
    """Presence of *identity* is “male” in the data that SMILE learns from. Hair on the shoulders is the only
    hint that a label map gives: 50 % of the women and 4 % of the men among the annotated portraits."""
    return bool(hair[190:].mean() < _LONG_HAIR)


def _fringe(label_map: NDArray[np.uint8], hair: NDArray[np.bool_]) -> float:
    """Share of hair in a window on the forehead, from 22 pixels above the brows to 10 below their top."""
    brows = (label_map == Label.L_BROW) | (label_map == Label.R_BROW)
    rows = np.flatnonzero(brows.any(axis=1))
    top = int(rows[0]) if rows.size else 105
    return float(hair[max(top - 22, 0) : top + 10, 84:172].mean())
