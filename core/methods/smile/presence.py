"""Which attributes a face shows now, read off its label map alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.tuning import TUNING


def present_attributes(label_map: NDArray[np.uint8]) -> dict[str, bool]:
    """Presence of the six attributes of `core.methods.smile.attributes` from a parsed crop (256, 256).

    Accessories are counted. Amount of hair, bangs and identity are guesses from where hair lies, with
    thresholds set on annotated portraits (see each rule): good enough to choose the style slot that SMILE
    keeps, and nothing else is made of them.
    """
    hair, tuning = label_map == Label.HAIR, TUNING.at(len(label_map))
    return {
        "identity": _short_haired(hair),
        "eyeglasses": _area(label_map, Label.EYE_G) >= tuning.enough_eyeglasses,
        "hair": bool(hair.mean() >= tuning.much_hair),
        "bangs": _fringe(label_map, hair) >= tuning.fringe,
        "earrings": _area(label_map, Label.EAR_R) >= tuning.enough_earring,
        "hat": _area(label_map, Label.HAT) >= tuning.enough_hat,
    }


def _area(label_map: NDArray[np.uint8], label: Label) -> int:
    return int(np.count_nonzero(label_map == label))


def _short_haired(hair: NDArray[np.bool_]) -> bool:
    """Presence of *identity* is “male” in the data that SMILE learns from. Hair on the shoulders is the only
    hint that a label map gives: 50 % of the women and 4 % of the men among the annotated portraits."""
    shoulders = hair[round(TUNING.at(len(hair)).shoulders_row) :]
    return bool(shoulders.mean() < TUNING.long_hair)


def _fringe(label_map: NDArray[np.uint8], hair: NDArray[np.bool_]) -> float:
    """Share of hair in a window on the forehead, from above the brows to a little below their top."""
    tuning = TUNING.at(len(hair))
    brows = (label_map == Label.L_BROW) | (label_map == Label.R_BROW)
    rows = np.flatnonzero(brows.any(axis=1))
    top = int(rows[0]) if rows.size else round(tuning.brows_row)
    down = slice(max(top - round(tuning.fringe_above), 0), top + round(tuning.fringe_below))
    return float(hair[down, round(tuning.fringe_left) : round(tuning.fringe_right)].mean())
